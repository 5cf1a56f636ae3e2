/// Where everything in an architecture drawing stands. A total function of the diagram: it always fits, and no box,
/// label or band overlaps another one of its kind, no label a box, and no connector runs through a box.
struct ArchitectureLayout {
  struct Box {
    /// The index of a node.
    let node: Int
    let frame: Rect
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
    let frame: Rect
    /// Whether it stands on the ground of a band rather than between bands.
    let isInBand: Bool
  }

  struct Band {
    let layer: ArchitectureDiagram.Layer
    let frame: Rect
  }

  /// The width of every drawing but those in which a row of boxes and passing connectors needs more.
  static let usualWidth = 720.0
  static let gutter = 92.0
  static let labelSize = 10.5
  static let labelHeight = 15.0
  private static let margin = 8.0
  private static let bandPadding = 11.0

  private(set) var boxes: [Box] = []
  private(set) var connectors: [Connector] = []
  private(set) var labels: [Label] = []
  private(set) var bands: [Band] = []
  private(set) var width = usualWidth
  private(set) var height = 0.0

  init(_ diagram: ArchitectureDiagram) {
    let links = diagram.links
    let room = Self.usualWidth - Self.gutter - Self.margin
    var graph = Self.graph(of: diagram, links: links, room: room)
    let needed = graph.rows.indices.map { graph.width(ofRow: $0) }.max() ?? 0
    width += max(needed - room, 0)
    graph.reduceCrossings()
    graph.placeItems(left: Self.gutter, right: width - Self.margin)
    arrange(graph, diagram: diagram, links: links)
  }

  /// Fewer boxes in a row where the connectors that pass need the room.
  private static func graph(
    of diagram: ArchitectureDiagram,
    links: [(from: Int, to: Int, label: String)],
    room: Double
  ) -> LayeredGraph {
    var reserve = 0.0
    while true {
      let graph = LayeredGraph(rows: BoxSizing.rows(of: diagram, room: room - reserve), links: links)
      let fits = graph.rows.indices.allSatisfy { graph.width(ofRow: $0) <= room }
      if fits || reserve > room / 2 { return graph }
      reserve += 40
    }
  }

  private mutating func arrange(
    _ graph: LayeredGraph,
    diagram: ArchitectureDiagram,
    links: [(from: Int, to: Int, label: String)]
  ) {
    let ports = ConnectorPorts(graph)
    var paths = [Int: [Point]]()
    var y = 0.0
    var bandTop = 0.0
    var labelled: Set<Int> = []
    for row in graph.rows.indices {
      let layer = graph.layers[row]
      if row == 0 || graph.layers[row - 1] != layer {
        bandTop = y
        y += Self.bandPadding
      }
      let rowHeight = addBoxes(graph, diagram: diagram, row: row, y: y)
      let rowTop = y
      y += rowHeight
      let isLastOfBand = row + 1 == graph.rows.count || graph.layers[row + 1] != layer
      if isLastOfBand {
        y += Self.bandPadding
        bands.append(Band(layer: layer, frame: Rect(x: 0, y: bandTop, width: width, height: y - bandTop)))
      }
      let texts = labelTexts(graph, channel: row, links: links, done: &labelled)
      let tracks = Self.tracks(graph, ports, channel: row, texts: texts, width: width)
      let hasLines = graph.segments.contains { $0.channel == row }
      let trackYs = addTracks(tracks, texts: texts, y: &y, isInBand: !isLastOfBand, hasLines: hasLines)
      for (index, segment) in graph.segments.enumerated() where segment.channel == row {
        if paths[segment.link] == nil { paths[segment.link] = [Point(x: ports.upper[index], y: rowTop + rowHeight)] }
        let trackY = trackYs[index] ?? y
        paths[segment.link]?.append(Point(x: ports.upper[index], y: trackY))
        paths[segment.link]?.append(Point(x: ports.lower[index], y: trackY))
        let goesOn = isLastOfBand ? y + Self.bandPadding : y
        paths[segment.link]?.append(Point(x: ports.lower[index], y: segment.isTurning ? rowTop + rowHeight : goesOn))
      }
    }
    height = y
    for (index, link) in links.enumerated() {
      guard let path = paths[index] else { continue }
      let isDownwards = Self.startsAtUpper(graph, link: index, from: link.from)
      connectors.append(Connector(points: Self.simplified(isDownwards ? path : path.reversed())))
    }
  }

