import Assessing
import Reports
import RuleCompiler

extension Foresight {
  /// What the engine says: bounds and completions for what is settled, and which answers are expected to bring the proofs
  /// nearest.
  ///
  /// A decision that is open and yet without any solution, whatever the answers are, counts as settled: no question can
  /// change it.
  static let real = Foresight { assessment, before in
    let seen = foresee(
      assessment,
      after: before.flatMap { before in before.sight.seen.map { (before.assessment, $0) } }
    )
    return Sight(
      outlooks: seen.outlooks,
      gains: seen.gains,
      pursued: seen.pursued,
      // What was proved some answers ago holds, but more may be said by now.
      proof: { place, say in
        let fresh = assessment.settle([seen.settlements[place].decision], limit: waitingLimit).first?.proof
        return (fresh ?? seen.settlements[place].proof).map { sentence($0, say) } ?? untouched(say)
      },
      seen: seen
    )
  }

  /// What is said of a decision that is settled since all that it depends on is.
  private static func untouched(_ say: Phrasing) -> String {
    say(en: "Nothing that is still open bears on it.", de: "Nichts, was noch offen ist, wirkt sich darauf aus.")
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
