import Arguments
import Assessing
import Diagnostics
import LocatedJSON
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
  var questionKind = QuestionKindWord.boolean
  var rule: String?
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
    first decision, criterion and so on that the pack can see. Sources that a template makes up are 'unverified', so that \
    nothing of it reaches a customer as a statement.
    """,
  examples: [
    ("advisor packs new pack nine-cloud", "a folder Rules/nine-cloud with its pack.json"),
    ("advisor packs new option nine-cloud --in nine-cloud --decision platform", "a platform, with a first reason for it"),
    ("advisor packs new question app.gpu --in foundation --type boolean", "a question"),
    ("advisor packs new rule nine-gpu --in nine-cloud --when app.gpu=true --rate 3", "a rule on its answer"),
    ("advisor packs new test \"A GPU is needed\" --in nine-cloud --rule nine-gpu", "a test in which the rule is true"),
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
    .value("source", "ID", help: "Rule: the source it rests on", \.source),
    .value("type", "TYPE", help: "Question: what kind of answer", \.questionKind),
    .value("group", "ID", help: "Question: the heading it is asked under", \.group),
    .value("rule", "ID", help: "Test: a rule that must be true", \.rule),
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

  fileprivate func wishes(on date: CalendarDate?) -> TemplateWishes {
    var wishes = TemplateWishes()
    wishes.decision = decision
    wishes.variantOf = variantOf
    wishes.option = option
    wishes.criterion = criterion
    wishes.source = source
    wishes.group = group
    wishes.when = when
    wishes.rating = rating
    wishes.kind = TemplateWishes.QuestionKind(rawValue: questionKind.rawValue) ?? .boolean
    wishes.date = date
    return wishes
  }
}

extension Session {
  // MARK: A pack

  fileprivate mutating func startPack(_ settings: PacksNewSettings) {
    let folders = packFolders()
    guard let catalogue = loadCatalogue() else { return }
    let root = settings.folder ?? (rulesOrigin == "built in" ? "Rules" : settings.common.rules.first ?? rulesOrigin)
    // Where the folder named is one pack, the new one stands beside it.
    let isOnePack = folders.contains { $0.name == root } && settings.folder == nil
    guard !isOnePack else {
      log.error(
        "ambiguous-folder",
        "\(quoted(root)) is a pack itself",
        at: nil,
        help: "name the folder for the new pack with --in"
      )
      return
    }
    // Without a wish, what holds the shared vocabulary: packs with decisions.
    var required = catalogue.packs.filter { !$0.content.decisions.isEmpty }
    if !settings.requires.isEmpty {
      required = catalogue.packs.filter { settings.requires.contains($0.id) }
      for id in settings.requires where !catalogue.packs.contains(where: { $0.id == id }) {
        reportUnknown("pack", id, catalogue.packs.map(\.id))
      }
    }
    if rulesOrigin == "built in" { required = [] }
    do throws(TemplateProblem) {
      let manifest = try Templates.pack(settings.name, requires: required, in: catalogue)
      let folder = FileSystem.join(root, settings.name)
      guard !log.hasErrors, isFree(folder) else { return }
      if case .failure(let error) = workplace.files.makeFolder(folder) {
        log.error("unwritable-file", error.sentence, at: nil)
        return
      }
      let text = JSONLayout(openLevels: 2).text(manifest) + "\n"
      write(Array(text.utf8), to: FileSystem.join(folder, "pack.json"))
      sayNext("advisor packs new option ID --in \(settings.name)", "or a rule, question or test; see 'advisor packs new --help'")
    } catch {
      report(error)
    }
  }

  private mutating func isFree(_ path: String) -> Bool {
    guard workplace.files.exists(path) else { return true }
    log.error("file-exists", "\(quoted(path)) is there already", at: nil, help: "choose another id, or another folder with --in")
    return false
  }

  // MARK: An item

  fileprivate mutating func addItem(_ kind: NewKindWord, _ settings: PacksNewSettings) {
    let folders = writableFolders()
    guard !log.hasErrors, let catalogue = loadCatalogue(), let target = target(settings, folders) else { return }
    let templates = Templates(catalogue, pack: target.pack, settings.wishes(on: date(for: nil)))
    do throws(TemplateProblem) {
      let scaffold: Scaffold?
      switch kind {
      case .pack: scaffold = nil
      case .option: scaffold = try templates.option(settings.name)
      case .rule: scaffold = try templates.rule(settings.name)
      case .question: scaffold = try templates.question(settings.name)
      case .test: scaffold = try test(settings, templates, catalogue)
      }
      guard let scaffold else { return }
      place(scaffold, in: target.folder, kind)
    } catch {
      report(error)
    }
  }

  private mutating func place(_ scaffold: Scaffold, in folder: PackFolder, _ kind: NewKindWord) {
    do throws(JSONEdit.Failure) {
      let files = try scaffold.placed(in: folder)
      let known = folder.contents.map(\.name)
      for file in files where !known.contains(file.name) && !isFree(file.name) { return }
      writeIfSound(files, "the new \(kind.rawValue) would break a pack")
      if log.hasErrors { return }
      switch kind {
      case .pack: break
      case .question: sayNext("advisor packs new rule ID --in … --when FACT=VALUE", "for what follows from the answer")
      case .option: sayNext("advisor packs check", "it also lists the rules of other packs that say nothing about it yet")
      case .rule: sayNext("advisor packs check", "replace the texts and the source first, then add a test: advisor packs new test")
      case .test: sayNext("advisor packs test", "the test expects what comes out today: see whether it should")
      }
    } catch {
      reportEditFailure(error)
    }
  }

  private func sayNext(_ command: String, _ words: String) {
    console.talk.print("next: \(command)\n      \(words)")
  }

  /// The pack to add to: by id, by folder, or the only one there is.
  private mutating func target(
    _ settings: PacksNewSettings,
    _ folders: [PackFolder]
  ) -> (pack: String, folder: PackFolder)? {
    var ignored = DiagnosticLog()
    let packs = folders.compactMap { folder in folder.decode(into: &ignored).map { (pack: $0.id, folder: folder) } }
    guard let wish = settings.folder else {
      if packs.count == 1 { return packs[0] }
      log.error(
        "missing-pack-name",
        "it must be said which pack to add to",
        at: nil,
        help: "add --in with one of: \(packs.map(\.pack).joined(separator: ", "))"
      )
      return nil
    }
    func trimmed(_ path: String) -> Substring { path.hasSuffix("/") ? path.dropLast() : path[...] }
    if let found = packs.first(where: { $0.pack == wish || trimmed($0.folder.name) == trimmed(wish) }) { return found }
    reportUnknown("pack", wish, packs.map(\.pack))
    return nil
  }

  // MARK: A test

  /// A test of what comes out today, for the answers of a rule or of a profile.
  private mutating func test(
    _ settings: PacksNewSettings,
    _ templates: Templates,
    _ catalogue: Catalogue
  ) throws(TemplateProblem) -> Scaffold? {
    var answers: [JSONText.Member] = []
    var rule: String?
    var name: String?
    var profile = Profile(title: settings.name)
    if let path = settings.profile {
      guard let file = read(path), let document = parseJSON(file, into: &log),
        let found = decodeProfile(document, into: &log), !log.hasErrors
      else { return nil }
      profile = found
      let last = path.split(separator: "/").last.map(String.init) ?? path
      name = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    }
    if settings.profile == nil || settings.rule != nil {
      guard let found = try templates.answersForTest(of: settings.rule) else { throw .nothing(kind: "rule that a test can reach") }
      rule = found.rule
      answers = found.answers
      let text = JSONLayout().text(
        .object([.init("format", .scalar("1")), .init("title", .string("test")), .init("answers", .object(answers))])
      )
      guard let document = parseJSON(SourceFile(name: "the new test", text: text), into: &log),
        let given = decodeProfile(document, into: &log)
      else { return nil }
      profile.answers = profile.answers.filter { old in !given.answers.contains { $0.fact == old.fact } } + given.answers
    }
    let assessment = assess(link(profile, with: catalogue, into: &log), compile(catalogue), date: profile.date)
    if log.hasErrors { return nil }
    if let id = rule, assessment.ruleTruths[id] != .yes { rule = nil }
    let outcomes = assessment.decisions.filter { $0.applicable == .yes }.map { ($0.decision.id, $0.recommended) }
    return Templates.test(settings.name, profile: name, answers: answers, outcomes: outcomes, applies: rule)
  }

  // MARK: Problems

  private mutating func report(_ problem: TemplateProblem) {
    switch problem {
    case .notAnID(let text):
      log.error(
        "invalid-id",
        "\(quoted(text)) is not an id",
        at: nil,
        help: "use letters and digits, separated by single '.', '-' or '_'"
      )
    case .taken(let kind, let name):
      log.error(
        "taken-id",
        "\(kind) '\(name.id)' is there already",
        at: name.span,
        help: "choose another id; nothing is overwritten"
      )
    case .unknown(let kind, let id, let known): reportUnknown(kind, id, known)
    case .nothing(let kind):
      log.error(
        "nothing-to-name",
        "there is no \(kind) that the pack can name",
        at: nil,
        help: "add one first, or name the pack that holds it in 'requires' of pack.json"
      )
    }
  }

  private mutating func reportUnknown(_ kind: String, _ id: String, _ known: [String]) {
    let list = known.sorted(by: idPrecedes)
    log.error(
      "unknown-name",
      "there is no \(kind) \(quoted(id)) that could be named here",
      at: nil,
      help: nearest(id, in: list).map { "did you mean '\($0)'?" }
        ?? (list.isEmpty ? nil : "there are: \(list.prefix(12).joined(separator: ", "))\(list.count > 12 ? " …" : "")")
    )
  }
}
