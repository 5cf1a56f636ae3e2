package import Engine
package import RuleModel

extension CompiledRules {
  /// The largest number that an answer is taken to be where a fact states no maximum: far above anything people answer,
  /// and small enough for products of several to stay finite.
  static let largestAnswer = 1e30

  /// The facts without an answer or with a range as their answer, by column: what completions of a profile differ in
  /// (method.md, section 6). A default is no answer.
  package func openFacts(_ answers: [String: FactValue]) -> [OpenFact] {
    var open: [OpenFact] = []
    for fact in catalogue.facts where fact.derivation == nil {
      guard let column = factColumns[fact.id] else { continue }
      if let answer = answers[fact.id] {
        guard case .number(let from, let to) = answer, from < to else { continue }
        open.append(OpenFact(column: Int32(column), kind: .number, extent: .numbers(from: from, to: to)))
      } else {
        let (kind, extent) = everything(fact.fact)
        open.append(OpenFact(column: Int32(column), kind: kind, extent: extent))
      }
    }
    return open.sorted { $0.column < $1.column }
  }

  /// All values that an answer to a fact may have.
  package func everything(_ fact: Fact) -> (kind: OpenFact.Kind, extent: Extent) {
    let count = fact.choices.count
    let all: UInt64 = count >= 64 ? ~0 : (1 << UInt64(count)) - 1
    switch fact.kind {
    case .boolean: return (.choice, .choices(3))
    case .choice: return (.choice, .choices(all))
    case .choices:
      var exclusive: UInt64 = 0
      for (place, choice) in fact.choices.enumerated() where choice.isExclusive { exclusive |= 1 << UInt64(place) }
      return (.set(exclusive: exclusive), .sets(of: all))
    case .number(let domain):
      let limit = Self.largestAnswer
      return (.number, .numbers(from: domain.minimum ?? -limit, to: domain.maximum ?? limit))
    case .date:
      let first = CalendarDate(year: 0, month: 1, day: 1).days
      let last = CalendarDate(year: 9999, month: 12, day: 31).days
      return (.day, .numbers(from: Double(first), to: Double(last)))
    }
  }

  /// A block whose lanes all hold the same answers.
  package func template(_ answers: [String: FactValue], assumesDefaults: Bool) -> WorldBlock {
    var block = WorldBlock(columnCount: program.columnCount)
    for lane in 0..<WorldBlock.width { fill(&block, lane: lane, with: answers, assumesDefaults: assumesDefaults) }
    return block
  }
}
