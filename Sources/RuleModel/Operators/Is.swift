extension ConditionOperator {
  /// Holds when the value is the literal; a range is a number only if both its ends are.
  package static let `is` = ConditionOperator(
    id: "is",
    subjects: [.boolean, .choice, .orderedChoice, .number, .date, .decision],
    takesList: false,
    help: "equal to the value; the short form is the value itself",
    holds: { value, operands, _ in
      equals(value, operands[0])
    },
    test: { operands, _ in
      equalityTest(operands[0])
    },
    phrase: { operands, language in
      language(en: "is \(operands[0])", de: "ist \(operands[0])")
    },
    examples: [
      .init(.boolean(true), [.boolean(true)], .yes),
      .init(.choice("a"), [.choice("b")], .no),
      .init(.number(3), [.number(3)], .yes),
      .init(.number(from: 1, to: 5), [.number(3)], .unknown),
      .init(.number(from: 1, to: 5), [.number(6)], .no),
    ]
  )
}
