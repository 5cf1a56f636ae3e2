/// Draws an architecture as SVG for an HTML page. Colours come from the classes of the house style, so the drawing
/// follows light, dark and print; who operates a part is told by text and border, not by colour alone.
struct ArchitectureDrawing {
  let words: ReportWords
  /// Unique on the page; a prefix for ids.
  let id: String
  private let diagram: ArchitectureDiagram

  init(diagram: ArchitectureDiagram, words: ReportWords, id: String) {
    self.diagram = diagram.drawn
    self.words = words
    self.id = id
  }

  func draw(into writer: inout HTMLWriter) {
    let layout = ArchitectureLayout(diagram)
    let kinds = ArchitectureDiagram.Operator.Kind.allCases.filter { kind in
      diagram.nodes.contains { $0.operatedBy?.kind == kind }
    }
    let height = layout.height + (kinds.isEmpty ? 0 : 30)
    let attributes: HTMLWriter.Attributes = [
      "class": "architecture", "viewBox": "0 0 \(drawn(layout.width)) \(drawn(height))", "role": "img",
      "aria-labelledby": "\(id)-title \(id)-description",
    ]
    writer.element("svg", attributes) { writer in
      writer.element("title", ["id": "\(id)-title"], text: title)
      writer.element("desc", ["id": "\(id)-description"], text: description)
      writer.line()
      for band in layout.bands { draw(band, into: &writer) }
      for connector in layout.connectors { draw(connector, into: &writer) }
      for box in layout.boxes { draw(box, into: &writer) }
      for label in layout.labels { draw(label, into: &writer) }
      drawLegend(kinds, y: layout.height + 8, into: &writer)
    }
  }

  private var title: String {
    diagram.caption.isEmpty ? words.architecture : diagram.caption.plainText
  }

