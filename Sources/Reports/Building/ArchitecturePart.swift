import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// The recommended architecture as a drawing, with what is still open.
  ///
  /// - Parameter left: ids of components that are left out, with their connections.
  mutating func architectureSection(without left: Set<String> = []) -> ReportSection? {
    let architecture = recommendation.architecture
    let components = architecture.components.filter { !left.contains($0.id) }
    let isDecided = assessment.decisions.contains { $0.recommended != nil }
    guard isDecided, !components.isEmpty else { return nil }
    var blocks: [ReportBlock] = [
      .architecture(
        ArchitectureDiagram(
          caption: RichText(
            plain: say(
              en: "The parts, what talks to what, and who operates them",
              de: "Die Teile, was mit was spricht und wer sie betreibt"
            )
          ),
          nodes: components.map { component in
            ArchitectureDiagram.Node(
              id: component.id,
              title: say.text(component.title),
              layer: ArchitectureDiagram.Layer(rawValue: component.layer.rawValue) ?? .application,
              operatedBy: operatorOf(component)
            )
          },
          edges: architecture.connections.filter { !left.contains($0.from) && !left.contains($0.to) }.map {
            ArchitectureDiagram.Edge(from: $0.from, to: $0.to, label: say.shown($0.label) ?? "")
          }
        )
      )
    ]
    blocks.append(.table(operators(components)))
    // An offer has room for a few of them.
    if !architecture.open.isEmpty, say.edition != .offer || architecture.open.count <= Self.fewParts {
      let names = architecture.open.map { say.text($0.title) }.joined(separator: ", ")
      blocks.append(
        .paragraph(
          RichText(
            plain: say(
              en: "Whether these parts are needed depends on open answers: \(names).",
              de: "Ob diese Teile nötig sind, hängt von offenen Angaben ab: \(names)."
            )
          )
        )
      )
    }
    let parts = describedParts(components)
    return ReportSection(
      id: "architecture",
      title: say(en: "Architecture", de: "Architektur"),
      blocks: blocks,
      subsections: parts.map { [$0] } ?? []
    )
  }

  /// What each part is, with its sources.
  private mutating func describedParts(_ components: [Component]) -> ReportSection? {
    var described: [RichText] = []
    for component in components {
      guard let description = say.shown(component.description) else { continue }
      let notes = cite(component.sources)
      described.append("\(strong: say.text(component.title)): \(description)\(footnotes: notes)")
    }
    guard !described.isEmpty else { return nil }
    let title = say(en: "The parts one by one", de: "Die Teile im Einzelnen")
    return ReportSection(id: "parts", title: title, blocks: [.list(described)], density: .dense)
  }

  /// Who operates what, a row for each who operates something.
  private func operators(_ components: [Component]) -> DataTable {
    var groups: [(name: String, kind: ArchitectureDiagram.Operator.Kind?, parts: [String])] = []
    for component in components {
      let found = operatorOf(component)
      let name = found?.text ?? say(en: "to be agreed", de: "zu vereinbaren")
      if let known = groups.firstIndex(where: { $0.name == name }) {
        groups[known].parts.append(say.text(component.title))
      } else {
        groups.append((name, found?.kind, [say.text(component.title)]))
      }
    }
    let kinds = ArchitectureDiagram.Operator.Kind.allCases
    func place(_ kind: ArchitectureDiagram.Operator.Kind?) -> Int {
      kind.flatMap { kinds.firstIndex(of: $0) } ?? kinds.count
    }
    let ordered = groups.enumerated().sorted { a, b in
      let (x, y) = (place(a.element.kind), place(b.element.kind))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    return DataTable(
      caption: RichText(plain: say(en: "Who operates what", de: "Wer was betreibt")),
      keepsNamesWhole: true,
      columns: [
        DataTable.Column(RichText(plain: say(en: "Operated by", de: "Betrieben von"))),
        DataTable.Column(RichText(plain: say(en: "Parts", de: "Teile"))),
      ],
      rows: ordered.map { group in
        DataTable.Row(["\(strong: group.name)", RichText(plain: group.parts.joined(separator: ", "))])
      }
    )
  }

  private func operatorOf(_ component: Component) -> ArchitectureDiagram.Operator? {
    guard let first = component.operatedBy.first else { return nil }
    if component.operatedBy.count > 1 {
      return ArchitectureDiagram.Operator(.shared, say(en: "shared", de: "gemeinsam"))
    }
    let kind: ArchitectureDiagram.Operator.Kind = first == .customer ? .customer : .provider
    return ArchitectureDiagram.Operator(kind, say.party(first))
  }

  /// So many open parts an offer names.
  private static let fewParts = 6
}
