/// Where everything in an architecture drawing stands.
///
/// A total function of the diagram: no box, label or band overlaps another one of its kind, no label overlaps a box,
/// and no connector runs through a box it does not belong to. Layers are bands from top to bottom.
struct ArchitectureLayout {
  struct Box {
    /// The index of a node.
    let node: Int
    var frame: Rect
    /// One to three lines.
    let title: [String]
    /// Empty for none.
    let operatorText: String
  }

  /// An orthogonal line from where a connection is opened to its other end.
  struct Connector {
    let points: [Point]
  }

  struct Label {
    let text: String
    /// The index of the link that it belongs to.
    let link: Int
    var frame: Rect
    /// Whether it stands on the ground of a band rather than between bands.
    var isInBand: Bool
  }

  struct Band {
    let layer: ArchitectureDiagram.Layer
    let frame: Rect
  }

  /// The width of every drawing but those in which a row of boxes and passing connectors needs more.
  static let usualWidth = 720.0
  /// The room for the names of the bands.
  static let gutter = 106.0
  static let labelSize = 10.5
  static let labelHeight = 15.0
  private static let margin = 8.0

  let boxes: [Box]
  let connectors: [Connector]
  let labels: [Label]
  let bands: [Band]
  let width: Double
  let height: Double

  /// At the usual width; a drawing that would then be too tall for a page is made wider.
  init(_ diagram: ArchitectureDiagram) {
    var best = ArchitectureLayout(diagram, usualWidth: Self.usualWidth)
    for width in Self.wider where best.height > Self.tallest * best.width {
      let candidate = ArchitectureLayout(diagram, usualWidth: width)
      if candidate.height / candidate.width < best.height / best.width { best = candidate }
    }
    self = best
  }

  /// Widths to try, and how many times its width a drawing may be high: both fill an A4 page at a legible size.
  private static let wider = [800.0, 880, 960]
  private static let tallest = 1.26

  private init(_ diagram: ArchitectureDiagram, usualWidth: Double) {
    let room = usualWidth - Self.gutter - Self.margin
    var graph = Self.graph(of: diagram, room: room)
    let needed = graph.rows.indices.map { graph.width(ofRow: $0) }.max() ?? 0
    width = usualWidth + max(needed - room, 0)
    graph.reduceCrossings()
    graph.placeItems(left: Self.gutter, right: width - Self.margin)
    var arrangement = ArchitectureArrangement(diagram, graph, width: width)
    arrangement.arrange()
    boxes = arrangement.boxes
    bands = arrangement.bands
    connectors = arrangement.connectors
    labels = LabelClearing(
      boxes: boxes.map(\.frame),
      bands: bands.map(\.frame),
      paths: arrangement.pathsByLink,
      width: width
    ).cleared(arrangement.labels)
    height = arrangement.y
  }

  /// Narrower or fewer boxes in the rows of a layer where the connectors that pass need the room.
  private static func graph(of diagram: ArchitectureDiagram, room: Double) -> LayeredGraph {
    var reserved: [ArchitectureDiagram.Layer: Double] = [:]
    while true {
      let rows = BoxSizing.rows(of: diagram, room: room, reserved: reserved)
      let graph = LayeredGraph(rows: rows, links: diagram.links)
      let full = Set(graph.rows.indices.filter { graph.width(ofRow: $0) > room }.map { graph.layers[$0] })
      let movable = full.filter { (reserved[$0] ?? 0) < room / 2 }
      if movable.isEmpty { return graph }
      for layer in movable { reserved[layer, default: 0] += 12 }
    }
  }
}
