extension ConditionOperator {
  /// Holds when the set holds nothing but the literals; true for the empty set.
  package static let includesOnly = ConditionOperator(
    id: "includesOnly",
    subjects: [.choices],
    takesList: true,
    help: "the set holds nothing but the values; true for the empty set",
    holds: { value, operands, _ in
      Truth(elements(value).isSubset(of: choiceIDs(operands)))
    },
    test: { operands, _ in
      .subset(operands)
    },
    phrase: { operands, language in
      language(
        en: "includes nothing but: \(operands.joined(separator: ", "))",
        de: "enthält nichts ausser: \(operands.joined(separator: ", "))"
      )
    },
    examples: [
      .init(.choices(["a", "b"]), [.choice("a"), .choice("b"), .choice("c")], .yes),
      .init(.choices([]), [.choice("a")], .yes),
      .init(.choices(["a", "b"]), [.choice("a")], .no),
    ]
  )
}
