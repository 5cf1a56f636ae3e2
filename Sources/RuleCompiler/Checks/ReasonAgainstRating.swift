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
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform", "title": "Nine Cloud" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 2 },
                     "because": { "en": "Graphics cards are rare.", "de": "Die Nine Cloud kann Grafikkarten nicht anbieten." } } ] }
      """,
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "a", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 2 },
                     "because": "That no driver is needed is no drawback, which speaks for it." },
                   { "id": "c", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 1 },
                     "because": "You cannot run drivers yourself, which speaks against the other options." },
                   { "id": "b", "when": { "gpu": false }, "criterion": "fit", "rate": { "cloud": 2, "own": -1 },
                     "because": "Nothing to drive, which speaks against it." } ] }
      """
    ],
    find: { packs in
      packs.catalogue.rules.compactMap { rule in
        let direction = direction(of: rule)
        guard direction != 0,
          let phrase = rule.rule.because.translations.lazy.compactMap({ translation in
            opposite(translation.text, direction)
              ?? (direction > 0 ? inability(translation.text, of: titles(rule, packs, translation.language)) : nil)
          }).first
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
    "speaks in its favour", "fits well", "fit well", "passt gut", "passen gut", "speaks for it", "is an advantage here",
    "is well suited", "are well suited",
    "spricht dafür", "sprechen dafür", "eignet sich gut", "eignen sich gut", "ist ein vorteil",
  ]
  private static let opposing = [
    "speaks against", "speak against", "does not fit", "do not fit", "does not suit", "passt nicht", "passen nicht",
    "spricht gegen", "sprechen gegen", "is a drawback", "is a disadvantage",
    "is unsuitable",
    "is ruled out", "are ruled out", "spricht dagegen", "sprechen dagegen", "ist ein nachteil", "ist ungeeignet",
    "scheidet aus", "scheiden aus",
  ]
  private static let denials = ["not ", "no ", "nor ", "nothing ", "nicht ", "kein ", "keine ", "nichts ", "weder "]

  /// What speaks against the others speaks for this one.
  private static let others = [" other", " andere", " alternative"]

  /// What an option is said to be unable to do: only where its name or "the platform" stands right in front, since most
  /// that "cannot" be done is what a customer lacks.
  private static func inability(_ text: String, of titles: [String]) -> String? {
    let lower = text.lowercased()
    let subjects =
      titles.map { $0.lowercased() } + ["the platform", "this platform", "die plattform", "diese plattform"]
    for subject in subjects where !subject.isEmpty {
      for verb in [" cannot ", " can not "] where lower.contains(subject + verb) { return subject + verb.dropLast() }
      // The German verb frames its sentence: "kann das nicht".
      for verb in [" kann ", " können "] {
        guard let place = lower.firstRange(of: subject + verb) else { continue }
        let rest = lower[place.upperBound...].prefix { !".;:!?,".contains($0) }
        if rest.hasPrefix("nicht ") || rest.contains(" nicht ") || rest.hasSuffix(" nicht") || rest == "nicht" {
          return subject + verb + "… nicht"
        }
      }
    }
    return nil
  }

  /// The titles of what a rule rates or excludes, in a language and plain.
  private static func titles(_ rule: LinkedRule, _ packs: CheckedPacks, _ language: String) -> [String] {
    let names = rule.rule.ratings.map(\.option.id) + rule.rule.exclude.map(\.id)
    return names.compactMap { packs.catalogue.option($0) }.flatMap { option in
      option.title.translations.filter { [language, ""].contains($0.language) }.map(\.text)
    }
  }

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
        let behind = lower[place.upperBound...].prefix(24)
        return !denials.contains { before.contains($0) } && !others.contains { behind.contains($0) }
      }
    }
    let (same, other) = direction > 0 ? (favouring, opposing) : (opposing, favouring)
    return first(same) == nil ? first(other) : nil
  }
}