  private var description: String {
    ArchitectureDiagram.Layer.allCases.compactMap { layer in
      let titles = diagram.nodes.filter { $0.layer == layer }.map(\.title)
      return titles.isEmpty ? nil : "\(words.layer(layer)): \(titles.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private func draw(_ band: ArchitectureLayout.Band, into writer: inout HTMLWriter) {
    rect(band.frame, radius: "8", class: "band", into: &writer)
    let attributes: HTMLWriter.Attributes = [
      "class": "band-title", "x": "12", "y": drawn(band.frame.y + band.frame.height / 2 + 4),
    ]
    writer.element("text", attributes, text: words.layer(band.layer))
    writer.line()
  }

  private func draw(_ connector: ArchitectureLayout.Connector, into writer: inout HTMLWriter) {
    guard let last = connector.points.last, let before = connector.points.dropLast().last else { return }
    writer.element("path", ["class": "connector", "d": Self.path(connector.points)])
    let back = last.y > before.y ? -7.0 : 7
    let corners = [(last.x, last.y), (last.x - 4, last.y + back), (last.x + 4, last.y + back)]
    let points = corners.map { "\(drawn($0.0)),\(drawn($0.1))" }.joined(separator: " ")
    writer.element("polygon", ["class": "arrow", "points": points])
    writer.line()
  }

  private func draw(_ box: ArchitectureLayout.Box, into writer: inout HTMLWriter) {
    let node = diagram.nodes[box.node]
    writer.element("g", ["class": "part"]) { writer in
      writer.element("title", text: [node.title, node.operatedBy?.text ?? ""].joined(separator: " – "))
      drawGround(of: node.operatedBy?.kind, in: box.frame, into: &writer)
      let lines = Double(box.title.count) * 15 + (box.operatorText.isEmpty ? 0 : 15)
      var y = box.frame.y + (box.frame.height - lines) / 2 + 12
      for line in box.title {
        text(line, x: box.frame.middle, y: y, class: "part-title", into: &writer)
        y += 15
      }
      if !box.operatorText.isEmpty {
        text(box.operatorText, x: box.frame.middle, y: y, class: "part-operator", into: &writer)
      }
    }
    writer.line()
  }

  /// Provider: a plain border on a tinted ground; customer: a dashed border; shared: a double border; nobody: dots.
  private func drawGround(
    of kind: ArchitectureDiagram.Operator.Kind?,
    in frame: Rect,
    into writer: inout HTMLWriter
  ) {
    switch kind {
    case .provider:
      rect(frame, radius: "5", class: "box provider", into: &writer)
    case .customer:
      rect(frame, radius: "5", class: "box customer", into: &writer)
    case .shared:
      rect(frame, radius: "5", class: "box shared", into: &writer)
      let inner = Rect(x: frame.x + 3.5, y: frame.y + 3.5, width: frame.width - 7, height: frame.height - 7)
      rect(inner, radius: "2.5", class: "box-inner", into: &writer)
    case nil:
      rect(frame, radius: "5", class: "box outside", into: &writer)
    }
  }

  private func draw(_ label: ArchitectureLayout.Label, into writer: inout HTMLWriter) {
    rect(label.frame, radius: "2", class: label.isInBand ? "label-ground in-band" : "label-ground", into: &writer)
    text(label.text, x: label.frame.middle, y: label.frame.y + 11, class: "connector-label", into: &writer)
    writer.line()
  }

  private func drawLegend(_ kinds: [ArchitectureDiagram.Operator.Kind], y: Double, into writer: inout HTMLWriter) {
    guard !kinds.isEmpty else { return }
    writer.element("text", ["class": "legend", "x": "12", "y": drawn(y + 12)], text: words.operatedBy + ":")
    var x = 12 + TextMeasure.width(words.operatedBy + ":", size: 11) + 14
    for kind in kinds {
      drawGround(of: kind, in: Rect(x: x, y: y, width: 28, height: 16), into: &writer)
      let name = words.operatorKind(kind)
      writer.element("text", ["class": "legend", "x": drawn(x + 36), "y": drawn(y + 12)], text: name)
      x += 36 + TextMeasure.width(name, size: 11) + 22
    }
    writer.line()
  }

  private func rect(_ frame: Rect, radius: String, class name: String, into writer: inout HTMLWriter) {
    writer.element(
      "rect",
      [
        "class": name, "x": drawn(frame.x), "y": drawn(frame.y), "width": drawn(frame.width),
        "height": drawn(frame.height), "rx": radius,
      ]
    )
  }

  private func text(_ text: String, x: Double, y: Double, class name: String, into writer: inout HTMLWriter) {
    writer.element("text", ["class": name, "x": drawn(x), "y": drawn(y), "text-anchor": "middle"], text: text)
  }

  /// A line with rounded corners.
  private static func path(_ points: [Point]) -> String {
    guard let first = points.first else { return "" }
    var path = "M\(drawn(first.x)) \(drawn(first.y))"
    for index in points.indices.dropFirst() {
      let point = points[index]
      guard index + 1 < points.count else {
        path += "L\(drawn(point.x)) \(drawn(point.y))"
        break
      }
      let radius = min(6, distance(points[index - 1], point) / 2, distance(point, points[index + 1]) / 2)
      let start = toward(points[index - 1], from: point, by: radius)
      let end = toward(points[index + 1], from: point, by: radius)
      path += "L\(drawn(start.x)) \(drawn(start.y))Q\(drawn(point.x)) \(drawn(point.y)) \(drawn(end.x)) \(drawn(end.y))"
    }
    return path
  }

  /// Between points on an upright or level line.
  private static func distance(_ first: Point, _ second: Point) -> Double {
    (first.x - second.x).magnitude + (first.y - second.y).magnitude
  }

  private static func toward(_ target: Point, from start: Point, by length: Double) -> Point {
    let whole = distance(start, target)
    guard whole > 0 else { return start }
    return Point(
      x: start.x + (target.x - start.x) / whole * length,
      y: start.y + (target.y - start.y) / whole * length
    )
  }
}
