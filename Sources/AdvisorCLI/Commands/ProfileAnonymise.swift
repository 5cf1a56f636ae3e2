import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct ProfileAnonymiseSettings: Sendable {
  var common = CommonSettings()
  var profile = ""
  var output: String?
  var title: String?
  var force = false
}

let profileAnonymiseCommand = Arguments.Command<ProfileAnonymiseSettings, Workplace>(
  "anonymise",
  abstract: "Write a profile without names, to be kept among past cases.",
  discussion: """
    Kept are the answers, weights, decisions and clarifications that the packs know. Title, customer, author, review, \
    texts of notes and requirements, and everything that no loaded pack knows are replaced by neutral words or taken out; \
    days of the case become the first of their month. What was removed is listed here, and only here. The name of the file is yours to choose: \
    leave names out of it, too.
    """,
  examples: [
    ("advisor profile anonymise profile.json -o Profiles/vault/case-17.json", "for 'packs impact' and 'packs test'")
  ],
  defaults: ProfileAnonymiseSettings(),
  options: [
    .value("output", letter: "o", "FILE", help: "File to write; standard output without it", \.output),
    .value("title", "TITLE", help: "What takes the place of the title", \.title),
    .flag("force", help: "Replace a file that is there already", \.force),
  ] + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    let output = settings.output == "-" ? nil : settings.output
    if let path = output, workplace.files.exists(path), !settings.force {
      session.log.error(
        "file-exists",
        "\(quoted(path)) is there already",
        at: nil,
        help: "choose another name, or add --force"
      )
    }
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue(), let file = session.read(settings.profile),
      let document = parseJSON(file, into: &session.log),
      let before = linked(document, catalogue, &session.log)
    else { return session.finish() }
    let language = before.profile.language ?? .en
    let title = settings.title ?? language(en: "Anonymous case", de: "Anonymer Fall")
    let anonymous = AnonymousProfile(document.root.plain, title: title, language: language, catalogue)
    let text = anonymous.json.pretty()
    let talk = workplace.console.talk
    for name in anonymous.removed { talk.print("removed: \(sanitized(name))") }
    let written = SourceFile(name: output ?? "anonymous profile", text: text)
    guard let again = parseJSON(written, into: &session.log), let after = linked(again, catalogue, &session.log) else {
      return session.finish()
    }
    compare(before, after, compile(catalogue), talk)
    if let output {
      session.write(Array(text.utf8), to: output)
    } else {
      workplace.console.output.print(text, terminator: "")
    }
    return session.finish()
  }
)

/// The profile with its names resolved; nil after reporting what is wrong. Warnings stay out: 'profile check' gives them.
private func linked(_ document: JSONDocument, _ catalogue: Catalogue, _ log: inout DiagnosticLog) -> LinkedProfile? {
  var own = DiagnosticLog()
  let profile = decodeProfile(document, into: &own)
  let result = own.hasErrors ? nil : profile.map { link($0, with: catalogue, into: &own) }
  guard own.hasErrors else { return result }
  log.append(contentsOf: own)
  return nil
}

/// Says whether the anonymous case is still the same case.
private func compare(_ before: LinkedProfile, _ after: LinkedProfile, _ rules: CompiledRules, _ talk: Console.Stream) {
  let (first, second) = (assess(before, rules), assess(after, rules))
  let differing = zip(first.decisions, second.decisions).filter { $0.variant != $1.variant }.map(\.0.id)
  if differing.isEmpty {
    talk.print("the recommendation is the same as before")
  } else {
    talk.print("note: the recommendation is another one for \(differing.joined(separator: ", "))")
  }
}
