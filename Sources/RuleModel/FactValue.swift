/// A known value of a fact.
package enum FactValue: Sendable, Hashable {
  case boolean(Bool)
  /// The id of a choice.
  case choice(String)
  /// The ids chosen; the empty set is an answer ("none of these").
  case choices(Set<String>)
  /// A number, or a closed range of numbers when the ends differ. Dates are days since 1970-01-01.
  case number(from: Double, to: Double)

  /// A single number.
  package static func number(_ value: Double) -> FactValue { .number(from: value, to: value) }

  /// A day.
  package static func date(_ date: CalendarDate) -> FactValue { .number(Double(date.days)) }
}

/// What is known about a fact in one world: the four states are never mixed up.
package enum FactState: Sendable, Hashable {
  case unknown
  case notApplicable
  case known(FactValue)
}
