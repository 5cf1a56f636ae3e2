extension ResultObject {
  static let share = ResultShape.number(minimum: 0, maximum: 1)

  /// What open answers and other weights can still do (method.md, sections 6 to 8).
  static let ofFirmness: [ResultObject] = [
    ResultObject(
      "proof",
      [
        .always("kind", .word(["decided", "bounds", "enumeration", "noSolution"]), "How it was shown."),
        .maybe("margin", .number(), "By bounds: the smallest lead over the rival."),
        .maybe("rival", .id, "By bounds: what comes nearest."),
        .maybe("parts", .integer(minimum: 0), "By enumeration: how many parts of the open answers were looked at."),
      ]
    ),
    ResultObject(
      "confidence",
      [
        .always("label", .word(["firm", "likely", "open"]), "In a word."), .always("option", .id, "What stays first."),
        .always("share", share, "How often."), .always("standardError", .number(minimum: 0), "Of the share."),
        .always("fromWeights", share, "How often with other weights alone."),
        .always("fromAnswers", share, "How often with other answers alone."),
        .always("draws", .integer(minimum: 0), "In how many draws the decision applied."),
        .always("withoutWinner", .integer(minimum: 0), "In how many of them nothing came first."),
      ]
    ),
    ResultObject(
      "family",
      [
        .always("id", .id, "The option."), .always("acceptability", share, "How often it comes first."),
        .always("ranks", .list(share), "How often it takes each rank."),
        .always("centralWeights", .list(.object("weightShare")), "The mean weights where it comes first."),
        .always("confidenceFactor", .orNull(share), "How often it comes first with just these weights."),
        .always("winsOver", .list(.object("win")), "How often it ranks before each of the others."),
      ]
    ),
    ResultObject(
      "weightShare",
      [.always("criterion", .id, "The criterion."), .always("share", share, "Its share of all weight.")]
    ),
    ResultObject("win", [.always("id", .id, "The other one."), .always("share", share, "How often.")]),
    ResultObject(
      "weightInterval",
      [
        .always("criterion", .id, "The criterion."), .always("weight", .number(minimum: 0), "Its weight."),
        .always("from", .number(minimum: 0), "The smallest weight."),
        .always("to", .orNull(.number(minimum: 0)), "The largest; null for none."),
        .always("fromShare", share, "The smallest as a share of all weight."),
        .always("toShare", share, "The largest as a share of all weight."),
        .always("variant", .object("weightRange"), "The same for the variant."),
      ]
    ),
    ResultObject(
      "weightRange",
      [
        .always("from", .number(minimum: 0), "The smallest weight."),
        .always("to", .orNull(.number(minimum: 0)), "The largest; null for none."),
        .always("fromShare", share, "The smallest as a share of all weight."),
        .always("toShare", share, "The largest as a share of all weight."),
      ]
    ),
    ResultObject(
      "flip",
      [
        .always("changes", .list(.object("change")), "One or two answers that change."),
        .always("recommended", .id, "What is then recommended, without variant."),
        .always("variant", .id, "What is then recommended."),
      ]
    ),
    ResultObject(
      "change",
      [
        .always("fact", .id, "The question."), .always("from", .value, "The answer now."),
        .always("to", .value, "The answer then."),
      ]
    ),
    ResultObject(
      "relaxations",
      [
        .always("ways", .list(.object("relaxation")), "The smallest sets of changes, the best score first."),
        .always("complete", .flag, "Whether all changes were tried that are as small; if not, there may be others."),
        .always("fixed", .list(.id), "Without any way: what is given and would have to change."),
      ]
    ),
    ResultObject(
      "relaxation",
      [
        .always("changes", .list(.object("change")), "The answers that change."),
        .always("score", .number(), "What the option then scores, in points."),
        .always("recommended", .flag, "Whether it would then come first."),
      ]
    ),
    ResultObject(
      "nextQuestion",
      [.always("fact", .id, "The question."), .always("gain", .number(minimum: 0), "What the answer tells, in bits.")]
    ),
  ]
}
