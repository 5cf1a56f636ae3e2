import Diagnostics
import LocatedJSON
import Reports
import RuleModel

/// Pandoc, which writes Word documents.
struct Pandoc {
  let program: String
  let version: PandocVersion
}

extension Session {
  /// The pandoc of ADVISOR_PANDOC, or else of PATH; reports what to install where there is none.
  mutating func findPandoc() -> Pandoc? {
    let wish = console.environment["ADVISOR_PANDOC"]
    let program = wish ?? "pandoc"
    // What it makes of an empty file names the version of its documents' form.
    let question = Programs.Call(program, ["--from=markdown", "--to=json"], timeLimit: 60)
    guard case .success(let outcome) = workplace.programs.call(question), outcome.status == 0 else {
      log.error(
        "missing-program",
        wish == nil
          ? "the program 'pandoc' is not on PATH, and it writes the Word document"
          : "\(quoted(program)) in ADVISOR_PANDOC is no pandoc that can be started",
        at: nil,
        help: "install pandoc (Debian: pandoc), or name its program in ADVISOR_PANDOC"
      )
      return nil
    }
    let version = Self.version(in: outcome.output)
    guard version.isSupported else {
      log.error(
        "old-program",
        "\(quoted(program)) is too old or unknown: Word documents need pandoc 2.10 or a later one",
        at: nil,
        help: "update it, or name another one in ADVISOR_PANDOC"
      )
      return nil
    }
    return Pandoc(program: program, version: version)
  }

  /// The numbers under `pandoc-api-version`; none if there are none.
  private static func version(in answer: [UInt8]) -> PandocVersion {
    var ignored = DiagnosticLog()
    guard case .object(let members) = parseJSON(SourceFile(name: "pandoc", bytes: answer), into: &ignored)?.root.plain,
      case .array(let numbers) = members.first(where: { $0.key == "pandoc-api-version" })?.value
    else { return PandocVersion([]) }
    return PandocVersion(
      numbers.compactMap { number in if case .number(let number) = number { Int(exactly: number) } else { nil } }
    )
  }

  /// The Word document; reports why there is none.
  ///
  /// - Parameter date: the day that the file says it was made on; without one, the clock's.
  mutating func convert(_ source: PandocSource, with pandoc: Pandoc, date: CalendarDate?) -> [UInt8]? {
    withTemporaryFolder { session, folder in
      let document = FileSystem.join(folder, "report.json")
      let template = FileSystem.join(folder, "template.docx")
      let target = FileSystem.join(folder, "report.docx")
      guard session.place(source.document.canonical(), at: document), session.place(source.template, at: template)
      else {
        return nil
      }
      let call = Programs.Call(
        pandoc.program,
        ["--from=json", "--to=docx", "--reference-doc=\(template)", "--output=\(target)", document],
        environment: date.map { ["SOURCE_DATE_EPOCH": String($0.days * 86_400)] } ?? [:],
        timeLimit: 120
      )
      return session.result(
        of: call,
        at: target,
        beginning: "PK",
        help: "run the same with another pandoc in ADVISOR_PANDOC"
      )
    }
  }
}
