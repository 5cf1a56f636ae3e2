import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import Testing

/// A mistake that is too large for a fixture; the file is made when it is needed.
struct GeneratedMistake: Sendable, CustomTestStringConvertible {
  let code: String
  let diagnostics: @Sendable () -> [Diagnostic]

  var testDescription: String { code }

  static let all = ofPacks + ofLenses

  private static let ofPacks: [GeneratedMistake] = [
    GeneratedMistake(code: "too-many-choices") {
      let choices = (1...65).map { #"{ "id": "c\#($0)" }"# }.joined(separator: ", ")
      return problems(#"{ "facts": [ { "id": "a.b", "type": "choice", "question": "?", "choices": [\#(choices)] } ] }"#)
    },
    GeneratedMistake(code: "too-many-options") {
      let options = (1...65).map { #"{ "id": "o\#($0)", "decision": "d", "title": "O" }"# }.joined(separator: ", ")
      return problems(#"{ "decisions": [ { "id": "d", "title": "D" } ], "options": [\#(options)] }"#)
    },
    GeneratedMistake(code: "logo-too-large") { problemsOfBrand(largeLogo) },
    GeneratedMistake(code: "too-many-problems") { problems("[" + String(repeating: ",", count: 200) + "]") },
    GeneratedMistake(code: "file-too-large") { problems(SourceFile(name: "mine/large.json", bytes: spaces)) },
    GeneratedMistake(code: "pack-too-large") {
      let file = SourceFile(name: "mine/large.json", bytes: spaces)
      return problems(PackFolder(name: "mine", manifest: manifest, contents: Array(repeating: file, count: 4)))
    },
  ]

  /// One KiB more than travels with every page.
  private static var largeLogo: String {
    let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let bytes = header + Array(repeating: 0, count: Brand.Logo.largestSize + 1024 - header.count)
    return #"{ "format": 1, "name": "Muster", "logo": "data:image/png;base64,\#(Base64.text(of: bytes))" }"#
  }

  private static func problemsOfBrand(_ text: String) -> [Diagnostic] {
    var log = DiagnosticLog()
    if let document = parseJSON(SourceFile(name: "brand.json", text: text), into: &log) {
      _ = decodeBrand(document, into: &log)
    }
    return log.sorted
  }

  /// One byte more than a file may have.
  private static var spaces: [UInt8] { Array(repeating: UInt8(ascii: " "), count: maximumJSONFileSize + 1) }

  private static let manifest = SourceFile(
    name: "mine/pack.json",
    text: """
      { "format": 1, "id": "mine", "version": "1.0.0", "title": "Mine", "description": "Mine", "maintainer": "tests" }
      """
  )

  private static func problems(_ content: String) -> [Diagnostic] {
    problems(SourceFile(name: "mine/content.json", text: content))
  }

  private static func problems(_ content: SourceFile) -> [Diagnostic] {
    problems(PackFolder(name: "mine", manifest: manifest, contents: [content]))
  }

  private static func problems(_ folder: PackFolder) -> [Diagnostic] {
    var log = DiagnosticLog()
    _ = link([folder].compactMap { $0.decode(into: &log) }, into: &log)
    return log.sorted
  }
}

struct GeneratedMistakeTests {
  @Test(arguments: GeneratedMistake.all)
  func reportsWhatIsTooLarge(mistake: GeneratedMistake) {
    let found = mistake.diagnostics().filter { $0.code == mistake.code }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.help != nil || $0.severity == .note })
  }
}
