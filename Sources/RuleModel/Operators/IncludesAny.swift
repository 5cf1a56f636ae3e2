extension ConditionOperator {
  /// Holds when the set holds at least one of the literals.
  package static let includesAny = ConditionOperator(
    id: "includesAny",
    subjects: [.choices],
    takesList: true,
    help: "the set holds at least one of the values",
    holds: { value, operands, _ in
      Truth(!choiceIDs(operands).isDisjoint(with: elements(value)))
    },
    test: { operands, _ in
      .intersects(operands)
    },
    phrase: { operands, language in
      language(
        en: "includes one of: \(operands.joined(separator: ", "))",
        de: "enthält eines von: \(operands.joined(separator: ", "))"
      )
    },
    examples: [
      .init(.choices(["a", "b"]), [.choice("b"), .choice("c")], .yes),
      .init(.choices(["a", "b"]), [.choice("c")], .no),
    ]
  )
}
