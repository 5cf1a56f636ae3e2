package import RuleCompiler
package import RuleModel

/// The completions of a profile, by brute force: every fact without an answer gets every value that a comparison could
/// tell apart, and so does every range. Defaults are no answers.
///
/// Values of numbers are thresholds, what lies between them, and ends; where formulas count with a number, that is a
/// sample of its completions and not all of them.
package struct EveryCompletion: Sequence, Sendable {
  private let answers: [String: FactValue]
  private let open: [(fact: String, values: [FactValue])]
  package let count: Int

  /// - Returns: nil where there are more than `limit`.
  package init?(_ answers: [String: FactValue], _ rules: CompiledRules, limit: Int) {
    self.answers = answers
    let thresholds = rules.numberThresholds()
    var open: [(fact: String, values: [FactValue])] = []
    var count = 1
    for fact in rules.catalogue.facts where fact.derivation == nil {
      let answer = answers[fact.id]
      if let answer {
        guard case .number(let from, let to) = answer, from < to else { continue }
      }
      let values = Self.values(of: fact.fact, answer, thresholds[fact.id] ?? [])
      open.append((fact.id, values))
      count *= values.count
      if count > limit { return nil }
    }
    self.open = open
    self.count = count
  }

  package func makeIterator() -> some IteratorProtocol<[String: FactValue]> {
    (0..<count).lazy.map { number in
      var world = answers
      var rest = number
      for (fact, values) in open {
        world[fact] = values[rest % values.count]
        rest /= values.count
      }
      return world
    }.makeIterator()
  }

  private static func values(of fact: Fact, _ answer: FactValue?, _ thresholds: [Double]) -> [FactValue] {
    switch fact.kind {
    case .boolean: return [.boolean(false), .boolean(true)]
    case .choice: return fact.choices.map { .choice($0.name.id) }
    case .choices:
      var sets = fact.choices.filter(\.isExclusive).map { FactValue.choices([$0.name.id]) }
      let others = fact.choices.filter { !$0.isExclusive }.map(\.name.id)
      for bits in 0..<(1 << others.count) {
        let chosen = others.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
        sets.append(.choices(Set(chosen)))
      }
      return sets
    case .number(let domain):
      var (lower, upper) = (domain.minimum ?? -99, domain.maximum ?? 99)
      if case .number(let from, let to)? = answer { (lower, upper) = (from, to) }
      let between = zip(thresholds, thresholds.dropFirst()).map { ($0 + $1) / 2 }
      return Set(thresholds + between + [lower, upper, (lower + upper) / 2]).sorted()
        .filter { $0 >= lower && $0 <= upper }.map { .number($0) }
    case .date:
      let days = Set(thresholds.flatMap { [$0 - 1, $0, $0 + 1] } + [20_777, 20_800])
      return days.sorted().map { .number($0) }
    }
  }
}
