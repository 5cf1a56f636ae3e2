/// The truth values that a condition can still have.
package struct TruthSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let yes = TruthSet(rawValue: 1)
  package static let no = TruthSet(rawValue: 2)
  package static let unknown = TruthSet(rawValue: 4)
  package static let notYes: TruthSet = [.no, .unknown]

  /// Whether only one value is left.
  var isDecided: Bool { rawValue & (rawValue &- 1) == 0 }

  /// What `not` makes of it.
  var negated: TruthSet {
    var result: TruthSet = self.intersection(.unknown)
    if contains(.yes) { result.insert(.no) }
    if contains(.no) { result.insert(.yes) }
    return result
  }

  /// What `all` makes of several, taken as independent of each other: nothing that is possible is missing.
  struct Conjunction {
    private var some: TruthSet = []
    private var isYesPossible = true
    private var canAvoidNo = true

    mutating func add(_ operand: TruthSet) {
      some.formUnion(operand)
      if !operand.contains(.yes) { isYesPossible = false }
      if operand == .no { canAvoidNo = false }
    }

    var result: TruthSet {
      var result = some.intersection(.no)
      if isYesPossible { result.insert(.yes) }
      if canAvoidNo && some.contains(.unknown) { result.insert(.unknown) }
      return result
    }
  }
}
