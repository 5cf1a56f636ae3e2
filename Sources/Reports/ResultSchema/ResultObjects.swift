import Assessing
import RuleModel

extension ResultObject {
  /// All of them; the first stands at the top. Whoever adds a key to the result adds it here: a test compares the two.
  static let all: [ResultObject] =
    [
      ResultObject(
        "result",
        [
          .always(
            "schemaVersion",
            .constant(Double(resultSchemaVersion)),
            "Rises when a key loses its name or meaning."
          ),
          .always("engine", .version, "The version of the advisor."),
          .always("notice", .localized, "The disclaimer, which belongs to every use of the numbers."),
          .maybe("date", .date, "The day the assessment speaks of; absent if none is known."),
          .always("packs", .list(.object("pack")), "The rule packs, by id."),
          .always("profile", .object("profile"), "What was assessed."),
          .always("decisions", .list(.object("decision")), "In the order in which they are decided."),
          .always("rules", .list(.object("rule")), "Every rule of the packs, by id."),
          .always("facts", .list(.object("fact")), "Every question and every computed value, by id."),
          .always("contradictions", .list(.object("contradiction")), "Answers that do not go together, by id."),
          .always("notes", .list(.object("note")), "Things to know about what is recommended; warnings first."),
          .always("components", .list(.object("component")), "The recommended architecture, by layer."),
          .always("connections", .list(.object("connection")), "Who talks to whom; ids of components."),
          .always("steps", .list(.object("step")), "The onboarding checklist, in an order in which it can be done."),
          .always("costs", .list(.object("cost")), "Indicative prices of what is recommended."),
          .maybe("nextQuestions", .list(.object("nextQuestion")), "The open questions worth most, best first."),
          .always("skipped", .list(.object("skipped")), "Items left out, since an optional pack is not loaded."),
        ]
      ),
      ResultObject(
        "pack",
        [
          .always("id", .id, "The pack."), .always("version", .version, "Its version."),
          .always("sha256", .digest, "The digest of its content."),
        ]
      ),
      ResultObject(
        "profile",
        [
          .always("title", .text, "What it is about."), .always("sha256", .digest, "The digest of its content."),
          .always("answered", .integer(minimum: 0), "How many questions are answered."),
          .always("unknown", .integer(minimum: 0), "How many are open, asked or not."),
          .always("notApplicable", .integer(minimum: 0), "How many do not arise."),
          .always("complete", .flag, "Whether every question that arises is answered."),
          .always("unused", .list(.id), "Answers to questions that no loaded pack asks."),
        ]
      ),
      ResultObject(
        "rule",
        [
          .always("id", .id, "The rule."),
          .always("truth", .orNull(.flag), "Whether its condition holds; null if that is unknown."),
        ]
      ),
      ResultObject(
        "fact",
        [
          .always("id", .id, "The fact."),
          .always(
            "state",
            .word(["answered", "assumed", "derived", "unknown", "notApplicable"]),
            "Where its value comes from; 'assumed' is the default of a pack."
          ),
          .maybe("value", .value, "Absent if it is unknown or not applicable."),
        ]
      ),
      ResultObject(
        "contradiction",
        [
          .always("id", .id, "The contradiction."), .always("facts", .list(.id), "The answers that it is about."),
          .always("text", .localized, "What does not go together."),
        ]
      ),
      ResultObject(
        "note",
        [
          .always("rule", .id, "The rule that gives it."),
          .always("level", .word(["info", "warning"]), "How urgent it is."),
          .always("text", .localized, "What to know."),
        ]
      ),
    ] + ofDecisions + ofFirmness + ofPlans

