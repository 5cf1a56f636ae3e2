extension ConditionOperator {
  /// Holds when the value is one of the literals.
  package static let anyOf = ConditionOperator(
    id: "anyOf",
    subjects: [.boolean, .choice, .orderedChoice, .number, .date, .decision],
    takesList: true,
    help: "one of the values; the short form is the list itself",
    holds: { value, operands, _ in
      operands.reduce(Truth.no) { $0.or(equals(value, $1)) }
    },
    test: { operands, _ in
      .anyOf(operands.map(equalityTest))
    },
    phrase: { operands, language in
      language(
        en: "is one of: \(operands.joined(separator: ", "))",
        de: "ist eines von: \(operands.joined(separator: ", "))"
      )
    },
    examples: [
      .init(.choice("b"), [.choice("a"), .choice("b")], .yes),
      .init(.choice("c"), [.choice("a"), .choice("b")], .no),
      .init(.number(from: 1, to: 2), [.number(1), .number(4)], .unknown),
    ]
  )
}
