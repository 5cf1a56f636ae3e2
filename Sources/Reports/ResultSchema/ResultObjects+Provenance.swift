extension ResultObject {
  static let ofProvenance: [ResultObject] = [
    ResultObject(
      "provenance",
      [
        .always("edition", .word(Edition.allCases.map(\.rawValue)), "For whom it was made."),
        .always("engine", .version, "The version of the advisor."),
        .maybe("date", .date, "The day the assessment speaks of; absent if none is known."),
        .always("draws", .integer(minimum: 0), "How many runs were drawn; 0: none."),
        .always("keepsOrder", .flag, "Whether all runs kept the order of the criteria by weight."),
        .always("packs", .list(.object("pack")), "The rule packs, by id."),
        .always(
          "profile",
          .file,
          "The profile as this edition may carry it; its schema: advisor packs schema profile."
        ),
        .maybe("withheldAnswers", .integer(minimum: 1), "How many answers for the house only were left out."),
        .always("digest", .digest, "SHA-256 over all of this but the number of answers left out."),
      ]
    )
  ]
}
