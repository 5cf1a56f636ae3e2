import Engine

/// What a column can still hold: its states, and its values while it is known.
struct PossibleValues: Hashable, Sendable {
  var states: States
  /// Choices, booleans, leaves: one of these bits. Sets: the choices that may be in.
  var may: UInt64 = 0
  /// Sets: the choices that are in.
  var must: UInt64 = 0
  var range = NumberRange.everything

  struct States: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let known = States(rawValue: 1)
    static let notApplicable = States(rawValue: 2)
    /// Not missing, but without a value: a quotient by 0, a decision without enough facts.
    static let undefined = States(rawValue: 4)
    static let any: States = [.known, .notApplicable, .undefined]

    var isDecided: Bool { rawValue & (rawValue &- 1) == 0 }
  }

  /// What a comparison with these values can give.
  func truths(_ test: Test) -> TruthSet {
    var result: TruthSet = []
    if states.contains(.notApplicable) { result.insert(.no) }
    if states.contains(.undefined) { result.insert(.unknown) }
    if states.contains(.known) { result.formUnion(knownTruths(test)) }
    return result
  }

  /// The same for the known values alone.
  func knownTruths(_ test: Test) -> TruthSet {
    func outcome(yes: Bool, no: Bool) -> TruthSet {
      var result: TruthSet = []
      if yes { result.insert(.yes) }
      if no { result.insert(.no) }
      return result
    }
    switch test {
    case .member(let mask): return outcome(yes: may & mask != 0, no: may & ~mask != 0)
    case .notMember(let mask): return outcome(yes: may & ~mask != 0, no: may & mask != 0)
    case .intersects(let mask): return outcome(yes: may & mask != 0, no: must & mask == 0)
    case .contains(let mask): return outcome(yes: mask & ~may == 0, no: mask & ~must != 0)
    case .subset(let mask): return outcome(yes: must & ~mask == 0, no: may & ~mask != 0)
    case .within(let bounds):
      let wanted = NumberRange(bounds)
      return outcome(yes: !range.intersection(wanted).isEmpty, no: !wanted.contains(range))
    case .outside(let bounds):
      let wanted = NumberRange(bounds)
      return outcome(yes: !wanted.contains(range), no: !range.intersection(wanted).isEmpty)
    }
  }

  /// The values in two parts, so that the test is nearer to being decided in each; nil if it is decided.
  ///
  /// - Parameter exclusive: the choices of a set that stand alone.
  func split(by test: Test, exclusive: UInt64) -> [PossibleValues]? {
    switch test {
    case .member(let mask), .notMember(let mask): return split(mask)
    case .intersects(let mask): return split(element: mask & may & ~must, exclusive)
    case .contains(let mask): return mask & ~may == 0 ? split(element: mask & ~must, exclusive) : nil
    case .subset(let mask): return split(element: may & ~mask & ~must, exclusive)
    case .within(let bounds), .outside(let bounds):
      let wanted = NumberRange(bounds)
      if let (below, rest) = range.split(before: wanted) { return [with(rest), with(below)] }
      if let (rest, above) = range.split(behind: wanted) { return [with(rest), with(above)] }
      return nil
    }
  }

  private func split(_ mask: UInt64) -> [PossibleValues]? {
    guard may & mask != 0, may & ~mask != 0 else { return nil }
    var inside = self
    var outside = self
    inside.may &= mask
    outside.may &= ~mask
    return [inside, outside]
  }

  private func split(element candidates: UInt64, _ exclusive: UInt64) -> [PossibleValues]? {
    guard candidates != 0 else { return nil }
    let bit = candidates & (~candidates &+ 1)
    var outside = self
    outside.may &= ~bit
    var inside = self
    inside.must |= bit
    inside.may &= exclusive & bit != 0 ? bit : ~exclusive
    return inside.must & ~inside.may == 0 ? [inside, outside] : [outside]
  }

  func with(_ range: NumberRange) -> PossibleValues {
    var copy = self
    copy.range = range
    return copy
  }
}
