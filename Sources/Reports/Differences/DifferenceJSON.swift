package import Advice
package import Assessing
package import LocatedJSON
import RuleCompiler
import RuleModel

/// Differences as data: of `whatif` and `compare`; `packs schema difference` describes it.
///
/// - Parameters:
///   - differences: each with the recommendations on its two sides.
///   - merge: what the profiles come to together, where they were merged.
package func differenceJSON(
  _ differences: [(former: Recommendation, present: Recommendation, difference: CaseDifference)],
  merge: JSONValue? = nil,
  edition: Edition
) -> JSONValue {
  .members([
    ("schemaVersion", .number(Double(differenceSchemaVersion))), ("engine", .string("\(engineVersion)")),
    (
      "differences",
      .array(
        differences.map { former, present, difference in
          let say = Phrasing(language: .en, edition: edition, catalogue: difference.after.catalogue)
          return DifferenceWriter(former: former, present: present, difference: difference, say: say).json()
        }
      )
    ),
    ("merge", merge),
  ])
}

/// Version of the structure: more keys may be added, these keep name and meaning.
package let differenceSchemaVersion = 1

private struct DifferenceWriter {
  let former: Recommendation
  let present: Recommendation
  let difference: CaseDifference
  let say: Phrasing

  func json() -> JSONValue {
    .members([
      ("before", head(difference.before)), ("after", head(difference.after)),
      ("entries", .array(difference.entries.map { entry($0) })),
      (
        "decisions",
        .array(difference.decisions.filter(\.isChanged).map { decision($0) })
      ),
      ("same", strings(difference.decisions.filter { $0.isRelevant && !$0.isChanged }.map(\.id))),
      ("steps", comesAndGoes(steps(former), steps(present))),
      ("components", comesAndGoes(former.architecture.components.map(\.id), present.architecture.components.map(\.id))),
      ("questions", .members([("come", shown(difference.newQuestions)), ("go", shown(difference.goneQuestions))])),
      (
        "contradictions",
        .members([
          ("come", contradictions(difference.newContradictions)),
          ("go", contradictions(difference.goneContradictions)),
        ])
      ),
    ])
  }

  private func head(_ assessment: Assessment) -> JSONValue {
    .members([
      ("title", .string(assessment.profile.profile.title)), ("sha256", .string(assessment.profile.profile.digest)),
    ])
  }

  private func entry(_ entry: EntryDifference) -> JSONValue {
    let isHidden = !isShown(entry.subject, say)
    return .members(
      subjectMembers(entry.subject, hiding: isHidden) + [
        ("before", isHidden ? .null : entryJSON(entry.before, say)),
        ("after", isHidden ? .null : entryJSON(entry.after, say)),
      ]
    )
  }

  private func decision(_ decision: DecisionDifference) -> JSONValue {
    let words = DecisionImpact.Change.Kind.allCases.map { kind in
      (
        kind.rawValue,
        Optional(
          JSONValue.array(
            decision.impact.changes.filter { $0.kind == kind }.map {
              .members([("option", .string($0.leaf)), ("rule", .string($0.rule))])
            }
          )
        )
      )
    }
    let attribution = decision.attribution
    return .members(
      [
        ("id", .string(decision.id)), ("effect", .string(decision.impact.effect.rawValue)),
        ("before", outcome(decision.before, decision.settledBefore)),
        ("after", outcome(decision.after, decision.settledAfter)),
        ("points", decision.points.map { points($0) } ?? .null),
        (
          "parts",
          .array(
            attribution.parts.map { part in
              .members([
                ("entries", places(part.entries)), ("decisions", strings(part.decisions)),
                ("rules", strings(part.rules)), ("points", .number(part.points)),
              ])
            }
          )
        ),
        ("sufficient", .array(attribution.sufficient.map { places($0) })),
        ("necessary", places(attribution.necessary)), ("offset", places(attribution.offset)),
      ] + words
    )
  }

  private func outcome(_ decision: AssessedDecision, _ settled: Bool?) -> JSONValue {
    let leaf = decision.applicable == .no ? nil : decision.chosenLeaf
    let rival = leaf == nil ? nil : decision.runnerUp
    return .members([
      ("applicable", decision.applicable.known.map { .bool($0) } ?? .null),
      ("recommended", optional(leaf?.family)), ("variant", optional(leaf?.id)),
      ("decidedBy", .string(decision.decidedBy.rawValue)), ("reason", optional(decision.reason?.rawValue)),
      ("score", leaf.map { .number($0.score) } ?? .null), ("rival", optional(rival?.id)),
      ("lead", leaf.flatMap { leaf in rival.map { .number(leaf.score - $0.score) } } ?? .null),
      ("settled", settled.map { .bool($0) } ?? .null),
    ])
  }

  private func points(_ points: PointDifference) -> JSONValue {
    .members([
      ("option", .string(points.leaf)), ("over", optional(points.rival)), ("before", .number(points.before)),
      ("after", .number(points.after)),
      (
        "rules",
        .array(
          points.shifts.map { shift in
            .members([
              ("rule", .string(shift.rule)), ("criterion", .string(shift.criterion)),
              ("why", .string(shift.why.rawValue)), ("before", .number(shift.before)),
              ("after", .number(shift.after)),
            ])
          }
        )
      ),
      (
        "criteria",
        .array(
          points.criteria.map { .members([("criterion", .string($0.criterion)), ("points", .number($0.difference))]) }
        )
      ),
    ])
  }

  // MARK: Lists

  private func steps(_ recommendation: Recommendation) -> [String] {
    shownSteps(of: recommendation.checklist, say).map(\.planned.step.id)
  }

  private func comesAndGoes(_ old: [String], _ new: [String]) -> JSONValue {
    .members([
      ("come", strings(new.filter { !old.contains($0) })), ("go", strings(old.filter { !new.contains($0) })),
    ])
  }

  private func shown(_ facts: [String]) -> JSONValue {
    strings(facts.filter { isShown(.fact($0), say) })
  }

  private func contradictions(_ items: [Contradiction]) -> JSONValue {
    strings(items.filter { say.mayShow($0.text.audience) }.map(\.id))
  }

  private func places(_ places: [Int]) -> JSONValue { .array(places.map { .number(Double($0)) }) }
  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
  private func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

/// What an entry is about, as members: "about" and the ids.
func subjectMembers(_ subject: ProfileEntry.Subject, hiding isHidden: Bool = false) -> [(String, JSONValue?)] {
  switch subject {
  case .fact(let id): [("about", .string("answer")), ("id", isHidden ? .null : .string(id))]
  case .weight(let id): [("about", .string("weight")), ("id", .string(id))]
  case .decision(let id): [("about", .string("decided")), ("id", .string(id))]
  case .clarification(let rule, let option):
    [("about", .string("clarified")), ("id", .string(rule)), ("option", .string(option))]
  case .date: [("about", .string("date")), ("id", .null)]
  }
}

/// What an entry says; null for what is open, or rests on the packs.
func entryJSON(_ entry: ProfileEntry, _ say: Phrasing) -> JSONValue {
  switch entry {
  case .answer(let id, let given):
    guard let value = given.value, let fact = say.catalogue.fact(id) else { return .null }
    return valueJSON(value, of: fact.fact)
  case .weight(_, let weight): return weight.map { .number($0) } ?? .null
  case .decided(_, let option): return option.map { .string($0) } ?? .null
  case .clarified(_, _, let holds): return holds.map { .bool($0) } ?? .null
  case .date(let day): return day.map { .string($0.description) } ?? .null
  }
}
