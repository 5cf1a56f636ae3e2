extension ResultObject {
  /// What stands in the output of `whatif` and `compare`; the first stands at the top.
  static let ofDifferences: [ResultObject] =
    [
      ResultObject(
        "differences",
        [
          .always("schemaVersion", .constant(Double(differenceSchemaVersion)), "Version of this structure."),
          .always("engine", .version, "Version of the advisor."),
          .always("differences", .list(.object("difference")), "Every further profile against the first one."),
          .maybe("merge", .object("merge"), "What the profiles come to together, with --merge."),
        ]
      ),
      ResultObject(
        "difference",
        [
          .always("before", .object("case"), "The case as it is, or the first profile."),
          .always("after", .object("case"), "The case as it would be, or the other profile."),
          .always("entries", .list(.object("entry")), "What is said differently; others name them by place, from 0."),
          .always(
            "decisions",
            .list(.object("decisionDifference")),
            "Decisions that are different, if only in points."
          ),
          .always("same", .list(.id), "Decisions that are exactly the same."),
          .always("steps", .object("comesAndGoes"), "Steps of the checklist."),
          .always("components", .object("comesAndGoes"), "Components of the architecture."),
          .always("questions", .object("comesAndGoes"), "Questions that arise."),
          .always("contradictions", .object("comesAndGoes"), "Answers that do not go together."),
        ]
      ),
      ResultObject(
        "case",
        [
          .always("title", .text, "What it is about."),
          .always("sha256", .digest, "The digest of the profile as read."),
        ]
      ),
      ResultObject(
        "entry",
        aboutKeys + [
          .always("before", .orNull(.value), "What is said; null: open, or as in the packs, or not to be shown."),
          .always("after", .orNull(.value), "What is said then, or in the other profile."),
        ]
      ),
      ResultObject(
        "comesAndGoes",
        [.always("come", .list(.id), "Only after."), .always("go", .list(.id), "Only before.")]
      ),
      ResultObject(
        "decisionDifference",
        [
          .always("id", .id, "The decision."),
          .always(
            "effect",
            .word(["flips", "opens", "closes", "variant", "moves", "same", "added", "removed"]),
            "What becomes of it."
          ),
          .always("before", .object("standing"), "What stood."), .always("after", .object("standing"), "What stands."),
          .always("points", .orNull(.object("pointDifference")), "How the lead moved; null where nothing stands."),
          .always("parts", .list(.object("part")), "What the change of the lead is put down to; adds up to it."),
          .always("sufficient", .list(.list(.integer(minimum: 0))), "Smallest sets of entries that do it alone."),
          .always("necessary", .list(.integer(minimum: 0)), "Entries without which the former outcome stands."),
          .always("offset", .list(.integer(minimum: 0)), "Entries that alone would have led to another outcome."),
          .always("gainsExclusion", .list(.object("leafRule")), "Options that a rule rules out after only."),
          .always("losesExclusion", .list(.object("leafRule")), "Options that a rule ruled out before only."),
          .always("gainsConfirmation", .list(.object("leafRule")), "What is to be confirmed after only."),
          .always("losesConfirmation", .list(.object("leafRule")), "What was to be confirmed before only."),
        ]
      ),
      ResultObject(
        "standing",
        [
          .always("applicable", .orNull(.flag), "Whether it is to be taken; null if that is unknown."),
          .always("recommended", .orNull(.id), "The option, without variant."),
          .always("variant", .orNull(.id), "The option or variant."),
          .always("decidedBy", .word(["score", "profile", "none"]), "'profile': it has been decided already."),
          .always("reason", .orNull(.word(["notEnoughFacts", "noSolution"])), "Why nothing stands."),
          .always("score", .orNull(.number()), "In points."),
          .always("rival", .orNull(.id), "The best one of the other options."),
          .always("lead", .orNull(.number()), "Over the rival, in points."),
          .always("settled", .orNull(.flag), "Whether no open answer can change it; null if that is not known."),
        ]
      ),
      ResultObject(
        "pointDifference",
        [
          .always("option", .id, "Whose points."),
          .always("over", .orNull(.id), "Over which other one; null: the score by itself."),
          .always("before", .number(), "In points."), .always("after", .number(), "In points."),
          .always("rules", .list(.object("shift")), "Rules with another part; they add up to the difference."),
          .always("criteria", .list(.object("criterionShift")), "The same by criterion."),
        ]
      ),
      ResultObject(
        "shift",
        [
          .always("rule", .id, "The rule."), .always("criterion", .id, "The criterion that it rates under."),
          .always(
            "why",
            .word(["began", "ceased", "weights"]),
            "It holds only after, only before, or counts otherwise."
          ),
          .always("before", .number(), "Its part, in points."), .always("after", .number(), "Its part, in points."),
        ]
      ),
      ResultObject(
        "criterionShift",
        [
          .always("criterion", .id, "The criterion."),
          .always("points", .number(), "What its rules add to the change."),
        ]
      ),
      ResultObject(
        "part",
        [
          .always("entries", .list(.integer(minimum: 0)), "The entries that its rules read, all together."),
          .always("decisions", .list(.id), "Decisions with another outcome that its rules look at."),
          .always("rules", .list(.id), "The rules."), .always("points", .number(), "What they add to the change."),
        ]
      ),
      ResultObject("leafRule", [.always("option", .id, "The option or variant."), .always("rule", .id, "The rule.")]),
    ] + ofMerges

  private static let aboutKeys: [Key] = [
    .always("about", .word(["answer", "weight", "decided", "clarified", "date"]), "What kind of entry it is."),
    .always("id", .orNull(.id), "The question, criterion, decision or rule; null for the day, or if not to be shown."),
    .maybe("option", .id, "What was clarified about."),
  ]

  private static let ofMerges: [ResultObject] = [
    ResultObject(
      "merge",
      [
        .always("people", .list(.object("person")), "Whose profiles they are."),
        .always("conflicts", .list(.object("conflict")), "Contradictions, those that matter most first."),
        .always("partial", .list(.object("mergedEntry")), "What only some answered, or less precisely."),
        .always("agreed", .integer(minimum: 0), "How many answers all share."),
        .always("weights", .object("mergedWeights"), "The weights side by side."),
      ]
    ),
    ResultObject(
      "person",
      [
        .always("label", .text, "How the person is called."), .always("file", .text, "Where it was read."),
        .always("title", .text, "Of the profile."), .maybe("author", .text, "Of the profile."),
      ]
    ),
    ResultObject("mergedEntry", aboutKeys + saidKeys),
    ResultObject(
      "conflict",
      aboutKeys + saidKeys + [
        .always(
          "effect",
          .word(["decides", "decidesWithOthers", "notFound", "none"]),
          "Whether it decides a recommendation; 'notFound': not everything could be tried."
        ),
        .always("alternatives", .list(.value), "The different statements."),
        .always("decisions", .list(.object("variants")), "Decisions that hang on it; one outcome an alternative."),
      ]
    ),
    ResultObject(
      "variants",
      [.always("id", .id, "The decision."), .always("variants", .list(.orNull(.id)), "What stands in each case.")]
    ),
    ResultObject(
      "mergedWeights",
      [
        .always("conflict", .flag, "Whether they differ."), .always("people", .list(.text), "Who states any."),
        .always("criteria", .list(.object("mergedWeight")), "All criteria."),
        .always("decisions", .list(.object("variants")), "Decisions that hang on whose weights count."),
      ]
    ),
    ResultObject(
      "mergedWeight",
      [
        .always("id", .id, "The criterion."), .always("shares", .list(share), "Its share of all weight, by person."),
        .always("taken", .orNull(.number(minimum: 0)), "The weight in the merged profile; null: that of the packs."),
      ]
    ),
  ]

  private static let saidKeys: [Key] = [
    .always("said", .list(.orNull(.value)), "What each person said; null: nothing."),
    .always("taken", .orNull(.value), "What stands in the merged profile; null: left open."),
  ]
}
