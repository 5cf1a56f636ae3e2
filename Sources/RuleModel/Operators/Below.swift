extension ConditionOperator {
  /// Holds below the threshold, the threshold excluded.
  package static let below = ConditionOperator(
    id: "below",
    subjects: [.orderedChoice, .number, .date],
    takesList: false,
    help: "less than the value",
    holds: { value, operands, order in
      compare(value, operands[0], order) { NumberBounds(lower: -.infinity, upper: $0, isUpperOpen: true) }
    },
    test: { operands, order in
      thresholdTest(operands, order) { NumberBounds(lower: -.infinity, upper: $0, isUpperOpen: true) }
    },
    phrase: { operands, language in
      language(en: "is below \(operands[0])", de: "liegt unter \(operands[0])")
    },
    examples: [
      .init(.number(3), [.number(3)], .no),
      .init(.number(from: 2, to: 3), [.number(3)], .unknown),
      .init(.number(2), [.number(3)], .yes),
      .init(.choice("low"), [.choice("high")], .yes, order: ["low", "high"]),
    ]
  )
}
