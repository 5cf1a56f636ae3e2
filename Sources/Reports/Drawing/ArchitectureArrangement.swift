/// Puts a graph whose items stand in their rows on the page, from top to bottom: a row of boxes, then the channel below
/// it with its connectors and labels.
struct ArchitectureArrangement {
  private(set) var boxes: [ArchitectureLayout.Box] = []
  private(set) var labels: [ArchitectureLayout.Label] = []
  private(set) var bands: [ArchitectureLayout.Band] = []
  /// How far the drawing reaches down.
  private(set) var y = 0.0

  private static let bandPadding = 11.0
  private let diagram: ArchitectureDiagram
  private let links: [(from: Int, to: Int, label: String)]
  private let graph: LayeredGraph
  private let ports: ConnectorPorts
  private let width: Double
  /// What to write on a segment, by segment.
  private var texts: [Int: String] = [:]
  /// From the upper end to the lower end, by link.
  private var paths: [Int: [Point]] = [:]

  init(_ diagram: ArchitectureDiagram, _ graph: LayeredGraph, width: Double) {
    self.diagram = diagram
    self.graph = graph
    self.width = width
    links = diagram.links
    ports = ConnectorPorts(graph)
    var shown: [Int: String] = [:]
    for (index, link) in links.enumerated() where !link.label.trimmed.isEmpty {
      shown[index] = TextMeasure.cut(link.label.trimmed, width: 150, size: ArchitectureLayout.labelSize)
    }
    let widths = shown.mapValues(Self.labelWidth)
    let segments = ports.labelSegments(widths: widths) { [links] link in graph.startsAtTop(link, from: links[link].from)
    }
    for (link, segment) in segments { texts[segment] = shown[link] }
  }

  private static func labelWidth(_ text: String) -> Double {
    TextMeasure.width(text, size: ArchitectureLayout.labelSize) + 8
  }

  mutating func arrange() {
    var bandTop = 0.0
    for row in graph.rows.indices {
      let layer = graph.layers[row]
      if row == 0 || graph.layers[row - 1] != layer {
        bandTop = y
        y += Self.bandPadding
      }
      addBoxes(row)
      let rowBottom = y
      let isLastOfBand = row + 1 == graph.rows.count || graph.layers[row + 1] != layer
      if isLastOfBand {
        y += Self.bandPadding
        let frame = Rect(x: 0, y: bandTop, width: width, height: y - bandTop)
        bands.append(ArchitectureLayout.Band(layer: layer, frame: frame))
      }
      addChannel(row, rowBottom: rowBottom, isInBand: !isLastOfBand)
    }
  }

  private mutating func addBoxes(_ row: Int) {
    var drafts: [ArchitectureLayout.Box] = []
    for item in graph.rows[row].map({ graph.items[$0] }) {
      guard case .box(let node) = item.kind else { continue }
      let inner = item.width - 2 * BoxSizing.padding
      let lines = TextMeasure.wrap(
        diagram.nodes[node].title,
        width: inner,
        size: BoxSizing.titleSize,
        limit: BoxSizing.titleLines
      )
      let text = diagram.nodes[node].operatedBy?.text ?? ""
      let shown = TextMeasure.cut(text, width: inner, size: BoxSizing.operatorSize)
      let height = 18 + 15 * Double(max(lines.count, 1)) + (shown.isEmpty ? 0 : 15)
      let frame = Rect(x: item.left, y: y, width: item.width, height: height)
      drafts.append(ArchitectureLayout.Box(node: node, frame: frame, title: lines, operatorText: shown))
    }
    let height = drafts.map(\.frame.height).max() ?? 0
    for index in drafts.indices { drafts[index].frame.height = height }
    boxes += drafts
    y += height
  }

  private mutating func addChannel(_ channel: Int, rowBottom: Double, isInBand: Bool) {
    let segments = graph.segments.indices.filter { graph.segments[$0].channel == channel }
    let runs = segments.map { index in
      let (upper, lower) = (ports.upper[index], ports.lower[index])
      return ChannelTracks.Run(
        segment: index,
        upper: upper,
        lower: lower,
        isTurning: graph.segments[index].isTurning,
        span: min(upper, lower)...max(upper, lower)
      )
    }
    let widths = segments.map { texts[$0].map(Self.labelWidth) ?? 0 }
    let tracks = ChannelTracks(runs, labelWidths: widths, bounds: 4...width - 4)
    let heights = addTracks(tracks, isInBand: isInBand, hasLines: !runs.isEmpty)
    let nextRow = isInBand ? y : y + Self.bandPadding
    for index in segments {
      let segment = graph.segments[index]
      let (upper, lower) = (ports.upper[index], ports.lower[index])
      let turn = heights[index] ?? y
      paths[segment.link, default: [Point(x: upper, y: rowBottom)]] += [
        Point(x: upper, y: turn), Point(x: lower, y: turn),
        Point(x: lower, y: segment.isTurning ? rowBottom : nextRow),
      ]
    }
  }

  /// Adds the labels of a channel and gives the y of every run by segment; moves `y` below the channel.
  private mutating func addTracks(_ tracks: ChannelTracks, isInBand: Bool, hasLines: Bool) -> [Int: Double] {
    guard !tracks.isLabelled.isEmpty else {
      y += hasLines ? 20 : 10
      return [:]
    }
    y += 7
    var middles: [Double] = []
    for isLabelled in tracks.isLabelled {
      let height = isLabelled ? ArchitectureLayout.labelHeight + 3 : 10
      middles.append(y + height / 2)
      y += height
    }
    y += isInBand ? 13 : 7
    var result: [Int: Double] = [:]
    for run in tracks.runs {
      let middle = middles[run.track]
      result[run.segment] = middle
      guard let span = run.label, let text = texts[run.segment] else { continue }
      let height = ArchitectureLayout.labelHeight
      let length = span.upperBound - span.lowerBound
      let frame = Rect(x: span.lowerBound, y: middle - height / 2, width: length, height: height)
      let link = graph.segments[run.segment].link
      labels.append(ArchitectureLayout.Label(text: text, link: link, frame: frame, isInBand: isInBand))
    }
    return result
  }

  /// Every connector by its link.
  var pathsByLink: [Int: [Point]] { paths.mapValues(Self.simplified) }

  /// In the order of the links.
  var connectors: [ArchitectureLayout.Connector] {
    links.indices.compactMap { link in
      guard let path = paths[link] else { return nil }
      let isDownwards = graph.startsAtTop(link, from: links[link].from)
      return ArchitectureLayout.Connector(points: Self.simplified(isDownwards ? path : path.reversed()))
    }
  }

  /// Without points that are equal to or in line with their neighbours.
  private static func simplified(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points where result.last != point {
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

extension LayeredGraph {
  /// Whether the upper end of the link is the given node.
  fileprivate func startsAtTop(_ link: Int, from node: Int) -> Bool {
    guard let first = segments.first(where: { $0.link == link }) else { return true }
    return items[first.upper].kind == .box(node)
  }
}
