import RuleModel

/// A profile and its parts.
let profileShapes: [ObjectShape] = [
  ObjectShape(
    "profile",
    [
      .needed("format", .formatVersion, "The version of the format: 1."),
      .needed("title", .words, "What it is about."),
      .maybe("status", words(Profile.Status.self), "\"draft\" without it."),
      .maybe("reviewedBy", .object("review"), "Who has read it through, and what."),
      .maybe("validUntil", .date, "Until when it may be used."),
      .maybe("customer", .object("customer"), "Whom it is for."),
      .maybe("date", .date, "The day the assessment speaks of."),
      .maybe("author", .words, "Who wrote it."),
      .maybe("language", .language, "The language of reports."),
      .maybe("answers", .answers(isProfile: true), "The answers; null for asked, but not known."),
      .maybe("notes", .map(.fact, .either([.words, .object("note to an answer")])), "Remarks to answers."),
      .maybe(
        "requirements",
        .list(.either([.words, .object("requirement")])),
        "What no question holds: shown, but not scored."
      ),
      .maybe(
        "weights",
        .map(.criterion, .number(minimum: 0, maximum: Criterion.largestWeight)),
        "Weights of criteria for this case."
      ),
      .maybe("clarified", .list(.object("clarification")), "Open confirmations that were answered."),
      .maybe("decided", .outcomes(isProfile: true), "Decisions that the customer has taken."),
      .maybe("plan", .object("plan"), "Dates and efforts, from people."),
      .maybe("outcome", .object("outcome"), "What was chosen in the end."),
    ]
  ),
  ObjectShape(
    "review",
    [
      .needed("name", .words, "Who."),
      .maybe("date", .date, "When."),
      .maybe("digest", .words, "The digest of what was read: a later change makes the review lapse."),
    ]
  ),
  ObjectShape(
    "customer",
    [
      .maybe("name", .words, "The organisation."),
      .maybe("contact", .words, "The person."),
      .maybe("reference", .words, "The number of the offer."),
    ]
  ),
  ObjectShape(
    "note to an answer",
    [
      .needed("text", .text, "The remark."),
      .maybe("by", .words, "Who said it."),
      .maybe("date", .date, "When."),
      .maybe("basis", words(ProfileNote.Basis.self), "How it is known."),
      audienceKey,
    ]
  ),
  ObjectShape("requirement", [.needed("text", .text, "What is required.")]),
  ObjectShape(
    "clarification",
    [
      .needed("rule", .mention(.rule), "The rule that asks."),
      .needed("option", .mention(.option), "The option that it asks about."),
      .needed("holds", .flag, "Whether it was confirmed; if not, the option is ruled out."),
      .maybe("note", .words, "By whom, when."),
    ]
  ),
  ObjectShape(
    "decided option",
    [
      .needed("option", .mention(.option), "What was decided for."),
      .maybe("by", words(Party.self), "Who decided."),
      .maybe("because", .words, "Why."),
    ]
  ),
  ObjectShape(
    "plan",
    [
      .maybe("start", .date, "The first day."),
      .maybe("efforts", .map(.step, .number(minimum: 0)), "Person-days by step."),
      .maybe("by", .words, "Who estimated."),
    ]
  ),
  ObjectShape(
    "outcome",
    [
      .needed("option", .mention(.option), "What was chosen."),
      .maybe("since", .words, "Since when."),
    ]
  ),
]
