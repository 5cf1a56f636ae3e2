import Engine

/// What a formula can still give: bounds that hold whatever the operands are within theirs.
///
/// Rounding never breaks the bounds: sums, products and quotients of doubles grow and fall with the exact ones.
struct FormulaBounds {
  var states: PossibleValues.States
  var lower: Double
  var upper: Double

  static func point(_ number: Double) -> FormulaBounds {
    FormulaBounds(states: .known, lower: number, upper: number)
  }

  init(states: PossibleValues.States, lower: Double, upper: Double) {
    self.states = states
    self.lower = lower
    self.upper = upper
  }

  init(_ values: PossibleValues) {
    self.init(states: values.states, lower: values.range.lower, upper: values.range.upper)
  }

  var range: NumberRange { NumberRange(lower: lower, upper: upper) }

  /// Two operands: not applicable if one is, otherwise undefined if one is, otherwise between the given corners.
  func combined(with other: FormulaBounds, _ corners: (FormulaBounds, FormulaBounds) -> [Double]) -> FormulaBounds {
    var result = FormulaBounds(states: [], lower: 0, upper: 0)
    if states.contains(.notApplicable) || other.states.contains(.notApplicable) {
      result.states.insert(.notApplicable)
    }
    let (mine, theirs) = (states.subtracting(.notApplicable), other.states.subtracting(.notApplicable))
    if mine.isEmpty || theirs.isEmpty { return result }
    if mine.contains(.undefined) || theirs.contains(.undefined) { result.states.insert(.undefined) }
    guard mine.contains(.known), theirs.contains(.known) else { return result }
    let values = corners(self, other)
    result.states.insert(.known)
    // What is not finite has no value; one corner that overflows leaves the rest possible.
    if values.contains(where: { !$0.isFinite }) { result.states.insert(.undefined) }
    if values.allSatisfy({ $0.isNaN }) && lower == upper && other.lower == other.upper {
      result.states.remove(.known)
      return result
    }
    if values.contains(where: \.isNaN) {
      (result.lower, result.upper) = (-.infinity, .infinity)
    } else {
      result.lower = values.reduce(.infinity) { $0 < $1 ? $0 : $1 }
      result.upper = values.reduce(-.infinity) { $0 > $1 ? $0 : $1 }
      if result.lower == result.upper && !result.lower.isFinite { result.states.remove(.known) }
    }
    return result
  }

  static func sum(_ a: FormulaBounds, _ b: FormulaBounds) -> [Double] { [a.lower + b.lower, a.upper + b.upper] }
  static func least(_ a: FormulaBounds, _ b: FormulaBounds) -> [Double] {
    [a.lower < b.lower ? a.lower : b.lower, a.upper < b.upper ? a.upper : b.upper]
  }
  static func greatest(_ a: FormulaBounds, _ b: FormulaBounds) -> [Double] {
    [a.lower > b.lower ? a.lower : b.lower, a.upper > b.upper ? a.upper : b.upper]
  }
  static func product(_ a: FormulaBounds, _ b: FormulaBounds) -> [Double] {
    [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
  }
  /// A divisor that may be 0 leaves everything possible.
  static func quotient(_ a: FormulaBounds, _ b: FormulaBounds) -> [Double] {
    if b.lower <= 0 && b.upper >= 0 { return [.nan] }
    return [a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper]
  }
  /// Weeks from a day to another.
  static func weeks(_ date: FormulaBounds, _ today: FormulaBounds) -> [Double] {
    [(date.lower - today.upper) / 7, (date.upper - today.lower) / 7]
  }
}
