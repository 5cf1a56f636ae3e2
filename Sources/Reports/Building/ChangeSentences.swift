package import Assessing
import RuleCompiler
import RuleModel

/// A change of one answer: "Isolation: own cluster (now: namespace)", "Databases: also PostgreSQL".
package func changeText(_ change: ChangedAnswer, _ say: Phrasing) -> String {
  "\(say.title(of: change.fact.fact)): \(changedValues([change.to], from: change.from, change.fact.fact, say))"
}

/// The values that one answer may be changed to.
private func changedValues(_ values: [FactValue], from: FactValue, _ fact: Fact, _ say: Phrasing) -> String {
  if case .choices(let old) = from {
    return values.map { value -> String in
      guard case .choices(let new) = value else { return say.value(value, of: fact) }
      if new == old.union(new) {
        return say(en: "also ", de: "auch ") + say.value(.choices(new.subtracting(old)), of: fact)
      }
      if new.isSubset(of: old), !new.isEmpty {
        return say(en: "without ", de: "ohne ") + say.value(.choices(old.subtracting(new)), of: fact)
      }
      return instead([value], from, fact, say)
    }.joined(separator: say(en: "; or ", de: "; oder "))
  }
  return instead(values, from, fact, say)
}

private func instead(_ values: [FactValue], _ from: FactValue, _ fact: Fact, _ say: Phrasing) -> String {
  let new = values.map { say.value($0, of: fact) }.joined(separator: say(en: "; or ", de: "; oder "))
  let old = say.value(from, of: fact)
  return say(en: "\(new) (now: \(old))", de: "\(new) (jetzt: \(old))")
}

/// What would change a recommendation, one line for each: the changes, and the option recommended then.
package struct ChangeLine: Sendable {
  package let change: String
  package let outcome: String
}

/// Single answers that would change the recommendation, values of one answer with the same outcome together; where there is
/// none, pairs of answers, of those about the same facts the first.
package func changeLines(_ changes: DecisionChanges, _ say: Phrasing) -> [ChangeLine] {
  var groups: [(fact: String, option: String, first: ChangedAnswer, values: [FactValue])] = []
  for driver in changes.drivers {
    guard let change = driver.changes.first, say.mayShow(change.fact.fact.audience) else { continue }
    if let known = groups.firstIndex(where: { $0.fact == change.id && $0.option == driver.recommended }) {
      groups[known].values.append(change.to)
    } else {
      groups.append((change.id, driver.recommended, change, [change.to]))
    }
  }
  let singles = groups.map { group in
    let fact = group.first.fact.fact
    let text = "\(say.title(of: fact)): \(changedValues(group.values, from: group.first.from, fact, say))"
    return ChangeLine(change: text, outcome: say.option(group.option))
  }
  if !singles.isEmpty { return singles }
  var pairs: [AnswerFlip] = []
  for flip in changes.flips where flip.changes.allSatisfy({ say.mayShow($0.fact.fact.audience) }) {
    let isKnown = pairs.contains {
      $0.changes.map(\.id) == flip.changes.map(\.id) && $0.recommended == flip.recommended
    }
    if !isKnown { pairs.append(flip) }
  }
  return pairs.map { flip in
    let texts = flip.changes.map { changeText($0, say) }
    return ChangeLine(
      change: texts.joined(separator: say(en: " and ", de: " und ")),
      outcome: say.option(flip.recommended)
    )
  }
}

/// One way to readmit an option: what would have to give, and what the option scores then.
package func relaxationText(_ way: OptionRelaxation.Way, _ say: Phrasing) -> String {
  let changes = way.changes.map { changeText($0, say) }.joined(separator: say(en: " and ", de: " und "))
  let score = say.points(way.score)
  let end =
    way.wins
    ? say(en: "then \(score) points, and recommended", de: "dann \(score) Punkte und empfohlen")
    : say(en: "then \(score) points", de: "dann \(score) Punkte")
  return "\(changes); \(end)"
}

/// Why no change of answers that could be told readmits an option.
package func hopelessText(_ relaxation: OptionRelaxation, _ say: Phrasing) -> String {
  guard relaxation.isComplete else {
    return say(
      en: "nothing found among the \(say.number(Double(relaxationLimit))) changes tried; there are more",
      de: "unter den \(say.number(Double(relaxationLimit))) geprüften Änderungen nichts gefunden; es gibt mehr davon"
    )
  }
  let fixed = relaxation.fixed.filter { say.mayShow($0.fact.fact.audience) }
  guard !fixed.isEmpty else {
    return say(
      en: "nothing found that other answers could do",
      de: "mit anderen Angaben nicht zu erreichen"
    )
  }
  return say(
    en: "this hangs on what cannot be chosen: \(given(fixed, say))",
    de: "das hängt an Vorgaben, die nicht zur Wahl stehen: \(given(fixed, say))"
  )
}

/// "Data location (Only in Switzerland); Sector (Bank)"
private func given(_ facts: [AssessedFact], _ say: Phrasing) -> String {
  facts.map { "\(say.title(of: $0.fact.fact)) (\(say.state($0.state, of: $0.fact.fact)))" }.joined(separator: "; ")
}

/// What is said where `changeLines` has nothing to show: that no change does it, and what was not changed.
package func noChangeSentence(_ changes: DecisionChanges, _ say: Phrasing) -> String {
  let all = changes.flips.isEmpty && changes.drivers.isEmpty
  let sentence =
    all
    ? say(en: "No change of one or two answers would.", de: "Keine Änderung von einer oder zwei Angaben.")
    : say(
      en: "No change of one or two of the answers shown here would.",
      de: "Keine Änderung von einer oder zwei der hier gezeigten Angaben."
    )
  return [sentence, untouchedSentence(changes, say)].compactMap { $0 }.joined(separator: " ")
}

/// Which answers were not changed, since they are given; nil if the decision hangs on none that may be shown.
package func untouchedSentence(_ changes: DecisionChanges, _ say: Phrasing) -> String? {
  let fixed = changes.fixed.filter { say.mayShow($0.fact.fact.audience) }
  if fixed.isEmpty { return nil }
  return say(
    en: "Left as it is, since it is given: \(given(fixed, say)).",
    de: "Nicht verändert, weil vorgegeben: \(given(fixed, say))."
  )
}

/// Whether a way of readmitting an option may be shown.
package func mayShow(_ way: OptionRelaxation.Way, _ say: Phrasing) -> Bool {
  way.changes.allSatisfy { say.mayShow($0.fact.fact.audience) }
}
