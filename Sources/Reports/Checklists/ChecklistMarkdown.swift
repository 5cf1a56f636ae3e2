import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ChecklistFormat {
  /// Boxes to tick, by phase.
  package static let markdown = ChecklistFormat(
    id: "md",
    ending: "md",
    help: "Boxes to tick, by phase"
  ) { recommendation, language, edition in
    var builder = ReportBuilder(recommendation, language, edition)
    var document = builder.build()
    document.sections = document.sections.filter { $0.id == "checklist" }
    let isEmpty = document.sections.isEmpty
    document.subtitle = language(en: "Onboarding checklist", de: "Checkliste für den Einstieg")
    if isEmpty {
      let text = language(
        en: "There are no steps: nothing is recommended yet.",
        de: "Es gibt keine Schritte: Noch ist nichts empfohlen."
      )
      document.sections = [
        ReportSection(id: "checklist", title: document.subtitle, blocks: [.paragraph(RichText(plain: text))])
      ]
    }
    // Only the sources of the steps stay; their numbers are those of the report.
    let cited = Set(footnotes(in: document.sections))
    document.references = document.references.filter { cited.contains($0.number) }
    return Array(MarkdownReport.render(document).utf8)
  }
}

private func footnotes(in sections: [ReportSection]) -> [Int] {
  sections.flatMap { section in
    section.blocks.flatMap { block -> [Int] in
      guard case .taskList(let list) = block else { return [] }
      return list.phases.flatMap(\.steps).flatMap(\.footnotes)
    } + footnotes(in: section.subsections)
  }
}