  private static let ofDecisions: [ResultObject] = [
    ResultObject(
      "decision",
      [
        .always("id", .id, "The decision."),
        .always("applicable", .orNull(.flag), "Whether it is to be taken; null if that is unknown."),
        .always("recommended", .orNull(.id), "The option that stands, without variant; null if there is none."),
        .always("variant", .orNull(.id), "The option or variant that stands."),
        .always("decidedBy", .word(["score", "profile", "none"]), "'profile': it has been decided already."),
        .always("recommendedByScore", .orNull(.id), "The option that the score recommends."),
        .always("variantByScore", .orNull(.id), "The option or variant that the score recommends."),
        .always(
          "reason",
          .orNull(.word(["notEnoughFacts", "noSolution"])),
          "Why nothing is recommended; null if something is."
        ),
        .always("recommendedWithoutConfirmation", .orNull(.id), "The best one without open points, if it is another."),
        .always("tie", .flag, "Whether an option of another family has the same score."),
        .always("variantTie", .flag, "Whether another variant has the same score."),
        .always("close", .flag, "Whether the lead is under one point."),
        .always("conditional", .flag, "Whether something about it is to be confirmed."),
        .always("evidence", .number(minimum: 0, maximum: 1), "The share of what counts that the answers touch."),
        .maybe("settled", .orNull(.flag), "Whether no open answer can change the option; null if that is not known."),
        .maybe("variantSettled", .orNull(.flag), "The same for the variant."),
        .maybe("settledBy", .object("proof"), "Why nothing can change."),
        .maybe(
          "confidence",
          .orNull(.object("confidence")),
          "How often it stays first under other weights and answers."
        ),
        .maybe("families", .list(.object("family")), "The same for every option, without variants."),
        .maybe("weightIntervals", .list(.object("weightInterval")), "Between which weights the choice stays first."),
        .maybe("flips", .list(.object("flip")), "The smallest changes of answers that change the choice."),
        .always("options", .list(.object("option")), "By rank; those ruled out come last."),
      ]
    ),
    ResultObject(
      "option",
      [
        .always("id", .id, "The option or variant."), .maybe("variantOf", .id, "The option that it is a variant of."),
        .always("rank", .orNull(.integer(minimum: 1)), "From 1; null if it is ruled out."),
        .always("score", .number(), "In points: 0 is neutral, 100 would mean every criterion full."),
        .always("excludedBy", .list(.id), "Rules that rule it out, by id."),
        .always("possiblyExcludedBy", .list(.id), "Rules that may rule it out once more is known, by id."),
        .maybe("scoreBounds", .list(.number()), "The lowest and the highest score that open answers leave possible."),
        .maybe("relaxations", .object("relaxations"), "If it is ruled out: the smallest changes that would allow it."),
        .maybe("acceptability", .list(share), "How often it takes each rank, from the first on."),
        .maybe("centralWeights", .list(.object("weightShare")), "The mean weights where it comes first."),
        .maybe("confidenceFactor", .orNull(share), "How often it comes first with just these weights."),
        .maybe("winsOver", .list(.object("win")), "How often it ranks before each of the others."),
        .always("confirm", .list(.object("confirmation")), "What to ask about it."),
        .always("criteria", .list(.object("criterion")), "Criteria that count for the decision, by id."),
        .always("contributions", .list(.object("contribution")), "Rules that apply to it; they add up to the score."),
      ]
    ),
    ResultObject(
      "confirmation",
      [
        .always("rule", .id, "The rule that asks."),
        .always("text", .orNull(.localized), "The question to the provider; null where nothing is published."),
      ]
    ),
    ResultObject(
      "criterion",
      [
        .always("id", .id, "The criterion."), .always("weight", .number(minimum: 0), "Its weight in this case."),
        .always("scale", .integer(minimum: 1), "The net points that fill it."),
        .always("net", .integer(), "Net points of the option: ratings times weights."),
      ]
    ),
    ResultObject(
      "contribution",
      [
        .always("rule", .id, "The rule."), .always("criterion", .id, "The criterion that it rates under."),
        .always("points", .number(), "What it adds to the score."),
      ]
    ),
  ]

  private static let ofPlans: [ResultObject] = [
    ResultObject(
      "component",
      [
        .always("id", .id, "The component."), .always("title", .localized, "What it is called."),
        .always("layer", .word(Component.Layer.allCases.map(\.rawValue)), "Where it belongs."),
        .always("operatedBy", .list(parties), "Who runs it; several share it, none: not stated."),
      ]
    ),
    ResultObject(
      "connection",
      [
        .always("from", .id, "The component that opens it."), .always("to", .id, "The component that it leads to."),
        .maybe("label", .localized, "What goes over it."),
      ]
    ),
    ResultObject(
      "step",
      [
        .always("id", .id, "The step."), .always("title", .localized, "What is to be done."),
        .always("owner", .list(parties), "Who does it."),
        .always("phase", .word(Step.Phase.allCases.map(\.rawValue)), "The phase in which a pack puts it."),
        .always("after", .list(.id), "Steps that come first."),
        .maybe("effort", .number(minimum: 0), "Person-days, from the plan of the profile."),
      ]
    ),
    ResultObject(
      "cost",
      [
        .always("id", .id, "The price."), .always("title", .localized, "What it is for."),
        .maybe("from", .number(), "The least it comes to; absent if it is to be confirmed."),
        .maybe("to", .number(), "The most it comes to."),
        .maybe("currency", .text, "Three letters (ISO 4217)."),
        .maybe("per", .word(Price.Period.allCases.map(\.rawValue)), "The period that it is for."),
        .always("toBeConfirmed", .flag, "Whether there is no amount that may be told."),
      ]
    ),
    ResultObject(
      "skipped",
      [
        .always("kind", .text, "What kind of item it is."), .always("id", .id, "The item."),
        .always("pack", .id, "Its pack."), .always("missing", .list(.id), "The packs that it needs."),
      ]
    ),
  ]

  private static let parties = ResultShape.word(Party.allCases.map(\.rawValue))
}
