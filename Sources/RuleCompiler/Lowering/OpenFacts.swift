package import Engine
package import RuleModel

extension CompiledRules {
  /// The largest number that an answer is taken to be where a fact states no maximum: far above anything people answer,
  /// and small enough for products of several to stay finite.
  static let largestAnswer = 1e30

  /// The facts without an answer or with a range as their answer, by column: what completions of a profile differ in
  /// (method.md, section 6). A default is no answer.
  package func openFacts(_ answers: [String: FactValue]) -> [OpenFact] { book.openFacts(extents(of: answers)) }

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

  /// An answer in the form of the engine.
  package func extent(of value: FactValue, _ fact: LinkedFact) -> Extent {
    if case .number(let from, let to) = value { return .numbers(from: from, to: to) }
    var extent = Extent.choices(bits(of: value, fact: fact))
    if case .choices = fact.fact.kind { extent.must = extent.may }
    return extent
  }

  /// A single value of the engine as an answer.
  package func value(of extent: Extent, _ fact: LinkedFact) -> FactValue {
    func ids(_ bits: UInt64) -> [String] {
      fact.fact.choices.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element.name.id)
    }
    switch fact.fact.kind {
    case .boolean: return .boolean(extent.may & 2 != 0)
    case .choice: return .choice(ids(extent.may).first ?? "")
    case .choices: return .choices(Set(ids(extent.must)))
    case .number, .date: return .number(extent.lower)
    }
  }

  /// A block whose lanes all hold the same answers.
  package func template(_ answers: [String: FactValue], assumesDefaults: Bool) -> WorldBlock {
    var block = WorldBlock(columnCount: program.columnCount)
    for lane in 0..<WorldBlock.width { fill(&block, lane: lane, with: answers, assumesDefaults: assumesDefaults) }
    return block
  }
}
