import Engine

/// Numbers between two ends; an open end is not among them. Whole ones only where `isWhole` (days).
struct NumberRange: Hashable, Sendable {
  var lower: Double
  var upper: Double
  var isLowerOpen = false
  var isUpperOpen = false
  var isWhole = false

  static let everything = NumberRange(lower: -.infinity, upper: .infinity)

  init(lower: Double, upper: Double, isLowerOpen: Bool = false, isUpperOpen: Bool = false, isWhole: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.isLowerOpen = isLowerOpen
    self.isUpperOpen = isUpperOpen
    self.isWhole = isWhole
    guard isWhole else { return }
    if lower.isFinite {
      let first = lower.rounded(.up)
      self.lower = isLowerOpen && first == lower ? first + 1 : first
      self.isLowerOpen = false
    }
    if upper.isFinite {
      let last = upper.rounded(.down)
      self.upper = isUpperOpen && last == upper ? last - 1 : last
      self.isUpperOpen = false
    }
  }

  var isEmpty: Bool { lower > upper || (lower == upper && (isLowerOpen || isUpperOpen)) }
  var isPoint: Bool { lower == upper }

  /// The numbers that lie in both.
  func intersection(_ other: NumberRange) -> NumberRange {
    var from = (lower, isLowerOpen)
    if other.lower > lower { from = (other.lower, other.isLowerOpen) }
    if other.lower == lower { from.1 = isLowerOpen || other.isLowerOpen }
    var to = (upper, isUpperOpen)
    if other.upper < upper { to = (other.upper, other.isUpperOpen) }
    if other.upper == upper { to.1 = isUpperOpen || other.isUpperOpen }
    return NumberRange(
      lower: from.0,
      upper: to.0,
      isLowerOpen: from.1,
      isUpperOpen: to.1,
      isWhole: isWhole || other.isWhole
    )
  }

  /// Whether every number of the other range is one of these.
  func contains(_ other: NumberRange) -> Bool {
    other.isEmpty
      || ((lower < other.lower || (lower == other.lower && (!isLowerOpen || other.isLowerOpen)))
        && (upper > other.upper || (upper == other.upper && (!isUpperOpen || other.isUpperOpen))))
  }

  /// The range of a comparison.
  init(_ bounds: Bounds) {
    self.init(
      lower: bounds.lower,
      upper: bounds.upper,
      isLowerOpen: bounds.isLowerOpen,
      isUpperOpen: bounds.isUpperOpen
    )
  }

  /// The numbers below the beginning of another range, and the rest; nil if there are none below.
  func split(before other: NumberRange) -> (below: NumberRange, rest: NumberRange)? {
    guard other.lower.isFinite else { return nil }
    let below = intersection(NumberRange(lower: -.infinity, upper: other.lower, isUpperOpen: !other.isLowerOpen))
    let rest = intersection(NumberRange(lower: other.lower, upper: .infinity, isLowerOpen: other.isLowerOpen))
    return below.isEmpty || rest.isEmpty ? nil : (below, rest)
  }

  /// The numbers up to the end of another range, and those above it; nil if there are none above.
  func split(behind other: NumberRange) -> (rest: NumberRange, above: NumberRange)? {
    guard other.upper.isFinite else { return nil }
    let rest = intersection(NumberRange(lower: -.infinity, upper: other.upper, isUpperOpen: other.isUpperOpen))
    let above = intersection(NumberRange(lower: other.upper, upper: .infinity, isLowerOpen: !other.isUpperOpen))
    return above.isEmpty || rest.isEmpty ? nil : (rest, above)
  }

  /// One of the numbers, a plain one where there is one; the range must not be empty.
  var sample: Double {
    if isPoint { return lower }
    if !isLowerOpen && lower.isFinite { return lower }
    if !isUpperOpen && upper.isFinite { return upper }
    switch (lower.isFinite, upper.isFinite) {
    case (true, true):
      let whole = lower.rounded(.down) + 1
      if whole > lower && whole < upper { return whole }
      let middle = lower + (upper - lower) / 2
      return middle > lower && middle < upper ? middle : lower.nextUp
    case (true, false): return lower.magnitude < 1e15 ? lower.rounded(.down) + 1 : lower.nextUp
    case (false, true): return upper.magnitude < 1e15 ? upper.rounded(.up) - 1 : upper.nextDown
    case (false, false): return 0
    }
  }

  /// Smaller ranges that together are this one: one number, and what lies on its sides. Empty for a single number.
  var parts: [NumberRange] {
    guard !isPoint else { return [] }
    var middle: Double
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): middle = lower + (upper - lower) / 2
    case (true, false): middle = max(1, 2 * lower.magnitude)
    case (false, true): middle = min(-1, -2 * upper.magnitude)
    case (false, false): middle = 0
    }
    if isWhole { middle = middle.rounded(.down) }
    let point = intersection(NumberRange(lower: middle, upper: middle))
    let below = intersection(NumberRange(lower: -.infinity, upper: middle, isUpperOpen: true))
    let above = intersection(NumberRange(lower: middle, upper: .infinity, isLowerOpen: true))
    var parts = [point, below, above].filter { !$0.isEmpty }
    // The ends of a range are where formulas are largest and smallest, so they come first.
    if let end = parts.firstIndex(where: { !$0.isLowerOpen && !$0.isPoint && $0.lower.isFinite && $0.lower == lower }) {
      let whole = parts.remove(at: end)
      let first = NumberRange(lower: lower, upper: lower, isWhole: isWhole)
      let rest = whole.intersection(NumberRange(lower: lower, upper: .infinity, isLowerOpen: true))
      parts.insert(first, at: 0)
      if !rest.isEmpty { parts.append(rest) }
    }
    if let end = parts.firstIndex(where: { !$0.isUpperOpen && !$0.isPoint && $0.upper.isFinite && $0.upper == upper }) {
      let whole = parts.remove(at: end)
      let last = NumberRange(lower: upper, upper: upper, isWhole: isWhole)
      let rest = whole.intersection(NumberRange(lower: -.infinity, upper: upper, isUpperOpen: true))
      parts.insert(last, at: 0)
      if !rest.isEmpty { parts.append(rest) }
    }
    return parts.count == 1 && parts[0] == self ? [] : parts
  }
}
