import Diagnostics
import RuleModel

extension Check {
  /// A reason that says the opposite of what the rule does.
  package static let reasonAgainstRating = Check(
    code: "reason-against-rating",
    summary: "the reason of a rule speaks in the opposite direction of its ratings",
    rationale: """
      A report shows the reason beside the points. A reason that "speaks against it" beside +6 points makes both \
      worthless: either the sign or the text is wrong. Only clear phrases count, and only where all ratings of the rule \
      point in one direction.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 2 },
                     "because": { "en": "Graphics cards are rare here.", "de": "Grafikkarten sind rar; das spricht dagegen." } } ] }
      """,
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -2 },
                     "because": "Graphics cards come with it, which speaks in its favour." } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "a", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 2 },
                     "because": "That no driver is needed is no drawback, which speaks for it." },
                   { "id": "b", "when": { "gpu": false }, "criterion": "fit", "rate": { "cloud": 2, "own": -1 },
                     "because": "Nothing to drive, which speaks against it." } ] }
      """
    ],
    find: { packs in
      packs.catalogue.rules.compactMap { rule in
        let direction = direction(of: rule)
        guard direction != 0,
          let phrase = rule.rule.because.translations.lazy.compactMap({ opposite($0.text, direction) }).first
        else { return nil }
        return Diagnostic(
          .warning,
          code: "reason-against-rating",
          "rule '\(rule.id)' \(direction > 0 ? "rates for" : "rates against or excludes") its options, "
            + "and its reason says \(quoted(phrase))",
          at: rule.rule.name.span,
          help: "mend the sign of the rating, or the reason"
        )
      }
    }
  )

  private static let favouring = [
    "speaks in its favour", "speaks for it", "is an advantage here", "is well suited", "are well suited",
    "spricht dafür", "sprechen dafür", "eignet sich gut", "eignen sich gut", "passt gut dazu", "ist ein vorteil",
  ]
  private static let opposing = [
    "speaks against it", "speak against it", "speaks against them", "is a drawback", "is a disadvantage",
    "is unsuitable",
    "is ruled out", "are ruled out", "spricht dagegen", "sprechen dagegen", "ist ein nachteil", "ist ungeeignet",
    "scheidet aus", "scheiden aus",
  ]
  private static let denials = ["not ", "no ", "nor ", "nothing ", "nicht ", "kein ", "keine ", "nichts ", "weder "]

  /// 1 if all ratings favour, −1 if all oppose or exclude, 0 if they differ or say nothing.
  private static func direction(of rule: LinkedRule) -> Int {
    var signs = Set(
      rule.ratings.map { rating in
        if case .points(let points) = rating.value { points.signum() } else { 0 }
      }
    )
    signs.remove(0)
    if !rule.excludedLeaves.isEmpty { signs.insert(-1) }
    return signs.count == 1 ? signs.first ?? 0 : 0
  }

  /// A phrase of the other direction, where none of this one stands beside it.
  private static func opposite(_ text: String, _ direction: Int) -> String? {
    let lower = text.lowercased()
    func first(_ phrases: [String]) -> String? {
      phrases.first { phrase in
        guard let place = lower.firstRange(of: phrase) else { return false }
        let before = lower[..<place.lowerBound].suffix(24)
        return !denials.contains { before.contains($0) }
      }
    }
    let (same, other) = direction > 0 ? (favouring, opposing) : (opposing, favouring)
    return first(same) == nil ? first(other) : nil
  }
}
