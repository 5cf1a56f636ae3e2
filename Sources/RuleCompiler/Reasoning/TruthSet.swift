/// The truth values that a condition can still have.
struct TruthSet: OptionSet, Hashable {
  let rawValue: UInt8

  static let yes = TruthSet(rawValue: 1)
  static let no = TruthSet(rawValue: 2)
  static let unknown = TruthSet(rawValue: 4)
  static let notYes: TruthSet = [.no, .unknown]

  /// Whether only one value is left.
  var isDecided: Bool { rawValue & (rawValue &- 1) == 0 }

  /// What `not` makes of it.
  var negated: TruthSet {
    var result: TruthSet = self.intersection(.unknown)
    if contains(.yes) { result.insert(.no) }
    if contains(.no) { result.insert(.yes) }
    return result
  }

  /// What strong Kleene logic makes of several, taken as independent of each other: nothing that is possible is missing.
  static func all(_ operands: some Sequence<TruthSet>) -> TruthSet {
    var isNoPossible = false
    var isUnknownPossible = false
    var isYesPossible = true
    var canAvoidNo = true
    for operand in operands {
      if operand.contains(.no) { isNoPossible = true }
      if operand.contains(.unknown) { isUnknownPossible = true }
      if !operand.contains(.yes) { isYesPossible = false }
      if operand == .no { canAvoidNo = false }
    }
    var result: TruthSet = []
    if isYesPossible { result.insert(.yes) }
    if isNoPossible { result.insert(.no) }
    if isUnknownPossible && canAvoidNo { result.insert(.unknown) }
    return result
  }
}
