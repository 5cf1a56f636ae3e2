import Testing

@testable import Reports

struct ArchitectureLayoutTests {
  @Test(arguments: ExampleDiagrams.all)
  func nothingOverlaps(_ diagram: ArchitectureDiagram) {
    let layout = ArchitectureLayout(diagram)
    let boxes = layout.boxes.map(\.frame)
    let labels = layout.labels.map(\.frame)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
      #expect(!labels.contains { $0.overlaps(box) })
    }
    for (index, label) in labels.enumerated() { #expect(!labels[..<index].contains { $0.overlaps(label) }) }
    let bands = layout.bands.map(\.frame)
    for (index, band) in bands.enumerated() { #expect(!bands[..<index].contains { $0.overlaps(band) }) }
  }

  @Test(arguments: ExampleDiagrams.all)
  func everythingIsInsideTheDrawing(_ diagram: ArchitectureDiagram) {
    let layout = ArchitectureLayout(diagram)
    #expect(layout.boxes.count == diagram.nodes.count)
    for frame in layout.boxes.map(\.frame) {
      #expect(frame.x >= ArchitectureLayout.gutter && frame.right <= layout.width)
    }
    for frame in layout.labels.map(\.frame) { #expect(frame.x >= 0 && frame.right <= layout.width) }
    for point in layout.connectors.flatMap(\.points) {
      #expect(point.x >= 0 && point.x <= layout.width && point.y >= 0 && point.y <= layout.height)
    }
  }

  @Test(arguments: ExampleDiagrams.all)
  func connectorsRunThroughNoBox(_ diagram: ArchitectureDiagram) {
    let layout = ArchitectureLayout(diagram)
    for connector in layout.connectors {
      for (start, end) in zip(connector.points, connector.points.dropFirst()) {
        #expect(start.x == end.x || start.y == end.y)
        let line = Rect(
          x: min(start.x, end.x) - 0.1,
          y: min(start.y, end.y) + 0.1,
          width: (start.x - end.x).magnitude + 0.2,
          height: max((start.y - end.y).magnitude - 0.2, 0.1)
        )
        #expect(!layout.boxes.contains { $0.frame.overlaps(line) })
      }
    }
  }

  @Test(arguments: ExampleDiagrams.all)
  func connectorsJoinTheBoxesTheyShould(_ diagram: ArchitectureDiagram) {
    let layout = ArchitectureLayout(diagram)
    let links = diagram.links.filter { $0.from != $0.to }
    #expect(layout.connectors.count == links.count)
    for (connector, link) in zip(layout.connectors, links) {
      for (point, node) in [(connector.points.first, link.from), (connector.points.last, link.to)] {
        guard let point, let box = layout.boxes.first(where: { $0.node == node })?.frame else {
          Issue.record("no box")
          continue
        }
        #expect(point.x > box.x && point.x < box.right)
        #expect(point.y == box.y || point.y == box.bottom)
      }
    }
  }

  @Test(arguments: ExampleDiagrams.handMade)
  func usualDiagramsFitA4AndShowEveryLabel(_ diagram: ArchitectureDiagram) {
    let layout = ArchitectureLayout(diagram)
    #expect(layout.width == ArchitectureLayout.usualWidth)
    #expect(layout.height < 1000)
    #expect(layout.labels.count == diagram.edges.count { !$0.label.isEmpty })
  }

  @Test func bandsStandInTheOrderOfTheLayers() {
    let bands = ArchitectureLayout(SampleDocument.diagram).bands
    #expect(bands.map(\.layer) == ArchitectureDiagram.Layer.allCases)
    #expect(bands.map(\.frame.y) == bands.map(\.frame.y).sorted())
  }

  @Test func anEmptyDiagramIsAnEmptyDrawing() {
    let layout = ArchitectureLayout(ArchitectureDiagram(nodes: [], edges: []))
    #expect(layout.boxes.isEmpty && layout.height == 0)
  }

  @Test func crossingsAreRemovedWhereTheyCanBe() {
    let nodes = ["a", "b", "c"].map { ArchitectureDiagram.Node(id: $0, title: $0, layer: .edge, operatedBy: nil) }
    let others = ["x", "y", "z"].map { ArchitectureDiagram.Node(id: $0, title: $0, layer: .data, operatedBy: nil) }
    let edges = [("a", "z"), ("b", "y"), ("c", "x")].map { ArchitectureDiagram.Edge(from: $0.0, to: $0.1) }
    let diagram = ArchitectureDiagram(nodes: nodes + others, edges: edges)
    var graph = LayeredGraph(rows: BoxSizing.rows(of: diagram, room: 600, reserved: [:]), links: diagram.links)
    #expect(graph.crossings() == 3)
    graph.reduceCrossings()
    #expect(graph.crossings() == 0)
  }

  @Test(arguments: [
    ("Container-Registry", ["Container-", "Registry"]), ("short", ["short"]), ("", []),
    ("one two three four five six seven eight nine", ["one two", "three four", "five six…"]),
  ])
  func titlesAreWrapped(text: String, expected: [String]) {
    #expect(TextMeasure.wrap(text, width: 80, size: 12, limit: 3) == expected)
  }
}
