import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// All questions by group: answered, open, not applicable.
  func answersSection() -> ReportSection {
    var subsections: [ReportSection] = []
    var open: [RichText] = []
    var absent: [String] = []
    let columns = [
      DataTable.Column(RichText(plain: say(en: "Question", de: "Frage"))),
      DataTable.Column(RichText(plain: say(en: "Answer", de: "Antwort"))),
      DataTable.Column(RichText(plain: say(en: "Note", de: "Bemerkung"))),
    ]
    for (group, facts) in catalogue.questionnaire {
      var rows: [DataTable.Row] = []
      for linked in facts where say.mayShow(linked.fact.audience) {
        guard let fact = assessment.fact(linked.id) else { continue }
        let title = say.title(of: linked.fact)
        switch fact.origin {
        case .answered, .assumed:
          var value: RichText = RichText(plain: say.state(fact.state, of: linked.fact))
          if fact.origin == .assumed { value = value + " \(badge: say(en: "assumed", de: "angenommen"), .caution)" }
          rows.append(DataTable.Row([RichText(plain: title), value, RichText(plain: noteText(linked.id))]))
        case .unknown:
          let hint = fact.isAskedUnknown ? say(en: " (asked, not known)", de: " (gefragt, nicht bekannt)") : ""
          open.append(RichText(plain: title + hint))
        case .notApplicable: absent.append(title)
        case .derived: break
        }
      }
      guard !rows.isEmpty else { continue }
      subsections.append(
        ReportSection(
          id: "answers-\(group?.id ?? "other")",
          title: group.map { say.text($0.title) } ?? say(en: "Other", de: "Weiteres"),
          blocks: [
            .table(
              DataTable(
                columns: rows.contains { $0.cells.last?.isEmpty == false } ? columns : Array(columns.dropLast()),
                rows: rows
              )
            )
          ],
          density: .dense
        )
      )
    }
    if !open.isEmpty {
      subsections.append(
        ReportSection(
          id: "answers-open",
          title: say(en: "Open questions", de: "Offene Fragen"),
          blocks: [.list(open)],
          density: .dense
        )
      )
    }
    if !absent.isEmpty {
      subsections.append(
        ReportSection(
          id: "answers-not-applicable",
          title: say(en: "Not applicable", de: "Nicht zutreffend"),
          blocks: [.paragraph(RichText(plain: absent.joined(separator: ", ") + "."))]
        )
      )
    }
    return ReportSection(
      id: "answers",
      title: say(en: "Requirements as answered", de: "Anforderungen nach Ihren Angaben"),
      density: .dense,
      subsections: subsections
    )
  }

  /// The note to an answer: text, who, when, on what basis.
  private func noteText(_ fact: String) -> String {
    guard let note = profile.notes.first(where: { $0.fact.id == fact }), say.mayShow(note.audience),
      let text = say.shown(note.text)
    else { return "" }
    let basis =
      switch note.basis {
      case .measured: say(en: "measured", de: "gemessen")
      case .stated: say(en: "stated", de: "so angegeben")
      case .estimated: say(en: "estimated", de: "geschätzt")
      case nil: String?.none
      }
    let origin = [note.by, note.date.map { say.date($0) }, basis].compactMap { $0 }.joined(separator: ", ")
    return text + (origin.isEmpty ? "" : " (\(origin))")
  }
}
