import Arguments
import Diagnostics
import RuleCompiler
import RuleModel

struct PacksNewSettings: Sendable {
  var common = CommonSettings()
  var kind: NewKindWord?
  var name = ""
  var folder: String?
  var requires: [String] = []
  var decision: String?
  var variantOf: String?
  var option: String?
  var criterion: String?
  var source: String?
  var group: String?
  var when: String?
  var rating = 1
  var weight: Int?
  var questionKind = QuestionKindWord.boolean
  var rule: String?
  var isContrary = false
  var profile: String?
}

/// What can be made new, as a word of the command line.
enum NewKindWord: String, CaseIterable, ArgumentValue {
  case pack
  case option
  case rule
  case question
  case test
}

/// The type of a question, as a word of the command line.
enum QuestionKindWord: String, CaseIterable, ArgumentValue {
  case boolean
  case choice
  case choices
  case number
  case date
}

let packsNewCommand = Arguments.Command<PacksNewSettings, Workplace>(
  "new",
  abstract: "Start a pack, option, rule, question or test from a template.",
  discussion: """
    The new item is complete and passes the checks; its texts say what to write instead. It is added to the files of the \
    pack named by --in (an id or a folder), and nothing that stands there is changed. What you do not name is picked: the \
    first decision, criterion and so on that the pack can see. The source that templates of a pack share is 'unverified', \
    so that nothing of it reaches a customer as a statement, and never reviewed: name your own in its place.
    """,
  examples: [
    ("advisor packs new pack nine-cloud", "a folder Rules/nine-cloud with its pack.json"),
    (
      "advisor packs new option nine-cloud --in nine-cloud --decision platform",
      "a platform, with a first reason for it"
    ),
    ("advisor packs new question app.gpu --in foundation --type boolean", "a question"),
    ("advisor packs new rule nine-gpu --in nine-cloud --when app.gpu=true --rate 3", "a rule on its answer"),
    ("advisor packs new test \"A GPU is needed\" --in nine-cloud --rule nine-gpu", "a test in which the rule is true"),
    (
      "advisor packs new test \"No GPU is needed\" --in nine-cloud --rule nine-gpu --not",
      "the contrary: a test in which it is false"
    ),
  ],
  defaults: PacksNewSettings(),
  options: [
    .value("in", "PACK", help: "Id or folder of the pack; for a pack, the folder of packs", \.folder),
    .list("requires", "PACK", help: "Pack: a pack whose ids it will name", \.requires),
    .value("decision", "ID", help: "Option: the decision it belongs to", \.decision),
    .value("variant-of", "ID", help: "Option: the option of which it is a form", \.variantOf),
    .value("option", "ID", help: "Rule: the option it rates", \.option),
    .value("criterion", "ID", help: "Rule: in which respect", \.criterion),
    .value("when", "FACT=VALUE", help: "Rule: the answer it is about", \.when),
    .value("rate", "RATING", help: "Rule: from -3 to 3", \.rating),
    .value("weight", "WEIGHT", help: "Rule: from 1 to 5, how much the need matters", \.weight),
    .value("source", "ID", help: "Rule: the source it rests on", \.source),
    .value("type", "TYPE", help: "Question: what kind of answer", \.questionKind),
    .value("group", "ID", help: "Question: the heading it is asked under", \.group),
    .value("rule", "ID", help: "Test: a rule that must be true", \.rule),
    .flag("not", help: "Test: the rule must be false", \.isContrary),
    .value("profile", "FILE", help: "Test: a profile to start from", \.profile),
  ] + CommonSettings.options(in: \.common),
  operands: [
    .optional("KIND", help: "What to start", \.kind),
    .list("ID", max: 1, help: "Its id; for a test, a sentence", \.words),
  ],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    guard let kind = settings.kind, !settings.name.isEmpty else {
      session.log.error(
        "missing-name",
        settings.kind.map { "the new \($0.rawValue) needs \($0 == .test ? "a name" : "an id")" }
          ?? "it must be said what to start",
        at: nil,
        help: "write for example: advisor packs new \(settings.kind?.rawValue ?? "rule") "
          + (settings.kind == .test ? "\"A small shop\"" : "my-\(settings.kind?.rawValue ?? "rule")") + " --in my-pack"
      )
      return session.finish()
    }
    guard (-3...3).contains(settings.rating) else {
      session.log.error("rating-out-of-range", "a rating is from -3 to 3, not \(settings.rating)", at: nil)
      return session.finish()
    }
    if let weight = settings.weight, !(1...5).contains(weight) {
      session.log.error("weight-out-of-range", "a weight is from 1 to 5, not \(weight)", at: nil)
      return session.finish()
    }
    if kind == .pack { session.startPack(settings) } else { session.addItem(kind, settings) }
    return session.finish()
  }
)

extension PacksNewSettings {
  /// The id as the list of one word that operands are.
  var words: [String] {
    get { name.isEmpty ? [] : [name] }
    set { name = newValue.last ?? "" }
  }

  var wishes: TemplateWishes {
    var wishes = TemplateWishes()
    wishes.decision = decision
    wishes.variantOf = variantOf
    wishes.option = option
    wishes.criterion = criterion
    wishes.source = source
    wishes.group = group
    wishes.when = when
    wishes.rating = rating
    wishes.weight = weight
    wishes.kind = TemplateWishes.QuestionKind(rawValue: questionKind.rawValue) ?? .boolean
    return wishes
  }
}
