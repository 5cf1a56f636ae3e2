extension ConditionOperator {
  /// Holds when the value is known and differs from the literal.
  package static let isNot = ConditionOperator(
    id: "isNot",
    subjects: [.boolean, .choice, .orderedChoice, .number, .date, .decision],
    takesList: false,
    help: "different from the value; false, too, where the fact is not applicable",
    holds: { value, operands, _ in
      equals(value, operands[0]).negated
    },
    test: { operands, _ in
      inequalityTest(operands[0])
    },
    phrase: { operands, language in
      language(en: "is not \(operands[0])", de: "ist nicht \(operands[0])")
    },
    examples: [
      .init(.choice("a"), [.choice("b")], .yes),
      .init(.choice("a"), [.choice("a")], .no),
      .init(.number(from: 1, to: 5), [.number(3)], .unknown),
    ]
  )
}
