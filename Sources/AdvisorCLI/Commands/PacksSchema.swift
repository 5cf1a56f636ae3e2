import Arguments
import Diagnostics
import LocatedJSON
import Reports
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
  case brand
  case result
  case difference

  /// The schema of the kind; those of brands, results and differences are the same for all packs.
  func schema(_ vocabulary: SchemaVocabulary, isStrict: Bool) -> JSONValue {
    switch self {
    case .pack: JSONSchema.document(.pack, vocabulary, isStrict: isStrict)
    case .content: JSONSchema.document(.content, vocabulary, isStrict: isStrict)
    case .profile: JSONSchema.document(.profile, vocabulary, isStrict: isStrict)
    case .brand: JSONSchema.document(.brand, vocabulary, isStrict: isStrict)
    case .result: ResultSchema.document(isStrict: isStrict)
    case .difference: ResultSchema.ofDifferences(isStrict: isStrict)
    }
  }
}

let packsSchemaCommand = Arguments.Command<PacksSchemaSettings, Workplace>(
  "schema",
  abstract: "Write JSON Schemas: for editors of packs, profiles and brands, and for programs that read results.",
  discussion: """
    The schemas (draft 2020-12) know the loaded packs: the editor offers their facts, choices, operators, options, sources \
    and so on, and marks what is not among them. Make them again when ids have changed. 'pack' is for pack.json, 'content' \
    for all other files of a pack (tests among them), 'profile' for profiles, 'brand' for the brand files of reports, 'result' for what 'assess --format json' and \
    'report -o result.json' write, 'difference' for 'whatif' and 'compare'; without a kind all of them are written into the folder of -o, by default 'schema'.

    For Visual Studio Code add to .vscode/settings.json:

      "json.schemas": [
        { "fileMatch": ["Rules/*/*.json", "!pack.json"], "url": "./schema/content.schema.json" },
        { "fileMatch": ["Rules/*/pack.json"], "url": "./schema/pack.schema.json" },
        { "fileMatch": ["Profiles/*.json"], "url": "./schema/profile.schema.json" } ]

    or begin a file with "$schema": "../../schema/content.schema.json".
    """,
  examples: [
    ("advisor packs schema", "all of them into the folder 'schema'"),
    ("advisor packs schema profile -o profile.schema.json", "one of them"),
    ("advisor packs schema result -o result.schema.json", "what reads results can rely on"),
  ],
  defaults: PacksSchemaSettings(),
  options: [
    .value("output", letter: "o", "PATH", help: "File to write, or folder if no kind is named", \.output),
    .flag("strict", help: "Refuse names in profiles that no pack knows, and keys of results without name", \.isStrict),
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
    func bytes(_ kind: FileKindWord) -> [UInt8] {
      Array(kind.schema(vocabulary, isStrict: settings.isStrict).pretty().utf8)
    }
    if let kind = settings.kind {
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
    for kind in FileKindWord.allCases {
      session.write(bytes(kind), to: FileSystem.join(folder, "\(kind.rawValue).schema.json"))
    }
    return session.finish()
  }
)
