import RuleModel

/// Components, steps and prices.
let planShapes: [ObjectShape] = [
  ObjectShape(
    "component",
    [
      idKey, titleKey,
      .needed("layer", words(Component.Layer.self), "Where it stands in the drawing."),
      orderKey,
      .maybe("when", .condition, "It is part of the architecture only if this holds."),
      .maybe("connects", .list(.object("connection")), "What it is connected with."),
      .maybe("operatedBy", .oneOrMore(words(Party.self)), "Who runs it; several share it."),
      .maybe("description", .text, "What it does."),
      sourcesKey, needsKey,
    ]
  ),
  ObjectShape(
    "connection",
    [
      .maybe("from", .id(.component), "The component that the arrow comes from."),
      .maybe("to", .id(.component), "The component that the arrow leads to."),
      .maybe("label", .text, "What flows along it."),
    ]
  ),
  ObjectShape(
    "step",
    [
      idKey, titleKey,
      .needed("phase", words(Step.Phase.self), "When in the project."),
      .needed("owner", .oneOrMore(words(Party.self)), "Who does it."),
      orderKey, audienceKey,
      .maybe("after", .list(.id(.step)), "Steps that come first."),
      .maybe("before", .list(.id(.step)), "Steps of a required pack that come later."),
      .maybe("when", .condition, "It is on the list only if this holds."),
      .maybe("result", .text, "What is there when it is done."),
      .maybe("details", .text, "How it is done, in a sentence or two."),
      linksKey, sourcesKey, needsKey,
    ]
  ),
  ObjectShape(
    "price",
    [
      idKey, titleKey,
      .maybe("option", .id(.option), "The option that it belongs to."),
      .maybe("when", .condition, "It is charged only if this holds."),
      .maybe("quantity", .formula(ofPrice: true), "How many units; one without it."),
      .maybe("unit", .words, "What one unit is."),
      .maybe("amount", .number(minimum: 0), "The price of one unit; without it, it is to be confirmed."),
      .maybe("currency", .currency, "Three letters such as \"CHF\"."),
      .maybe("per", words(Price.Period.self), "For how long."),
      .maybe("minimum", .number(minimum: 0), "The least that is charged."),
      .maybe("vat", words(Price.VAT.self), "Whether value-added tax is in it."),
      .maybe("validFrom", .date, "The first day on which it holds."),
      .maybe("validUntil", .date, "The last day on which it holds."),
      sourcesKey, audienceKey, orderKey, needsKey,
    ]
  ),
]

/// Adjustments, renamings, severities and tests.
let maintenanceShapes: [ObjectShape] = [
  ObjectShape(
    "adjustment",
    [
      .maybe("rule", .id(.rule), "A rule to switch off."),
      .maybe("criterion", .id(.criterion), "A criterion to weigh differently."),
      .maybe("price", .id(.price), "A price to fill in."),
      .maybe("disabled", .yes, "Switches the rule off."),
      .maybe("weight", .number(minimum: 0, maximum: Criterion.largestWeight), "The weight of the criterion."),
      .maybe("amount", .number(minimum: 0), "The amount of the price."),
      .maybe(
        "validFrom",
        .date,
        "The first day on which the amount holds; without it customers are not told the amount."
      ),
      .needed("because", .text, "Why."),
      needsKey,
    ]
  ),
  ObjectShape(
    "renaming",
    [
      .maybe("fact", .newID, "The old id of a question."),
      .maybe("option", .newID, "The old id of an option."),
      .maybe("criterion", .newID, "The old id of a criterion."),
      .maybe("decision", .newID, "The old id of a decision."),
      .maybe("rule", .newID, "The old id of a rule."),
      .maybe(
        "choice",
        .tuple([.newID, .newID, .either([.newID, .null])]),
        "The question, the old id of the choice and the new one, or null for one that is gone."
      ),
      .maybe("to", .either([.newID, .null]), "The new id, or null for what is gone."),
    ]
  ),
  ObjectShape(
    "severity",
    [
      .needed("check", .id(.check), "The code of a check."),
      .needed("severity", words(SeverityChange.Level.self), "How much its findings count in this pack."),
      .needed("because", .text, "Why."),
      needsKey,
    ]
  ),
  ObjectShape(
    "test",
    [
      .needed("name", .words, "What is tested, in a sentence."),
      .maybe("profile", .id(.profile), "A file of the folder of profiles, without its ending."),
      .maybe("answers", .answers(isProfile: false), "Answers; they stand over those of the profile."),
      .needed("expect", .object("expectation"), "What must come out."),
      needsKey,
    ]
  ),
  ObjectShape(
    "expectation",
    [
      .maybe("decisions", .outcomes(isProfile: false), "The recommended option of a decision; null for none."),
      .maybe("order", .list(.list(.id(.option), atLeast: 2)), "Lists of options of one decision, each best first."),
      .maybe("excluded", .map(.option, .list(.id(.rule))), "Options that are ruled out, with rules that do it."),
      .maybe("applies", .list(.id(.rule)), "Rules that must be true."),
      .maybe("appliesNot", .list(.id(.rule)), "Rules that must be false."),
      .maybe("scores", .map(.option, .tuple([.number(), .number()])), "Scores, each between two numbers."),
      .maybe("steps", .list(.id(.step)), "Steps that must be on the list."),
      .maybe("components", .list(.id(.component)), "Components that must be part of the architecture."),
      .maybe("contradictions", .list(.id(.contradiction)), "Contradictions that must be pointed out."),
      .maybe("settled", .list(.id(.decision)), "Decisions that no open answer can change."),
    ]
  ),
]
