extension ConditionOperator {
  /// Holds up to the threshold, the threshold included.
  package static let atMost = ConditionOperator(
    id: "atMost",
    subjects: [.orderedChoice, .number, .date],
    takesList: false,
    help: "the value or less",
    holds: { value, operands, order in
      compare(value, operands[0], order) { NumberBounds(lower: -.infinity, upper: $0) }
    },
    test: { operands, order in
      thresholdTest(operands, order) { NumberBounds(lower: -.infinity, upper: $0) }
    },
    phrase: { operands, language in
      language(en: "is \(operands[0]) or less", de: "ist \(operands[0]) oder weniger")
    },
    examples: [
      .init(.number(3), [.number(3)], .yes),
      .init(.number(from: 2, to: 4), [.number(3)], .unknown),
      .init(.number(4), [.number(3)], .no),
      .init(.choice("high"), [.choice("low")], .no, order: ["low", "high"]),
    ]
  )
}
