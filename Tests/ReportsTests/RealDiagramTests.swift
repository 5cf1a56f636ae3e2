import RuleModel
import Testing

@testable import Reports

/// The architectures of all profiles of this repository, measured as they are drawn.
struct RealDiagramTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let diagram: ArchitectureDiagram
    var testDescription: String { name }
  }

  static let all: [Case] = Language.allCases.flatMap { language in
    RealDocuments.all(language).compactMap { name, document in
      document.diagram.map { Case(name: "\(name) \(language)", diagram: $0.drawn) }
    }
  }

  @Test func mostProfilesHaveADrawing() {
    #expect(Self.all.count >= 30)
  }

  @Test(arguments: all)
  func nothingOverlapsAndNoLineRunsThroughALabelOrABox(_ item: Case) {
    let layout = ArchitectureLayout(item.diagram)
    let boxes = layout.boxes.map(\.frame)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
    }
    let links = item.diagram.links.indices.filter { item.diagram.links[$0].from != item.diagram.links[$0].to }
    for (index, label) in layout.labels.enumerated() {
      #expect(!layout.labels[..<index].contains { $0.frame.overlaps(label.frame) }, "\(label.text)")
      #expect(!boxes.contains { $0.overlaps(label.frame) }, "\(label.text)")
      #expect(label.frame.x >= 0 && label.frame.right <= layout.width, "\(label.text)")
      for (link, connector) in zip(links, layout.connectors) where link != label.link {
        let lines = LabelClearing.lines(connector.points)
        #expect(!lines.contains { $0.overlaps(label.frame) }, "\(label.text)")
      }
    }
    for line in layout.connectors.flatMap({ LabelClearing.lines($0.points) }) {
      let inside = Rect(
        x: line.x + 0.6,
        y: line.y + 0.6,
        width: max(line.width - 1.2, 0.1),
        height: max(line.height - 1.2, 0.1)
      )
      #expect(!boxes.contains { $0.overlaps(inside) })
    }
  }

  @Test(arguments: all)
  func aDrawingIsLegibleOnA4(_ item: Case) {
    let layout = ArchitectureLayout(item.diagram)
    // On 176 by 225 mm, text of 12 units is then 6 points high or more.
    #expect(layout.width <= 1000 && layout.height <= 1280, "\(layout.width) × \(layout.height)")
  }

  @Test(arguments: all)
  func mostLabelsHaveAPlace(_ item: Case) {
    let wanted = item.diagram.links.count { !$0.label.trimmed.isEmpty }
    let shown = ArchitectureLayout(item.diagram).labels.count
    #expect(Double(shown) >= 0.8 * Double(wanted), "\(shown) of \(wanted)")
  }
}