  /// Whether the upper end of the link's first segment is the node that opens the connection.
  private static func startsAtUpper(_ graph: LayeredGraph, link: Int, from: Int) -> Bool {
    guard let first = graph.segments.first(where: { $0.link == link }) else { return true }
    return graph.items[first.upper].kind == .box(from)
  }

  private mutating func addBoxes(_ graph: LayeredGraph, diagram: ArchitectureDiagram, row: Int, y: Double) -> Double {
    var drafts: [Box] = []
    for item in graph.rows[row] {
      guard case .box(let node) = graph.items[item].kind else { continue }
      let width = graph.items[item].width
      let inner = width - 2 * BoxSizing.padding
      let title = TextMeasure.wrap(
        diagram.nodes[node].title,
        width: inner,
        size: BoxSizing.titleSize,
        limit: BoxSizing.titleLines
      )
      let text = diagram.nodes[node].operatedBy?.text ?? ""
      let cut = TextMeasure.cut(text, width: inner, size: BoxSizing.operatorSize)
      let height = 18 + 15 * Double(max(title.count, 1)) + (cut.isEmpty ? 0 : 15)
      let frame = Rect(x: graph.items[item].left, y: y, width: width, height: height)
      drafts.append(Box(node: node, frame: frame, title: title, operatorText: cut))
    }
    let height = drafts.map(\.frame.height).max() ?? 0
    boxes += drafts.map { box in
      var frame = box.frame
      frame.height = height
      return Box(node: box.node, frame: frame, title: box.title, operatorText: box.operatorText)
    }
    return height
  }

  /// The labels to be shown in a channel, by segment: each link's at the first of its segments.
  private func labelTexts(
    _ graph: LayeredGraph,
    channel: Int,
    links: [(from: Int, to: Int, label: String)],
    done: inout Set<Int>
  ) -> [Int: String] {
    var texts: [Int: String] = [:]
    for (index, segment) in graph.segments.enumerated() where segment.channel == channel {
      let label = links[segment.link].label
      guard !label.cleaned.allSatisfy({ $0 == " " }), done.insert(segment.link).inserted else { continue }
      texts[index] = TextMeasure.cut(label, width: 150, size: Self.labelSize)
    }
    return texts
  }

  private static func tracks(
    _ graph: LayeredGraph,
    _ ports: ConnectorPorts,
    channel: Int,
    texts: [Int: String],
    width: Double
  ) -> ChannelTracks {
    let indices = graph.segments.indices.filter { graph.segments[$0].channel == channel }
    let runs = indices.map { index in
      let (upper, lower) = (ports.upper[index], ports.lower[index])
      return ChannelTracks.Run(
        segment: index,
        upper: upper,
        lower: lower,
        isTurning: graph.segments[index].isTurning,
        span: min(upper, lower)...max(upper, lower)
      )
    }
    let widths = indices.map { index in texts[index].map { TextMeasure.width($0, size: labelSize) + 8 } ?? 0 }
    return ChannelTracks(runs, labelWidths: widths, bounds: 4...width - 4)
  }

  /// Adds the labels of a channel and gives the y of every run by segment; moves `y` below the channel.
  private mutating func addTracks(
    _ tracks: ChannelTracks,
    texts: [Int: String],
    y: inout Double,
    isInBand: Bool,
    hasLines: Bool
  ) -> [Int: Double] {
    guard !tracks.isLabelled.isEmpty else {
      y += hasLines ? 20 : 10
      return [:]
    }
    y += 7
    var middles: [Double] = []
    for isLabelled in tracks.isLabelled {
      let height = isLabelled ? Self.labelHeight + 3 : 10
      middles.append(y + height / 2)
      y += height
    }
    y += isInBand ? 13 : 7
    var result: [Int: Double] = [:]
    for run in tracks.runs {
      result[run.segment] = middles[run.track]
      guard let span = run.label, let text = texts[run.segment] else { continue }
      let frame = Rect(
        x: span.lowerBound,
        y: middles[run.track] - Self.labelHeight / 2,
        width: span.upperBound - span.lowerBound,
        height: Self.labelHeight
      )
      labels.append(Label(text: text, frame: frame, isInBand: isInBand))
    }
    return result
  }

  /// Without points that are equal to or in line with their neighbours.
  private static func simplified(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points {
      if result.last == point { continue }
      if result.count > 1 {
        let (before, last) = (result[result.count - 2], result[result.count - 1])
        let isInLine = (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y)
        if isInLine { result.removeLast() }
      }
      result.append(point)
    }
    return result
  }
}
