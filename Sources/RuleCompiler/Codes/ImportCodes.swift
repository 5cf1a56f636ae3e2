extension DiagnosticCode {
  /// What can be wrong with a custom lens, and what of it has no place in a pack; reported by `advisor packs import`.
  static let inImports: [DiagnosticCode] = [
    DiagnosticCode(
      "import-not-a-lens",
      "the file is no custom lens",
      """
      A custom lens of the AWS Well-Architected Tool is a JSON object with 'schemaVersion', 'name', 'description'
      and 'pillars', and its pillars hold questions. Most likely another file was meant, or only a part of a lens
      was saved.
      """,
      wrong: #"{ "questions": [] }"#,
      right: #"{ "schemaVersion": "2021-11-01", "name": "Our policy", "description": "…", "pillars": [] }"#
    ),
    DiagnosticCode(
      "import-schema-version",
      "the lens is written in another version of its format",
      """
      What a key of another version means is not known here, and a guess could turn a high risk into none. Export
      the lens again in the version that the message names.
      """,
      wrong: #"{ "schemaVersion": "2031-01-01" }"#,
      right: #"{ "schemaVersion": "2021-11-01" }"#
    ),
    DiagnosticCode(
      "import-wrong-type",
      "a value of the lens is of another type than its key asks for",
      """
      Texts stand in double quotes, lists in square brackets, objects in braces. The message says which of them
      belongs here. Nothing is written until that is mended.
      """,
      wrong: #"{ "id": "sec_1", "title": 7 }"#,
      right: #"{ "id": "sec_1", "title": "How do you protect data?" }"#
    ),
    DiagnosticCode(
      "import-missing-key",
      "the lens lacks something that its questions need",
      """
      Pillars, questions and choices need an id; questions and choices a title; a question its choices and its
      risk rules; a risk rule its condition and its risk. An empty text or list counts as missing.
      """,
      wrong: #"{ "id": "sec_1_a" }"#,
      right: #"{ "id": "sec_1_a", "title": "Data is encrypted" }"#
    ),
    DiagnosticCode(
      "import-duplicate-choice",
      "two choices of a question have the same id",
      """
      A risk rule that names the id could mean either of them. Give one of the two another id in the lens, and look
      through the risk rules of the question.
      """,
      wrong: #"{ "choices": [ { "id": "a", "title": "A" }, { "id": "a", "title": "B" } ] }"#,
      right: #"{ "choices": [ { "id": "a", "title": "A" }, { "id": "b", "title": "B" } ] }"#
    ),
    DiagnosticCode(
      "import-too-many-choices",
      "a question has more choices than a fact can hold",
      """
      A fact has at most 64 choices, so that all combinations fit into one machine word. Split the question into two
      in the lens.
      """,
      wrong: #""choices": [ 65 of them ]"#,
      right: #""choices": [ at most 64 of them ]"#
    ),
    DiagnosticCode(
      "import-too-complex",
      "the risk rules of a lens are too long or too deep for a pack",
      """
      Every risk rule becomes a rule that also says that none in front of it applies, so long lists of long
      conditions grow fast. Split the lens, or write its conditions shorter and with fewer parentheses.
      """,
      wrong: #""condition": "a && (b || (c && (d || … 40 levels of them"#,
      right: #""condition": "a && (b || c)""#
    ),
    DiagnosticCode(
      "import-invalid-id",
      "the id for the pack is none",
      """
      An id is made of letters and digits with single '.', '-' or '_' between them. 'decision' is taken: in
      conditions it begins the names of decisions. Without '--id' the name of the lens gives the id.
      """,
      wrong: "advisor packs import lens.json --id 'Our policy'",
      right: "advisor packs import lens.json --id our-policy"
    ),
    DiagnosticCode(
      "import-unknown-key",
      "a key of the lens has no place in a pack",
      """
      The format of a lens has no such key, so nobody can say what it means: remarks of its authors, pictures, or
      a misspelt key. It is left out. If it matters, write it into the pack by hand after the import.
      """,
      wrong: #"{ "displayText": "Read this", "Url": "https://example.com" }"#,
      right: #"{ "displayText": "Read this", "url": "https://example.com" }"#
    ),
    DiagnosticCode(
      "import-unknown-resource",
      "an additional resource is of a type that is not known",
      """
      'HELPFUL_RESOURCE' becomes part of the help of a choice, 'IMPROVEMENT_PLAN' a link of its step. What else
      there is is left out.
      """,
      wrong: #"{ "type": "VIDEO", "content": [] }"#,
      right: #"{ "type": "HELPFUL_RESOURCE", "content": [] }"#
    ),
    DiagnosticCode(
      "import-invalid-url",
      "an address of the lens is no web address",
      """
      Reports turn addresses into links that customers may follow, so nothing but web addresses is carried over. The
      text beside the address is kept.
      """,
      wrong: #"{ "url": "wiki/policy" }"#,
      right: #"{ "url": "https://wiki.example.com/policy" }"#
    ),
    DiagnosticCode(
      "import-unknown-risk",
      "a risk rule names a risk that is none",
      """
      The risks are HIGH_RISK, MEDIUM_RISK and NO_RISK. The rule is left out. The answers that meet it are still kept
      from the rules behind it, so that these stay as true as they were.
      """,
      wrong: #"{ "condition": "default", "risk": "LOW_RISK" }"#,
      right: #"{ "condition": "default", "risk": "MEDIUM_RISK" }"#
    ),
    DiagnosticCode(
      "import-unreadable-condition",
      "the condition of a risk rule cannot be read",
      """
      A condition is made of ids of choices with &&, ||, ! and parentheses, or it is the word default. The rule is
      left out with all behind it, since those hold only where it does not. Mend it and import again.
      """,
      wrong: #"{ "condition": "sec_1_a && (sec_1_b", "risk": "NO_RISK" }"#,
      right: #"{ "condition": "sec_1_a && (sec_1_b)", "risk": "NO_RISK" }"#
    ),
    DiagnosticCode(
      "import-unknown-choice",
      "a condition names a choice that its question does not have",
      """
      A condition can only ask for choices of its own question. The stranger counts as never chosen, which is what
      it is. Most likely it is misspelt, and the nearest choice is offered.
      """,
      wrong: #"{ "condition": "sec_1_q", "risk": "NO_RISK" }"#,
      right: #"{ "condition": "sec_1_a", "risk": "NO_RISK" }"#
    ),
    DiagnosticCode(
      "import-mixed-operators",
      "&& and || stand side by side without parentheses",
      """
      && binds tighter than ||, as multiplication does before addition. That is how the condition was read, and it may
      not be what its author meant. Parentheses make it plain. This is for information only.
      """,
      wrong: #"{ "condition": "a || b && c", "risk": "NO_RISK" }"#,
      right: #"{ "condition": "a || (b && c)", "risk": "NO_RISK" }"#
    ),
    DiagnosticCode(
      "import-unreachable-rule",
      "no answer reaches a risk rule",
      """
      Risk rules are tried in their order, and the first true one counts. Here no answer is left for the rule: its
      condition is never true, or only where one in front of it is.
      """,
      wrong: #"[ { "condition": "a", "risk": "NO_RISK" }, { "condition": "a && b", "risk": "HIGH_RISK" } ]"#,
      right: #"[ { "condition": "a && b", "risk": "HIGH_RISK" }, { "condition": "a", "risk": "NO_RISK" } ]"#
    ),
    DiagnosticCode(
      "import-default-in-front",
      "'default' stands in front of other risk rules",
      """
      'default' holds for the answers that no other rule takes, wherever it stands: editors of lenses write it in
      the place of its risk. Other readers may stop at it, so put it at the end, where nobody can misread it.
      """,
      wrong: #"[ { "condition": "default", "risk": "HIGH_RISK" }, { "condition": "a", "risk": "NO_RISK" } ]"#,
      right: #"[ { "condition": "a", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ]"#
    ),
    DiagnosticCode(
      "import-missing-default",
      "a question has no risk rule for all other answers",
      """
      A lens says with 'default' what holds where no other rule does. Without it such answers give no note at all,
      neither a risk nor its absence; the message shows one. It is only a remark where no answer is left over.
      """,
      wrong: #"{ "riskRules": [ { "condition": "a", "risk": "NO_RISK" } ] }"#,
      right: """
        { "riskRules": [ { "condition": "a", "risk": "NO_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ] }
        """
    ),
    DiagnosticCode(
      "import-unused-plan",
      "the improvement plans of a question would never be needed",
      """
      A plan becomes a step that stands on the checklist while the answer to its question is a risk. No answer to this
      question is, so there would be steps that nobody ever sees. Look through its risk rules.
      """,
      wrong: #"{ "riskRules": [ { "condition": "default", "risk": "NO_RISK" } ] }"#,
      right: #"{ "riskRules": [ { "condition": "default", "risk": "HIGH_RISK" } ] }"#
    ),
  ]
}
