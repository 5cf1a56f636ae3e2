extension ConditionOperator {
  /// Holds when the set holds the literal.
  package static let includes = ConditionOperator(
    id: "includes",
    subjects: [.choices],
    takesList: false,
    help: "the set holds the value",
    holds: { value, operands, _ in
      Truth(!choiceIDs(operands).isDisjoint(with: elements(value)))
    },
    test: { operands, _ in
      .intersects(operands)
    },
    phrase: { operands, language in
      language(en: "includes \(operands[0])", de: "enthält \(operands[0])")
    },
    examples: [
      .init(.choices(["a", "b"]), [.choice("a")], .yes),
      .init(.choices([]), [.choice("a")], .no),
    ]
  )
}
