import Arguments
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

struct PacksSchemaSettings: Sendable {
  var common = CommonSettings()
  var kind: FileKindWord?
  var output: String?
  var isStrict = false
  var goesOn = false
}

/// A kind of file, as a word of the command line.
enum FileKindWord: String, CaseIterable, ArgumentValue {
  case pack
  case content
  case profile

  var kind: FileKind {
    switch self {
    case .pack: .pack
    case .content: .content
    case .profile: .profile
    }
  }
}

let packsSchemaCommand = Arguments.Command<PacksSchemaSettings, Workplace>(
  "schema",
  abstract: "Write JSON Schemas with which an editor completes and checks packs and profiles.",
  discussion: """
    The schemas (draft 2020-12) know the loaded packs: the editor offers their facts, choices, operators, options, sources \
    and so on, and marks what is not among them. Make them again when ids have changed. 'pack' is for pack.json, 'content' \
    for all other files of a pack (tests among them), 'profile' for profiles; without a kind all three are written into \
    the folder of -o, by default 'schema'.

    For Visual Studio Code add to .vscode/settings.json:

      "json.schemas": [
        { "fileMatch": ["Rules/*/*.json", "!pack.json"], "url": "./schema/content.schema.json" },
        { "fileMatch": ["Rules/*/pack.json"], "url": "./schema/pack.schema.json" },
        { "fileMatch": ["Profiles/*.json"], "url": "./schema/profile.schema.json" } ]

    or begin a file with "$schema": "../../schema/content.schema.json".
    """,
  examples: [
    ("advisor packs schema", "all three into the folder 'schema'"),
    ("advisor packs schema profile -o profile.schema.json", "one of them"),
  ],
  defaults: PacksSchemaSettings(),
  options: [
    .value("output", letter: "o", "PATH", help: "File to write, or folder if no kind is named", \.output),
    .flag("strict", help: "Refuse names in profiles that no pack knows, too", \.isStrict),
    .flag("despite-errors", help: "Go on with what can be read of packs that hold mistakes", \.goesOn),
  ] + CommonSettings.options(in: \.common),
  operands: [.optional("KIND", help: "The kind of file; all without it", \.kind)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    let packs = session.loadPacks()
    if settings.goesOn {
      session.log = DiagnosticLog()
    } else {
      _ = link(packs, into: &session.log)
    }
    if session.log.hasErrors { return session.finish() }
    let vocabulary = SchemaVocabulary(packs)
    func bytes(_ kind: FileKind) -> [UInt8] {
      Array(JSONSchema.document(kind, vocabulary, isStrict: settings.isStrict).pretty().utf8)
    }
    if let kind = settings.kind?.kind {
      if let path = settings.output {
        session.write(bytes(kind), to: path)
      } else {
        workplace.console.output.write(bytes(kind))
      }
      return session.finish()
    }
    let folder = settings.output ?? "schema"
    if case .failure(let error) = workplace.files.makeFolder(folder) {
      session.log.error("unwritable-file", error.sentence, at: nil)
      return session.finish()
    }
    for kind in FileKind.allCases {
      session.write(bytes(kind), to: FileSystem.join(folder, "\(kind.rawValue).schema.json"))
    }
    return session.finish()
  }
)
