package import Advice
import Assessing
package import LocatedJSON
import RuleCompiler
import RuleModel

/// Version of the structure of results: more keys may be added, these keep name and meaning.
package let resultSchemaVersion = 1

/// The result as data (formats.md, "Result"): the same for `assess --format json` and `report -o x.json`.
///
/// - Parameter edition: what a customer gets holds no text, note, source, step or price for the house only; an offer
///   no amount without validity either.
package func resultJSON(of recommendation: Recommendation, edition: Edition = .internal) -> JSONValue {
  ResultWriter(recommendation: recommendation, edition: edition).result()
}

private struct ResultWriter {
  let recommendation: Recommendation
  let edition: Edition

  private var say: Phrasing { Phrasing(language: .en, edition: edition, catalogue: catalogue) }

  private var assessment: Assessment { recommendation.assessment }
  private var catalogue: Catalogue { assessment.catalogue }

  func result() -> JSONValue {
    let profile = assessment.profile
    let counts = assessment.counts
    return .members([
      ("schemaVersion", .number(Double(resultSchemaVersion))),
      ("engine", .string("\(engineVersion)")),
      (
        "notice",
        .members([
          ("en", .string(ReportNotice(asOf: assessment.date?.description, language: .english).text)),
          ("de", .string(ReportNotice(asOf: assessment.date?.description, language: .german).text)),
        ])
      ),
      ("date", assessment.date.map { .string($0.description) }),
      (
        "packs",
        .array(
          catalogue.packs.map { pack in
            .members([
              ("id", .string(pack.id)), ("version", .string("\(pack.manifest.version)")),
              ("sha256", .string(pack.digest)),
            ])
          }
        )
      ),
      (
        "profile",
        .members([
          ("title", .string(profile.profile.title)), ("sha256", .string(profile.profile.digest)),
          ("answered", .number(Double(counts.answered))), ("unknown", .number(Double(counts.unknown))),
          ("notApplicable", .number(Double(counts.notApplicable))), ("complete", .bool(assessment.isComplete)),
          ("unused", strings(profile.unused.map(\.id))),
        ])
      ),
      ("decisions", .array(assessment.decisions.map { decision($0) })),
      (
        "rules",
        .array(
          catalogue.rules.map { .members([("id", .string($0.id)), ("truth", truth(assessment.truth(ofRule: $0.id)))]) }
        )
      ),
      ("facts", .array(assessment.facts.filter { mayShow($0.fact.fact.audience) }.map { fact($0) })),
      (
        "contradictions",
        .array(
          assessment.contradictions.filter { mayShow($0.text.audience) }.map { item in
            .members([("id", .string(item.id)), ("facts", strings(item.facts.map(\.id))), ("text", text(item.text))])
          }
        )
      ),
      ("notes", .array(notes())),
      ("components", .array(recommendation.architecture.components.map { component($0) })),
      (
        "connections",
        .array(
          recommendation.architecture.connections.map {
            .members([("from", .string($0.from)), ("to", .string($0.to)), ("label", shown($0.label))])
          }
        )
      ),
      ("steps", .array(steps())),
      ("costs", .array(costs())),
      ("nextQuestions", assessment.nextQuestionsJSON { mayShow($0.audience) }),
      (
        "skipped",
        .array(
          catalogue.skipped.map {
            .members([
              ("kind", .string($0.kind)), ("id", .string($0.id)), ("pack", .string($0.pack)),
              ("missing", strings($0.missing)),
            ])
          }
        )
      ),
    ])
  }

  // MARK: Parts

  private func mayShow(_ audience: Audience) -> Bool { edition.mayShow(audience) }

  /// A text that may be missing; nil also where it must not be shown.
  private func shown(_ text: LocalizedText?) -> JSONValue? {
    text.flatMap { mayShow($0.audience) ? self.text($0) : nil }
  }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func truth(_ truth: Truth) -> JSONValue { truth.known.map { .bool($0) } ?? .null }

  private func text(_ text: LocalizedText) -> JSONValue {
    guard mayShow(text.audience) else { return .string(say.text(text)) }
    if text.translations.count == 1, let only = text.translations.first, only.language.isEmpty {
      return .string(only.text)
    }
    return .object(text.translations.map { JSONValue.Member($0.language, .string($0.text)) })
  }

  private func decision(_ decision: AssessedDecision) -> JSONValue {
    let firmness = assessment.robustness?.decision(decision.id)
    let settlement = assessment.settlements[decision.id]
    return .members([
      ("id", .string(decision.id)),
      ("applicable", truth(decision.applicable)),
      ("recommended", optional(decision.recommended)),
      ("variant", optional(decision.variant)),
      ("decidedBy", .string(decision.decidedBy.rawValue)),
      ("recommendedByScore", optional(decision.recommendedByScore)),
      ("variantByScore", optional(decision.variantByScore)),
      ("reason", optional(decision.reason?.rawValue)),
      ("recommendedWithoutConfirmation", optional(decision.recommendedWithoutConfirmation)),
      ("tie", .bool(decision.tie)),
      ("variantTie", .bool(decision.variantTie)),
      ("close", .bool(decision.close)),
      ("conditional", .bool(decision.conditional)),
      ("settled", settlement.map { flag($0.settled) }),
      ("variantSettled", settlement.map { flag($0.variantSettled) }),
      ("settledBy", settlement.flatMap { $0.proof.map { proof($0) } }),
      ("evidence", .number(decision.evidence)),
      ("confidence", firmness?.confidenceJSON),
      ("families", firmness?.familiesJSON),
      ("options", .array(decision.leaves.map { leaf($0, settlement?.leaf($0.id), firmness?.leaf($0.id)) })),
      ("weightIntervals", firmness?.weightIntervalsJSON),
      ("flips", assessment.changes[decision.id].map { .array($0.flips.filter(mayShow).map { flip($0) }) }),
    ])
  }

