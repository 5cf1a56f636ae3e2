import Engine
import RuleCompiler
import RuleModel

extension Assessment {
  /// Draws worlds around the case and counts: the same assessment with `robustness`.
  package func measuringRobustness(_ plan: SamplingPlan = SamplingPlan()) -> Assessment {
    let drawn = DrawnWorlds(Casework(rules.book, rules.caseFile(of: profile)), plan.drawing)
    let (decisions, questions) = drawn.measure()
    var copy = self
    copy.robustness = Robustness(
      plan: plan,
      decisions: decisions.map { FirmnessReader(rules: rules, firmness: $0).read() },
      questions: questions.map { QuestionValue($0) }
    )
    return copy
  }
}

/// Names what the engine counted about one decision.
private struct FirmnessReader {
  let rules: CompiledRules
  let firmness: DecisionFirmness

  private var decision: LinkedDecision { rules.catalogue.decisions[firmness.decision] }

  func read() -> DecisionRobustness {
    DecisionRobustness(
      id: decision.id,
      worlds: firmness.worlds,
      decided: firmness.decided,
      families: acceptabilities(firmness.families, decision.families),
      leaves: acceptabilities(firmness.leaves, decision.leaves.map(\.id)),
      confidence: firmness.confidence.map { confidence in
        Confidence(
          family: decision.families[confidence.family],
          share: confidence.share,
          worlds: firmness.worlds,
          fromWeights: confidence.fromWeights,
          fromAnswers: confidence.fromAnswers
        )
      },
      weightIntervals: firmness.intervals.map { interval in
        CriterionInterval(
          criterion: decision.criteria[interval.slot],
          weight: interval.weight,
          option: WeightRange(interval.option, others: interval.others),
          leaf: WeightRange(interval.leaf, others: interval.others)
        )
      }
    )
  }

  private func acceptabilities(_ found: [AlternativeFirmness], _ ids: [String]) -> [Acceptability] {
    zip(ids, found).enumerated().map { place, pair in
      let (id, alternative) = pair
      return Acceptability(
        id: id,
        ranks: alternative.ranks,
        centralWeights: alternative.central.map { weights in
          zip(decision.criteria, weights).filter { $0.1 > 0 }.map { (criterion: $0.0, share: $0.1) }
        },
        confidenceFactor: alternative.factor,
        wins: ids.indices.filter { $0 != place }.map { (over: ids[$0], share: alternative.wins[$0]) }
      )
    }
  }
}
