/// An operator of conditions: its name, what it looks at, what it means, how it is said.
///
/// An open set: one file each in `Operators/`, and one line in `all`. The closure `holds` defines the meaning; `test`
/// says the same in the few words that the flat program of the engine knows, and the two are compared by tests.
///
/// A class: every comparison holds its own one.
package final class ConditionOperator: Sendable {
  /// As written in packs.
  package let id: String
  /// What it can look at.
  package let subjects: [SubjectKind]
  /// Whether its value is a list of literals; otherwise it is exactly one.
  package let takesList: Bool
  /// One line for people who write packs.
  package let help: String
  /// The meaning for a known value; operands have the subject's type. Not applicable is false, unknown is unknown, for
  /// every operator, and never reaches this closure.
  package let holds: @Sendable (_ value: FactValue, _ operands: [FactValue], _ order: ChoiceOrder) -> Truth
  /// The same for the flat program.
  package let test: @Sendable (_ operands: [FactValue], _ order: ChoiceOrder) -> ValueTest
  /// How the comparison is said after the name of the subject, with the operands as people read them.
  package let phrase: @Sendable (_ operands: [String], _ language: Language) -> String
  package let examples: [Example]

  init(
    id: String,
    subjects: [SubjectKind],
    takesList: Bool,
    help: String,
    holds: @escaping @Sendable (_ value: FactValue, _ operands: [FactValue], _ order: ChoiceOrder) -> Truth,
    test: @escaping @Sendable (_ operands: [FactValue], _ order: ChoiceOrder) -> ValueTest,
    phrase: @escaping @Sendable (_ operands: [String], _ language: Language) -> String,
    examples: [Example]
  ) {
    self.id = id
    self.subjects = subjects
    self.takesList = takesList
    self.help = help
    self.holds = holds
    self.test = test
    self.phrase = phrase
    self.examples = examples
  }

  /// A known value, operands, and what the comparison gives: documentation and test in one.
  package struct Example: Sendable {
    package let value: FactValue
    package let operands: [FactValue]
    package let order: ChoiceOrder
    package let outcome: Truth

    package init(_ value: FactValue, _ operands: [FactValue], _ outcome: Truth, order: ChoiceOrder = []) {
      self.value = value
      self.operands = operands
      self.outcome = outcome
      self.order = order
    }
  }

  /// In documentation order.
  package static let all: [ConditionOperator] = [
    .is, .isNot, .anyOf, .noneOf,
    .atLeast, .atMost, .above, .below,
    .includes, .includesAny, .includesAll, .includesOnly,
  ]

  /// The operator with an id.
  package static func named(_ id: String) -> ConditionOperator? {
    let length = id.utf8.count
    return all.first { $0.id.utf8.count == length && $0.id == id }
  }
}

/// The ids of the choices of an ordered choice, lowest first; empty elsewhere.
package typealias ChoiceOrder = [String]

/// What a comparison can look at.
package enum SubjectKind: String, Sendable, CaseIterable {
  case boolean
  case choice
  case orderedChoice
  case choices
  case number
  case date
  case decision

  /// The word for it in messages.
  package var word: String {
    switch self {
    case .orderedChoice: "ordered choice"
    default: rawValue
    }
  }
}

/// What the flat program can ask of a known value.
package indirect enum ValueTest: Sendable {
  /// The boolean, choice or outcome is one of these.
  case member([FactValue])
  /// It is none of these.
  case notMember([FactValue])
  /// The number lies between the bounds; unknown if a range straddles one.
  case within(NumberBounds)
  /// The number does not lie between the bounds; unknown likewise.
  case outside(NumberBounds)
  /// The set holds at least one of these.
  case intersects([FactValue])
  /// The set holds all of these.
  case contains([FactValue])
  /// The set holds nothing but these.
  case subset([FactValue])
  case anyOf([ValueTest])
  case allOf([ValueTest])
}

/// An interval of numbers; an open end excludes its bound.
package struct NumberBounds: Sendable, Hashable {
  package let lower: Double
  package let upper: Double
  package let isLowerOpen: Bool
  package let isUpperOpen: Bool

  package init(lower: Double, upper: Double, isLowerOpen: Bool = false, isUpperOpen: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.isLowerOpen = isLowerOpen
    self.isUpperOpen = isUpperOpen
  }

  /// Exactly one number.
  package static func exactly(_ value: Double) -> NumberBounds { NumberBounds(lower: value, upper: value) }

  /// Whether a known number or range lies within: unknown if some of it does and some does not.
  package func contains(from: Double, to: Double) -> Truth {
    let startsInside = isLowerOpen ? from > lower : from >= lower
    let endsInside = isUpperOpen ? to < upper : to <= upper
    if startsInside && endsInside { return .yes }
    let endsBelow = isLowerOpen ? to <= lower : to < lower
    let startsAbove = isUpperOpen ? from >= upper : from > upper
    return endsBelow || startsAbove ? .no : .unknown
  }
}