  private func flag(_ flag: Bool?) -> JSONValue { flag.map { .bool($0) } ?? .null }

  private func proof(_ proof: Settlement.Proof) -> JSONValue {
    switch proof {
    case .decided: .members([("kind", .string("decided"))])
    case .bounds(let margin, let rival):
      .members([
        ("kind", .string("bounds")), ("margin", rival.map { _ in .number(margin) }),
        ("rival", rival.map { .string($0) }),
      ])
    case .enumeration(let parts): .members([("kind", .string("enumeration")), ("parts", .number(Double(parts)))])
    case .noSolution: .members([("kind", .string("noSolution"))])
    }
  }

  private func mayShow(_ flip: AnswerFlip) -> Bool { flip.changes.allSatisfy { mayShow($0.fact.fact.audience) } }

  private func flip(_ flip: AnswerFlip) -> JSONValue {
    .members([
      ("changes", changes(flip.changes)), ("recommended", .string(flip.recommended)),
      ("variant", .string(flip.variant)),
    ])
  }

  private func changes(_ changes: [ChangedAnswer]) -> JSONValue {
    .array(
      changes.map { change in
        .members([
          ("fact", .string(change.id)), ("from", valueJSON(change.from, of: change.fact.fact)),
          ("to", valueJSON(change.to, of: change.fact.fact)),
        ])
      }
    )
  }

  private func relaxations(_ relaxation: OptionRelaxation) -> JSONValue {
    let ways = relaxation.ways.filter { way in way.changes.allSatisfy { mayShow($0.fact.fact.audience) } }
    return .members([
      (
        "ways",
        .array(
          ways.map {
            .members([
              ("changes", changes($0.changes)), ("score", .number($0.score)), ("recommended", .bool($0.wins)),
            ])
          }
        )
      ),
      ("complete", .bool(relaxation.isComplete)),
      ("fixed", strings(relaxation.fixed.filter { mayShow($0.fact.fact.audience) }.map(\.id))),
    ])
  }

  private func leaf(_ leaf: AssessedLeaf, _ bounds: LeafBounds?, _ acceptability: Acceptability?) -> JSONValue {
    let members: [(String, JSONValue?)] = [
      ("id", .string(leaf.id)),
      ("variantOf", leaf.family == leaf.id ? nil : .string(leaf.family)),
      ("rank", leaf.rank.map { .number(Double($0)) } ?? .null),
      ("score", .number(leaf.score)),
      ("excludedBy", strings(leaf.excludedBy)),
      ("possiblyExcludedBy", strings(bounds?.possiblyExcludedBy ?? leaf.possiblyExcludedBy)),
      (
        "confirm",
        .array(
          leaf.confirm.map { .members([("rule", .string($0.rule)), ("text", shown($0.text) ?? .null)]) }
        )
      ),
      (
        "criteria",
        .array(
          leaf.criteria.map {
            .members([
              ("id", .string($0.id)), ("weight", .number($0.weight)), ("scale", .number(Double($0.scale))),
              ("net", .number(Double($0.net))),
            ])
          }
        )
      ),
      (
        "contributions",
        .array(
          leaf.contributions.map {
            .members([
              ("rule", .string($0.rule)), ("criterion", .string($0.criterion)), ("points", .number($0.points)),
            ])
          }
        )
      ),
      ("scoreBounds", bounds.map { .array([.number($0.lower), .number($0.upper)]) }),
      ("relaxations", assessment.relaxations[leaf.id].map { relaxations($0) }),
    ]
    return .members(members + (acceptability?.leafMembers ?? []))
  }

  private func fact(_ fact: AssessedFact) -> JSONValue {
    var value: JSONValue?
    if case .known(let known) = fact.state { value = valueJSON(known, of: fact.fact.fact) }
    return .members([("id", .string(fact.id)), ("state", .string(fact.origin.rawValue)), ("value", value)])
  }

  private func notes() -> [JSONValue] {
    recommendation.notes.filter { advised in
      mayShow(advised.note.audience) && mayShow(advised.note.text.audience) && say.mayState(advised.rule)
    }.map { advised in
      .members([
        ("rule", .string(advised.rule.id)), ("level", .string(advised.note.level.rawValue)),
        ("text", text(advised.note.text)),
      ])
    }
  }

  private func component(_ component: Component) -> JSONValue {
    .members([
      ("id", .string(component.id)), ("title", text(component.title)), ("layer", .string(component.layer.rawValue)),
      ("operatedBy", strings(component.operatedBy.map(\.rawValue))),
    ])
  }

  private func steps() -> [JSONValue] {
    shownSteps(of: recommendation.checklist, say).map { shown in
      let step = shown.planned.step
      return .members([
        ("id", .string(step.id)), ("title", text(step.title)), ("owner", strings(step.owners.map(\.rawValue))),
        ("phase", .string(step.phase.rawValue)), ("after", strings(shown.after)),
        ("effort", shown.planned.effort.map { .number($0) }),
      ])
    }
  }

  private func costs() -> [JSONValue] {
    recommendation.costs.filter { mayShow($0.price.audience) }.map { line in
      let sum = shownSum(of: line, say)
      return .members([
        ("id", .string(line.price.id)), ("title", text(line.price.title)),
        ("from", sum.map { .number($0.from) }), ("to", sum.map { .number($0.to) }),
        ("currency", line.price.currency.map { .string($0) }), ("per", line.price.per.map { .string($0.rawValue) }),
        ("toBeConfirmed", .bool(sum == nil)),
      ])
    }
  }
}
