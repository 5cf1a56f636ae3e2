import RuleModel

/// Questions, criteria, options, sources and rules.
let itemShapes: [ObjectShape] = [
  ObjectShape("group", [idKey, titleKey, orderKey, needsKey]),
  ObjectShape(
    "fact",
    [
      idKey,
      .needed("type", .word(["boolean", "choice", "choices", "number", "date"]), "What kind of answer it takes."),
      .maybe("ordered", .flag, "Whether the choices rise, so that 'atLeast' and the like may be asked."),
      .maybe("unit", .words, "The unit of a number."),
      .maybe("integer", .flag, "Only whole numbers are drawn in samples."),
      .maybe("minimum", .number(), "The smallest number that makes sense."),
      .maybe("maximum", .number(), "The largest number that makes sense."),
      .maybe("group", .id(.group), "The heading under which it is asked."),
      orderKey,
      .maybe("fixed", .flag, "Never changed when other answers are tried: the law, the site."),
      .maybe("coarse", .flag, "Asked at a first meeting already: what an overview needs."),
      audienceKey,
      .maybe("title", .text, "Two to five words for tables."),
      // Required unless derived.
      .maybe("question", .text, "How a person is asked."),
      .maybe("help", .text, "A sentence that helps to answer."),
      .maybe("choices", .list(.object("choice"), atLeast: 1), "What can be answered."),
      .maybe("relevantWhen", .factCondition, "The question is asked only if this holds."),
      .maybe("default", .answer, "Used as an assumption while nothing is answered."),
      .maybe("prior", .prior, "How likely the answers are, for samples while nothing is answered."),
      .maybe("priorBecause", .text, "Why the prior is what it is."),
      .maybe("derive", .derivation, "How it follows from other facts; it is then never asked."),
      sourcesKey, needsKey,
    ]
  ),
  ObjectShape(
    "choice",
    [
      idKey,
      .maybe("title", .text, "What people read."),
      .maybe("help", .text, "A sentence that helps to choose."),
      .maybe("exclusive", .flag, "Cannot stand beside other choices."),
    ]
  ),
  ObjectShape(
    "cell of a prior",
    [
      .maybe("below", .number(), "The end of this cell; the last one has none."),
      .needed("share", .number(minimum: 0, maximum: 1), "How many of a hundred, as a part of 1."),
    ]
  ),
  ObjectShape(
    "case",
    [
      .needed("when", .factCondition, "When this case holds."),
      .needed("value", .literal, "The value that then follows."),
    ]
  ),
  ObjectShape(
    "extension",
    [
      .needed("fact", .id(.choiceFact), "The question that gets more choices."),
      .needed("choices", .list(.object("choice"), atLeast: 1), "The added choices."),
      needsKey,
    ]
  ),
  ObjectShape(
    "criterion",
    [
      idKey, titleKey,
      .maybe("weight", .number(minimum: 0, maximum: Criterion.largestWeight), "How much it counts; 1 without it."),
      .maybe("scale", .integer(1...1_000_000), "The points that fill it; leave it out (24)."),
      orderKey,
      .maybe("description", .text, "What belongs to it."),
      sourcesKey, needsKey,
    ]
  ),
  ObjectShape(
    "decision",
    [
      idKey, titleKey,
      .maybe("question", .text, "What is to be decided, as a question."),
      .maybe("importance", .number(minimum: 1, maximum: 5), "From 1 to 5; 3 without it."),
      .maybe("when", .condition, "It is decided only if this holds."),
      orderKey,
      .maybe("waysOut", .list(.object("way out"), atLeast: 1), "What is left when no option fits."),
      needsKey,
    ]
  ),
  ObjectShape(
    "way out",
    [
      .needed("text", .text, "One sentence to a customer whom none of the options suits."),
      linksKey, sourcesKey,
    ]
  ),
  ObjectShape(
    "option",
    [
      idKey,
      .maybe("variantOf", .id(.option), "The option of which this is one form."),
      .needed("decision", .id(.decision), "The decision it belongs to."),
      titleKey,
      .maybe("summary", .text, "Two or three sentences on what it is."),
      .maybe("preference", .number(), "Breaks ties: smaller comes first."),
      linksKey, sourcesKey, orderKey, needsKey,
    ]
  ),
  ObjectShape(
    "source",
    [
      idKey,
      .maybe("url", .address, "Where it can be read."),
      .maybe("title", .text, "What it is called."),
      .needed("status", words(Source.Status.self), "How far it carries: only what is stated may exclude."),
      .maybe("published", .date, "When it was published."),
      .maybe("reviewed", .date, "When somebody last read it."),
      .maybe("reviewBy", .date, "When it must be read again; 12 months after 'reviewed' without it."),
      .maybe("derivation", .text, "From what a derived source follows, and how."),
      .maybe("contractual", .flag, "Whether it binds the provider."),
      audienceKey, needsKey,
    ]
  ),
  ObjectShape(
    "rule",
    [
      idKey, titleKey,
      .needed("when", .condition, "When the rule applies."),
      .maybe("decision", .id(.decision), "The decision that a question about all options ('*') belongs to."),
      .maybe("criterion", .id(.criterion), "In which respect it rates."),
      .maybe("weight", .integer(1...5), "How much the need matters, 1 to 5; 1 without it."),
      .maybe(
        "rate",
        .map(.option, .rating, isEmptyAllowed: false),
        "How well options serve the need: −3 to 3, or \"unknown\"."
      ),
      .maybe(
        "exclude",
        .list(.id(.option), atLeast: 1),
        "Options that are ruled out; needs a stated source."
      ),
      .maybe(
        "confirm",
        .map(.optionOrAll, .text, isEmptyAllowed: false),
        "Questions to put to the provider, by option; '*' for all of the decision."
      ),
      .maybe("notes", .list(.object("note")), "Things to know."),
      .needed("because", .text, "The reason, which customers read."),
      .maybe("accepted", .text, "Why a derived source may exclude."),
      sourcesKey, orderKey, needsKey,
    ]
  ),
  ObjectShape(
    "note",
    [
      .maybe("options", .list(.id(.option)), "Shown only if one of these is recommended."),
      .maybe("level", words(RuleNote.Level.self), "\"info\" without it."),
      .needed("text", .text, "What to know."),
      audienceKey,
    ]
  ),
  ObjectShape(
    "contradiction",
    [
      idKey,
      .needed("when", .condition, "When the answers do not go together."),
      .maybe("facts", .list(.id(.fact)), "The questions to look at again."),
      .needed("text", .text, "What does not go together, and why."),
      needsKey,
    ]
  ),
]
