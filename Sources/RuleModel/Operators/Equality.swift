/// Whether a known value equals a literal; a range of numbers equals a number only if it is that number.
func equals(_ value: FactValue, _ operand: FactValue) -> Truth {
  guard case .number(let from, let to) = value, case .number(let wanted, _) = operand else {
    return Truth(value == operand)
  }
  if from == to { return Truth(from == wanted) }
  return from <= wanted && wanted <= to ? .unknown : .no
}

/// The choices of a set as ids. INVARIANT: the compiler lets the set operators look at sets only.
func elements(_ value: FactValue) -> Set<String> {
  guard case .choices(let chosen) = value else { return [] }
  return chosen
}

/// Operands of a set operator as ids.
package func choiceIDs(_ operands: [FactValue]) -> Set<String> {
  Set(
    operands.compactMap { operand in
      guard case .choice(let id) = operand else { return nil }
      return id
    }
  )
}

/// Whether a known value lies within bounds; for an ordered choice its place in the order is compared.
func compare(
  _ value: FactValue,
  _ operand: FactValue,
  _ order: ChoiceOrder,
  _ bounds: (Double) -> NumberBounds
) -> Truth {
  switch (value, operand) {
  case (.number(let from, let to), .number(let threshold, _)):
    return bounds(threshold).contains(from: from, to: to)
  case (.choice(let chosen), .choice(let threshold)):
    guard let place = order.firstIndex(of: chosen), let limit = order.firstIndex(of: threshold) else { return .no }
    return bounds(Double(limit)).contains(from: Double(place), to: Double(place))
  default: return .no
  }
}

/// The test of a threshold: bounds for numbers, the choices on the right side for an ordered choice.
func thresholdTest(
  _ operands: [FactValue],
  _ order: ChoiceOrder,
  _ bounds: (Double) -> NumberBounds
) -> ValueTest {
  switch operands.first {
  case .number(let threshold, _): return .within(bounds(threshold))
  case .choice(let threshold):
    let limit = Double(order.firstIndex(of: threshold) ?? 0)
    let members = order.enumerated().filter { place, _ in
      bounds(limit).contains(from: Double(place), to: Double(place)) == .yes
    }
    return .member(members.map { .choice($0.element) })
  default: return .member([])
  }
}

/// The test "equals this literal".
func equalityTest(_ operand: FactValue) -> ValueTest {
  guard case .number(let wanted, _) = operand else { return .member([operand]) }
  return .within(.exactly(wanted))
}

/// The test "differs from this literal".
func inequalityTest(_ operand: FactValue) -> ValueTest {
  guard case .number(let wanted, _) = operand else { return .notMember([operand]) }
  return .outside(.exactly(wanted))
}
