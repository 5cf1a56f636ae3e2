import Diagnostics
import RuleCompiler
import RuleModel

/// Choices and sides of thresholds that comparisons tell apart, and those that the tests reach.
struct ValueCoverage {
  enum Key: Hashable {
    case choice(fact: String, String)
    case below(Threshold)
    case above(Threshold)
  }

  struct Threshold: Hashable {
    let fact: String
    let value: FactValue
    let isUpperInclusive: Bool
  }

  let catalogue: Catalogue
  private var choices: [Key: ChoiceCoverage] = [:]
  private var thresholds: [Threshold: ThresholdCoverage] = [:]

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Adds what a comparison tells apart.
  mutating func expect(_ comparison: LinkedComparison, pack: String) {
    guard case .fact(let id) = comparison.subject, let fact = catalogue.fact(id) else { return }
    if let threshold = threshold(of: comparison) {
      guard thresholds[threshold] == nil else { return }
      thresholds[threshold] = ThresholdCoverage(
        fact: id,
        pack: pack,
        threshold: threshold.value,
        isUpperInclusive: threshold.isUpperInclusive,
        span: comparison.span
      )
      return
    }
    for case .choice(let choice) in comparison.operands where choices[.choice(fact: id, choice)] == nil {
      choices[.choice(fact: id, choice)] = ChoiceCoverage(
        fact: id,
        choice: choice,
        pack: fact.fact.header.pack,
        span: fact.fact.choices.first { $0.name.id == choice }?.name.span
      )
    }
  }

  /// The choices and sides that a value takes in a comparison that matters.
  func keys(decidedBy comparison: LinkedComparison, value: FactValue) -> [Key] {
    guard case .fact(let fact) = comparison.subject else { return [] }
    if let threshold = threshold(of: comparison) {
      let holds = comparison.operator.holds(value, comparison.operands, comparison.order)
      guard holds != .unknown else { return [] }
      let isUpper = (holds == .yes) == ["atLeast", "above"].contains(comparison.operator.id)
      return [isUpper ? .above(threshold) : .below(threshold)]
    }
    switch value {
    case .choice(let choice): return [.choice(fact: fact, choice)]
    case .choices(let chosen):
      // Of a set, those choices count without which the comparison would be another.
      let now = comparison.operator.holds(value, comparison.operands, comparison.order)
      return chosen.filter { choice in
        let without = FactValue.choices(chosen.subtracting([choice]))
        return comparison.operator.holds(without, comparison.operands, comparison.order) != now
      }.map { .choice(fact: fact, $0) }
    case .boolean, .number: return []
    }
  }

  /// Counts one world.
  mutating func count(_ world: ObviousEvaluator, _ decided: Set<Key>) {
    for key in Array(choices.keys) {
      guard case .choice(let fact, let choice) = key else { continue }
      switch world.state(ofFact: fact) {
      case .known(.choice(choice)): choices[key]?.isAnswered += 1
      case .known(.choices(let chosen)) where chosen.contains(choice): choices[key]?.isAnswered += 1
      default: break
      }
    }
    for key in decided {
      switch key {
      case .choice: choices[key]?.matters += 1
      case .below(let threshold): thresholds[threshold]?.below += 1
      case .above(let threshold): thresholds[threshold]?.above += 1
      }
    }
  }

  private func threshold(of comparison: LinkedComparison) -> Threshold? {
    guard case .fact(let fact) = comparison.subject, let value = comparison.operands.first else { return nil }
    switch comparison.operator.id {
    case "atLeast", "below": return Threshold(fact: fact, value: value, isUpperInclusive: true)
    case "above", "atMost": return Threshold(fact: fact, value: value, isUpperInclusive: false)
    default: return nil
    }
  }

  // MARK: Results

  var sortedChoices: [ChoiceCoverage] {
    choices.values.sorted { a, b in
      a.fact == b.fact ? place(a.choice, of: a.fact) < place(b.choice, of: b.fact) : idPrecedes(a.fact, b.fact)
    }
  }

  var sortedThresholds: [ThresholdCoverage] {
    thresholds.values.sorted { a, b in
      if a.fact != b.fact { return idPrecedes(a.fact, b.fact) }
      let (x, y) = (size(a.threshold, of: a.fact), size(b.threshold, of: b.fact))
      return x == y ? a.isUpperInclusive && !b.isUpperInclusive : x < y
    }
  }

  private func place(_ choice: String, of fact: String) -> Int {
    catalogue.fact(fact)?.fact.choices.firstIndex { $0.name.id == choice } ?? 0
  }

  private func size(_ value: FactValue, of fact: String) -> Double {
    switch value {
    case .number(let number, _): number
    case .choice(let choice): Double(place(choice, of: fact))
    case .boolean, .choices: 0
    }
  }
}
