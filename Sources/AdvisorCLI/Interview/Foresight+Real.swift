import Assessing
import Reports
import RuleCompiler

extension Foresight {
  /// What the engine says: bounds and completions for what is settled, draws for what a question is worth.
  ///
  /// A decision that is open and yet without any solution, whatever the answers are, counts as settled: no question can
  /// change it.
  static let real = Foresight { assessment in
    let settlements = assessment.settle()
    let open = Set(settlements.filter(\.canChange).map(\.decision))
    let values = open.isEmpty ? [] : questionValues(of: assessment.profile, assessment.rules, deciding: open)
    return Sight(
      outlooks: settlements.map { settlement in
        let isFirm = !settlement.canChange
        let isLeafFirm = settlement.variantSettled == true || settlement.proof == .noSolution
        return DecisionOutlook(isSettled: isFirm, isVariantSettled: isFirm && isLeafFirm)
      },
      gains: Dictionary(values.map { ($0.fact, $0.gain) }) { first, _ in first },
      proof: { place, say in settlements[place].proof.map { sentence($0, say) } ?? nil }
    )
  }

  /// Why nothing can change, for people.
  private static func sentence(_ proof: Settlement.Proof, _ say: Phrasing) -> String? {
    switch proof {
    case .decided: return nil
    case .noSolution:
      return say(en: "No open answer changes that.", de: "Keine offene Angabe ändert das.")
    case .bounds(let margin, let rival?):
      return say(
        en:
          "Whatever the open answers are, the lead over \(say.option(rival)) stays at least \(say.decimal(margin)) points.",
        de:
          "Was auch immer noch offen ist: der Vorsprung auf \(say.option(rival)) bleibt mindestens \(say.decimal(margin)) Punkte."
      )
    case .bounds(_, nil):
      return say(en: "Nothing else is possible any more.", de: "Anderes kommt nicht mehr in Frage.")
    case .enumeration(let parts):
      return say(
        en: "Every combination of the open answers leads there (\(say.number(Double(parts))) cases looked at).",
        de: "Jede Kombination der offenen Angaben führt dazu (\(say.number(Double(parts))) Fälle betrachtet)."
      )
    }
  }
}
