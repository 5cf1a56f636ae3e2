extension ConditionOperator {
  /// Holds when the set holds all of the literals.
  package static let includesAll = ConditionOperator(
    id: "includesAll",
    subjects: [.choices],
    takesList: true,
    help: "the set holds all of the values",
    holds: { value, operands, _ in
      Truth(choiceIDs(operands).isSubset(of: elements(value)))
    },
    test: { operands, _ in
      .contains(operands)
    },
    phrase: { operands, language in
      language(
        en: "includes all of: \(operands.joined(separator: ", "))",
        de: "enthält alle von: \(operands.joined(separator: ", "))"
      )
    },
    examples: [
      .init(.choices(["a", "b"]), [.choice("a"), .choice("b")], .yes),
      .init(.choices(["a", "b"]), [.choice("a"), .choice("c")], .no),
    ]
  )
}
