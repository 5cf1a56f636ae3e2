/// Decides how wide the boxes of a layer are and how many stand in a row.
struct BoxSizing {
  /// Boxes side by side.
  struct Row {
    let layer: ArchitectureDiagram.Layer
    /// Indices of nodes.
    let nodes: [Int]
    /// Of every box.
    let width: Double
  }

  static let titleSize = 12.0
  static let operatorSize = 10.5
  static let padding = 10.0
  static let titleLines = 3

  /// The rows of all layers that have nodes, in the order of the layers; each leaves what is reserved of the room, as
  /// long as there is more than one box in it.
  static func rows(
    of diagram: ArchitectureDiagram,
    room: Double,
    reserved: [ArchitectureDiagram.Layer: Double]
  ) -> [Row] {
    ArchitectureDiagram.Layer.allCases.flatMap { layer -> [Row] in
      let room = room - (reserved[layer] ?? 0)
      let nodes = diagram.nodes.indices.filter { diagram.nodes[$0].layer == layer }
      guard !nodes.isEmpty else { return [] }
      let width = width(of: nodes.map { diagram.nodes[$0] }, room: room)
      let count = rowCount(nodes.count, width: width, room: room)
      return split(nodes, into: count).map { Row(layer: layer, nodes: $0, width: width) }
    }
  }

  /// The widest of the usual widths that needs the fewest rows and breaks no word, but no wider than the texts need.
  private static func width(of nodes: [ArchitectureDiagram.Node], room: Double) -> Double {
    let candidates = [184.0, 172, 160, 148, 138, 128].filter { width in nodes.allSatisfy { fits($0, width: width) } }
    let fewest = candidates.map { rowCount(nodes.count, width: $0, room: room) }.min()
    let width = candidates.first { rowCount(nodes.count, width: $0, room: room) == fewest } ?? 184
    let needed =
      nodes.map { node in
        max(
          TextMeasure.width(node.title.cleaned, size: titleSize),
          TextMeasure.width(node.operatedBy?.text.cleaned ?? "", size: operatorSize)
        )
      }.max() ?? 0
    // Even, so that boxes around whole middles have whole edges.
    return 2 * Double(nearest(max(116, min(width, needed + 2 * padding + 4)) / 2 + 0.4))
  }

  private static func fits(_ node: ArchitectureDiagram.Node, width: Double) -> Bool {
    let inner = width - 2 * padding
    return TextMeasure.fitsWords(node.title, width: inner, size: titleSize)
      && TextMeasure.wrap(node.title, width: inner, size: titleSize, limit: titleLines + 1).count <= titleLines
  }

  private static func rowCount(_ count: Int, width: Double, room: Double) -> Int {
    let perRow = max(Int((room + 20) / (width + 20)), 1)
    return (count + perRow - 1) / perRow
  }

  /// Rows of nearly equal length, the longer ones first.
  private static func split(_ nodes: [Int], into count: Int) -> [[Int]] {
    var rest = nodes[...]
    return (0..<count).map { row in
      let left = count - row
      let length = (rest.count + left - 1) / left
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
  }
}
