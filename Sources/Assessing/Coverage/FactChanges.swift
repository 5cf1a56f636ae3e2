import RuleCompiler
import RuleModel

extension ObviousEvaluator {
  /// The state of a fact if one comparison of the condition that it is asked under, or that it follows from, had its contrary
  /// truth; nil where there is no such comparison with a known truth.
  ///
  /// - Parameters:
  ///   - part: nil for the relevance, else the place of the case (0 for a plain condition).
  ///   - place: of the comparison within that condition.
  func state(of fact: LinkedFact, flipping place: Int, inPart part: Int?) -> FactState? {
    func flipped(_ condition: LinkedCondition) -> Truth? {
      let flips = ConditionFlips(condition, in: self)
      return flips.truths[place] == .unknown ? nil : flips.truth(flipping: place)
    }
    guard let part else {
      guard let relevance = fact.relevance, let truth = flipped(relevance) else { return nil }
      return truth == .no ? .notApplicable : truth == .unknown ? .unknown : stateWhenRelevant(fact, nil)
    }
    if let relevance = fact.relevance, self.truth(of: relevance) != .yes { return state(ofFact: fact.id) }
    switch fact.derivation {
    case .condition(let condition):
      guard let truth = flipped(condition) else { return nil }
      return stateWhenRelevant(fact, (0, truth))
    case .cases(let cases, _):
      guard let truth = flipped(cases[part].condition) else { return nil }
      return stateWhenRelevant(fact, (part, truth))
    case .expression, nil: return nil
    }
  }

  /// The state that a fact has while it is relevant, with the truth of one of its cases replaced.
  private func stateWhenRelevant(_ fact: LinkedFact, _ replaced: (part: Int, truth: Truth)?) -> FactState {
    switch fact.derivation {
    case nil: return (answers[fact.id] ?? fact.defaultValue).map { .known($0) } ?? .unknown
    case .expression(let expression): return value(of: expression)
    case .condition(let condition):
      let truth = replaced?.truth ?? self.truth(of: condition)
      return truth.known.map { .known(.boolean($0)) } ?? .unknown
    case .cases(let cases, let otherwise):
      for (part, item) in cases.enumerated() {
        switch replaced?.part == part ? replaced?.truth ?? .unknown : truth(of: item.condition) {
        case .yes: return .known(item.value)
        case .unknown: return .unknown
        case .no: continue
        }
      }
      return .known(otherwise)
    }
  }
}

extension LinkedComparison {
  /// Its truth for a state of its subject.
  func truth(for state: FactState) -> Truth {
    switch state {
    case .unknown: .unknown
    case .notApplicable: .no
    case .known(let value): `operator`.holds(value, operands, order)
    }
  }
}
