extension ConditionOperator {
  /// Holds when the value is known and none of the literals.
  package static let noneOf = ConditionOperator(
    id: "noneOf",
    subjects: [.boolean, .choice, .orderedChoice, .number, .date, .decision],
    takesList: true,
    help: "none of the values; false, too, where the fact is not applicable",
    holds: { value, operands, _ in
      operands.reduce(Truth.no) { $0.or(equals(value, $1)) }.negated
    },
    test: { operands, _ in
      .allOf(operands.map(inequalityTest))
    },
    phrase: { operands, language in
      language(
        en: "is none of: \(operands.joined(separator: ", "))",
        de: "ist keines von: \(operands.joined(separator: ", "))"
      )
    },
    examples: [
      .init(.choice("c"), [.choice("a"), .choice("b")], .yes),
      .init(.choice("b"), [.choice("a"), .choice("b")], .no),
      .init(.number(from: 1, to: 2), [.number(1), .number(4)], .unknown),
    ]
  )
}
