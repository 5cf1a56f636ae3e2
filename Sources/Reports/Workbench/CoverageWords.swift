package import Assessing
package import RuleCompiler
package import RuleModel

/// How coverage is said, on the terminal and on the page.
package struct CoverageWords {
  let say: Phrasing

  package init(_ say: Phrasing) { self.say = say }

  /// A comparison in ids and operators: "biz.availability atLeast 99.9".
  package func identified(_ comparison: LinkedComparison) -> String {
    let fact = if case .fact(let id) = comparison.subject { id } else { "" }
    let operands = comparison.operands.map { operand($0, of: fact) }.joined(separator: ", ")
    return "\(comparison.subject.key) \(comparison.operator.id) \(operands)"
  }

  /// A value as packs write it.
  package func operand(_ value: FactValue, of fact: String) -> String {
    switch value {
    case .boolean(let flag): return "\(flag)"
    case .choice(let id): return id
    case .choices(let ids): return "[\(ids.sorted(by: idPrecedes).joined(separator: ", "))]"
    case .number(let number, _):
      let isDate = say.catalogue.fact(fact)?.fact.kind == .date
      return isDate ? "\(CalendarDate(days: Int(number)))" : plain(number)
    }
  }

  /// What no test reaches of a condition, one phrase each; empty if all is reached.
  package func gaps(of condition: ConditionCoverage) -> [String] {
    var gaps: [String] = []
    if condition.isTrue == 0 {
      gaps.append("true in no test")
    } else if condition.isTrueWithEffect == 0 {
      gaps.append("true without effect only (\(tests(condition.isTrue)))")
    }
    for comparison in condition.comparisons {
      let missing = [
        ("true", comparison.isTrue, comparison.mattersTrue), ("false", comparison.isFalse, comparison.mattersFalse),
      ]
      .filter { $0.2 == 0 }.map { side, seen, _ in seen == 0 ? "never \(side)" : "\(side) without effect only" }
      if missing.isEmpty { continue }
      gaps.append("\(identified(comparison.comparison)): \(missing.joined(separator: ", "))")
    }
    return gaps
  }

  /// The side or sides of a threshold on which no value matters.
  package func gap(of threshold: ThresholdCoverage) -> String {
    let value = operand(threshold.threshold, of: threshold.fact)
    let sides = sides(of: threshold)
    let missing = [(sides.below, threshold.below), (sides.above, threshold.above)].filter { $0.1 == 0 }.map(\.0)
    return "\(threshold.fact) \(value): \(missing.joined(separator: ", "))"
  }

  /// The names of the sides: "below", "at least" or "at most", "above".
  func sides(of threshold: ThresholdCoverage) -> (below: String, above: String) {
    threshold.isUpperInclusive ? ("below", "at least") : ("at most", "above")
  }

  /// "1 test", "5 tests".
  package func tests(_ count: Int) -> String { count == 1 ? "1 test" : "\(count) tests" }
}
