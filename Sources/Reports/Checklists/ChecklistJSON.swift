import Advice
import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel

extension ChecklistFormat {
  /// The steps as data, in one language.
  package static let json = ChecklistFormat(
    id: "json",
    ending: "json",
    help: "The steps as data"
  ) { recommendation, language, edition in
    let rows = checklistRows(recommendation, language, edition)
    let provenance = Provenance(of: recommendation.assessment, for: edition)
    let steps = rows.map { row in
      JSONValue.members([
        ("number", .number(Double(row.number))), ("id", .string(row.id)), ("phase", .string(row.phase.rawValue)),
        ("title", .string(row.title)), ("owner", .array(row.owners.map { .string($0.rawValue) })),
        ("after", .array(row.after.map { .string($0) })), ("result", row.result.map { .string($0) }),
        ("details", row.details.map { .string($0) }), ("links", .array(row.links.map { .string($0) })),
        ("effort", row.effort.map { .number($0) }),
      ])
    }
    let json = JSONValue.members([
      ("schemaVersion", .number(1)),
      (
        "notice",
        .string(
          ReportNotice(
            asOf: recommendation.assessment.date?.description,
            language: language == .de ? .german : .english,
            isDraft: isDraft(recommendation.assessment.profile.profile, in: edition)
          ).text
        )
      ),
      ("digest", .string(provenance.digest)),
      ("title", .string(recommendation.assessment.profile.profile.title)),
      ("steps", .array(steps)),
    ])
    return Array(json.pretty().utf8)
  }
}

/// One step of a checklist as other programs want it.
struct ChecklistRow {
  let number: Int
  let id: String
  let phase: Step.Phase
  let title: String
  let owners: [Party]
  let after: [String]
  let result: String?
  let details: String?
  let links: [String]
  let effort: Double?
}

/// The steps that may be shown, in order.
func checklistRows(_ recommendation: Recommendation, _ language: Language, _ edition: Edition) -> [ChecklistRow] {
  let say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
  return shownSteps(of: recommendation.checklist, say).map { shown in
    let planned = shown.planned
    return ChecklistRow(
      number: shown.number,
      id: planned.step.id,
      phase: planned.step.phase,
      title: say.text(planned.step.title),
      owners: planned.step.owners,
      after: shown.after,
      result: say.shown(planned.step.result),
      details: say.shown(planned.step.details),
      links: planned.step.links.map(\.url),
      effort: planned.effort
    )
  }
}
