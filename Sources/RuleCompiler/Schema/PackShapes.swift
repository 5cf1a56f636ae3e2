import RuleModel

let sourcesKey = ObjectShape.Key.maybe(
  "sources",
  .list(.id(.source)),
  "Where it comes from: ids of sources."
)
let orderKey = ObjectShape.Key.maybe("order", .number(), "Its place among others; smaller comes first.")
let needsKey = ObjectShape.Key.maybe(
  "needs",
  .list(.id(.pack)),
  "Optional packs that must be loaded for this item to count."
)
let audienceKey = ObjectShape.Key.maybe(
  "audience",
  words(Audience.self),
  "\"internal\" keeps it in the house; without it, it may reach a customer."
)
let linksKey = ObjectShape.Key.maybe("links", .list(.address), "Web addresses that help.")
let idKey = ObjectShape.Key.needed("id", .newID, "A name of its own: letters and digits with single '.', '-' or '_'.")
let titleKey = ObjectShape.Key.needed("title", .text, "A short name that people read.")

/// The manifest and the content files.
let packShapes: [ObjectShape] = [
  ObjectShape(
    "pack",
    [
      .needed("format", .formatVersion, "The version of the format: 1."),
      idKey,
      .needed("version", .version, "Three numbers such as \"1.4.0\"; raise it with every release."),
      titleKey,
      .needed("description", .text, "One or two sentences on what the pack holds."),
      .needed("maintainer", .words, "Who answers for it."),
      .maybe(
        "requires",
        .map(.loadedPack, .versionRange),
        "Packs whose ids may be named, with a range such as \"^1.0.0\"."
      ),
      .maybe(
        "optional",
        .map(.pack, .versionRange),
        "Packs that may be missing: items that name their ids say so in \"needs\"."
      ),
      .maybe("engine", .engineVersion, "The oldest advisor that understands this pack."),
    ]
  ),
  ObjectShape("content file", contentSections.map { .maybe($0.key, .list(.object($0.item)), $0.help) }),
]

/// What a content file may hold, in the order in which it is written.
let contentSections: [(key: String, item: String, help: String)] = [
  ("groups", "group", "Headings under which questions are asked."),
  ("facts", "fact", "What may be known about the application: questions, and what is computed from their answers."),
  ("extensions", "extension", "Choices that this pack adds to a question of another."),
  ("criteria", "criterion", "The respects in which options are rated."),
  ("decisions", "decision", "What is to be decided."),
  ("options", "option", "What can be decided for."),
  ("sources", "source", "Where claims come from."),
  ("rules", "rule", "A condition with its effects, its reason and its sources."),
  ("contradictions", "contradiction", "Answers that do not go together."),
  ("components", "component", "Parts of the recommended architecture."),
  ("steps", "step", "Steps of the checklist."),
  ("prices", "price", "What options cost."),
  ("adjustments", "adjustment", "Changes to items of other packs."),
  ("renamed", "renaming", "Ids that have changed, so that old profiles keep working."),
  ("severities", "severity", "How much the findings of a check count in this pack."),
  ("tests", "test", "Answers, and what must come out."),
]
