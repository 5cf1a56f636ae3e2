extension ConditionOperator {
  /// Holds from the threshold upwards, the threshold included.
  package static let atLeast = ConditionOperator(
    id: "atLeast",
    subjects: [.orderedChoice, .number, .date],
    takesList: false,
    help: "the value or more",
    holds: { value, operands, order in
      compare(value, operands[0], order) { NumberBounds(lower: $0, upper: .infinity) }
    },
    test: { operands, order in
      thresholdTest(operands, order) { NumberBounds(lower: $0, upper: .infinity) }
    },
    phrase: { operands, language in
      language(en: "is \(operands[0]) or more", de: "ist \(operands[0]) oder mehr")
    },
    examples: [
      .init(.number(3), [.number(3)], .yes),
      .init(.number(from: 2, to: 4), [.number(3)], .unknown),
      .init(.number(2), [.number(3)], .no),
      .init(.choice("high"), [.choice("low")], .yes, order: ["low", "high"]),
    ]
  )
}
