extension DiagnosticCode {
  /// What can be wrong with facts and their choices.
  static let inFacts: [DiagnosticCode] = [
    DiagnosticCode(
      "duplicate-choice",
      "a fact has two choices of the same id",
      """
      An answer names a choice by its id, so a fact cannot have two of the same. The message shows both places;
      the other one may stand in another pack that adds choices to the fact. Remove one, or rename it.
      """,
      wrong: #"{ "choices": [ { "id": "basic" }, { "id": "basic" } ] }"#,
      right: #"{ "choices": [ { "id": "basic" }, { "id": "expert" } ] }"#
    ),
    DiagnosticCode(
      "too-many-choices",
      "a fact has more than 64 choices",
      """
      No person reads through more than 64 choices, and the engine has room for no more. Join choices that lead
      to the same recommendation, or ask two questions, the second one relevant only for some answers.
      """,
      wrong: "a question for the country with 195 choices",
      right: "a question for the region with 6 choices"
    ),
    DiagnosticCode(
      "too-many-options",
      "a decision has more than 64 options",
      """
      Options and variants of one decision may be 64 together. A decision between more is really several
      decisions: split it, for example into the platform and its site.
      """,
      wrong: "a decision 'product' with 80 options",
      right: "the decisions 'platform' and 'support' with 10 options each"
    ),
    DiagnosticCode(
      "wrong-kind",
      "a fact is of a type that does not work here",
      """
      Formulas count with numbers and give numbers, 'when' gives true or false, 'weeksUntil' needs a date,
      choices can be added only to facts with choices, and the shares of a prior are written differently for
      numbers and for choices. Change the type, or make a new fact with 'cases' and 'otherwise'.
      """,
      wrong: #"{ "id": "app.big", "type": "boolean", "derive": { "sum": ["app.memory", 1] } }"#,
      right: #"{ "id": "app.big", "type": "boolean", "derive": { "when": { "app.memory": { "above": 64 } } } }"#
    ),
    DiagnosticCode(
      "invalid-expression",
      "a formula does not hold exactly one operation",
      """
      A formula is a number, the id of a fact, or an object with one operation and the list it works on. To
      combine several, put one into the list of the other. 'quotient' divides the first of two by the second.
      """,
      wrong: #"{ "sum": ["app.memory", 1], "product": ["app.memory", 2] }"#,
      right: #"{ "sum": ["app.memory", 1, { "product": ["app.memory", 2] }] }"#
    ),
    DiagnosticCode(
      "unknown-operation",
      "a formula names an operation that does not exist",
      """
      There are sum, product, quotient, minimum, maximum, weeksUntil and (for prices) cost. A difference is a
      sum with a product by -1.
      """,
      wrong: #"{ "minus": ["app.memory", "app.cache"] }"#,
      right: #"{ "sum": ["app.memory", { "product": [-1, "app.cache"] }] }"#
    ),
    DiagnosticCode(
      "cost-in-fact",
      "a fact is computed from a price",
      """
      Prices are computed from facts, after all decisions are taken. A fact that depended on a price would turn
      that around. 'cost' belongs to the quantity of another price, for example for a surcharge in percent.
      """,
      wrong: #"{ "id": "app.cost", "type": "number", "derive": { "cost": "memory" } }"#,
      right: #"{ "id": "surcharge", "title": "Surcharge", "quantity": { "product": [0.1, { "cost": "memory" }] } }"#
    ),
    DiagnosticCode(
      "decision-in-fact",
      "a fact depends on the outcome of a decision",
      """
      Facts are what is known about the customer, before anything is decided; decisions follow from them. Ask
      about another fact instead, or put the condition into a rule, a step or a component, which come later.
      """,
      wrong: #"{ "relevantWhen": { "decision.platform": "appuio-cloud" } }"#,
      right: #"{ "relevantWhen": { "comp.data_location": "ch_only" } }"#
    ),
    DiagnosticCode(
      "invalid-prior",
      "the shares of a prior do not fit together",
      """
      A prior says how likely each answer is while nobody has given one. The shares of all choices, of yes and no,
      or of all cells of a number, add up to 1; cells stand in rising order, and only the last may be without
      'below'.
      """,
      wrong: #"{ "prior": { "ch_only": 0.5, "anywhere": 0.4 } }"#,
      right: #"{ "prior": { "ch_only": 0.6, "anywhere": 0.4 } }"#
    ),
  ]
}
