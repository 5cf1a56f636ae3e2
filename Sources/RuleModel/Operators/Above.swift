extension ConditionOperator {
  /// Holds above the threshold, the threshold excluded.
  package static let above = ConditionOperator(
    id: "above",
    subjects: [.orderedChoice, .number, .date],
    takesList: false,
    help: "more than the value",
    holds: { value, operands, order in
      compare(value, operands[0], order) { NumberBounds(lower: $0, upper: .infinity, isLowerOpen: true) }
    },
    test: { operands, order in
      thresholdTest(operands, order) { NumberBounds(lower: $0, upper: .infinity, isLowerOpen: true) }
    },
    phrase: { operands, language in
      language(en: "is above \(operands[0])", de: "liegt über \(operands[0])")
    },
    examples: [
      .init(.number(3), [.number(3)], .no),
      .init(.number(from: 3, to: 4), [.number(3)], .unknown),
      .init(.number(4), [.number(3)], .yes),
      .init(.choice("low"), [.choice("low")], .no, order: ["low", "high"]),
    ]
  )
}
