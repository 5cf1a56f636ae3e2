import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// The same as InjectionTests for every other file and text that is made of packs and profiles.
@Suite struct InjectionFormatTests {
  private static let offsets = [0, 19, 37]
  private static let change = ["need.memory=64", "need.team=expert", "--all", "--edition", "internal"]
  private static let pair = ["Profiles/worked.json", "Profiles/taken.json", "--all", "--edition", "internal"]

  private static let commands: [[String]] = [
    ["report", "Profiles/taken.json", "-o", "r.html", "-o", "r.md", "-o", "r.json", "--edition", "customer"],
    ["report", "Profiles/taken.json", "-o", "r.html", "-o", "r.md", "--edition", "offer", "--date", "2026-11-21"],
    ["report", "Profiles/worked.json", "-o", "r.html", "-o", "r.md", "-o", "r.json", "--lang", "de"],
    ["report", "Profiles/taken.json", "-o", "r.csv", "-o", "adr/", "-o", "slo.yaml", "--edition", "internal"],
    ["portfolio", "-o", "p.html", "-o", "p.md", "-o", "p.json", "--draws", "20"],
    ["whatif", "Profiles/taken.json"] + change, ["whatif", "Profiles/taken.json", "--format", "markdown"] + change,
    ["whatif", "Profiles/taken.json", "--format", "json", "-o", "w.json"] + change,
    ["compare"] + pair, ["compare", "--format", "markdown"] + pair, ["compare", "--format", "json"] + pair,
    ["compare", "--merge", "-o", "m.json"] + pair, ["compare", "--merge", "--format", "markdown"] + pair,
    ["compare", "--merge", "--format", "json"] + pair,
    ["checklist", "Profiles/taken.json", "-o", "c.md", "--edition", "offer"],
    ["packs", "docs", "-o", "h.html", "-o", "h.md"],
  ]

  /// What a command writes, standard output first, the files in the order of their names but for titles in them.
  private static func written(_ words: [String], in texts: Texts) -> [(name: String, text: String)] {
    let files = MemoryFiles(texts)
    let run = run(words, in: files, width: 200)
    #expect(run.status == 0, "\(words): \(run.talk.prefix(600))")
    #expect(InjectionTests.steering(run.talk) == [])
    let paths = files.paths.filter { texts[$0] == nil }.sorted()
    return (run.output.isEmpty ? [] : [("output", run.output)]) + paths.map { ($0, files[$0] ?? "") }
  }

  @Test(arguments: offsets, commands)
  func everyTextIsThereAndNothingActs(offset: Int, words: [String]) throws {
    let hostile = Self.written(words, in: try HostileTexts.files(offset))
    let harmless = Self.written(words, in: try HostileTexts.harmless())
    #expect(hostile.count == harmless.count && !hostile.isEmpty)
    for (one, other) in zip(hostile, harmless) { try Self.expectInert(one, like: other) }
  }

  /// Markdown without the YAML before it, whose texts are quoted as in JSON.
  private static func body(_ text: String) -> String {
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else { return text }
    return String(text[end.upperBound...])
  }

  private static func expectInert(_ one: (name: String, text: String), like other: (name: String, text: String)) throws
  {
    let (found, expected) = (one.text, other.text)
    #expect(one.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "./-".contains($0)) }, "\(one.name)")
    // A merged profile is a profile: it keeps what was written in it, sign for sign.
    if one.name != "m.json" {
      #expect(InjectionTests.steering(found, allowed: one.name.hasSuffix("csv") ? ["\r", "\n"] : ["\n"]) == [])
    }
    #expect(HostileTexts.markers(found) == HostileTexts.markers(expected), "\(one.name): every text is there")
    switch one.name.split(separator: ".").last {
    case "html":
      let page = HTMLShape(found)
      #expect(page.problems == [] && page.scripts.allSatisfy { $0 == "application/json" })
      #expect(page.tags == HTMLShape(expected).tags)
      #expect(page.addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") && !$0.contains("evil") })
    case "md": #expect(MarkdownShape.lines(body(found)) == MarkdownShape.lines(body(expected)))
    case "json": #expect(throws: Never.self) { try parsed(found) }
    case "csv":
      #expect(csvRecords(found).map(\.count) == csvRecords(expected).map(\.count))
      #expect(formulas(in: csvRecords(found)) == [])
    case "yaml": #expect(Self.shapeOfYAML(found) == Self.shapeOfYAML(expected))
    default:
      if expected.hasPrefix("{") {
        #expect(throws: Never.self) { try parsed(found) }
      } else if expected.contains("\n#") {
        #expect(MarkdownShape.lines(found) == MarkdownShape.lines(expected))
      }
    }
  }

  /// Lines without comments and texts; a text must be one as JSON writes it, and a name one as Kubernetes has it.
  private static func shapeOfYAML(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      if line.drop(while: { $0 == " " }).hasPrefix("#") { return "#" }
      guard let colon = line.firstRange(of: ": ") else { return String(line) }
      let value = line[colon.upperBound...]
      let isText = value.hasPrefix("\"") && (try? parsed("[\(value)]")) != nil
      let isName = value.wholeMatch(of: /[a-z0-9]([a-z0-9.\/-]*[a-z0-9])?/) != nil
      return line[..<colon.upperBound] + (isText ? "text" : isName ? "name" : String(value))
    }
  }

  // MARK: Word

  /// What goes to pandoc: its own form of the document, and the parts of the template, which are stored as they are.
  private static func word(in texts: Texts) throws -> [String] {
    let files = MemoryFiles(texts)
    let run = FakePrograms(files).run(["report", "Profiles/taken.json", "-o", "r.docx", "--edition", "internal"])
    #expect(run.status == 0, "\(run.talk)")
    let bytes = try #require(files[bytes: "r.docx"])
    return String(decoding: bytes.dropFirst(2), as: UTF8.self).components(separatedBy: "PK\u{3}\u{4}")
  }

  /// Kinds of nodes, but for words and spaces.
  private static func kinds(_ value: JSONValue) -> [String] {
    if let kind = value["t"]?.text, ["Str", "Space", "SoftBreak"].contains(kind) { return [] }
    let own = value["t"]?.text.map { [$0] } ?? []
    return own + (value.elements ?? value.members?.map(\.value) ?? []).flatMap(kinds)
  }

  @Test(arguments: offsets)
  func aWordDocumentHoldsWordsAndNothingThatActs(offset: Int) throws {
    let (found, expected) = (try Self.word(in: HostileTexts.files(offset)), try Self.word(in: HostileTexts.harmless()))
    #expect(found.count == expected.count && found.count > 5)
    let (document, plain) = (try parsed(found[0]), try parsed(expected[0]))
    #expect(Self.kinds(document) == Self.kinds(plain) && Self.kinds(document).count > 200)
    #expect(!Self.kinds(document).contains { $0.hasPrefix("Raw") || $0 == "Math" || $0 == "Image" })
    #expect(HostileTexts.markers(found[0]) == HostileTexts.markers(expected[0]))
    #expect(InjectionTests.steering(found[0]) == [])
    for (part, other) in zip(found.dropFirst(), expected.dropFirst()) {
      let (xml, plain) = (Self.xml(part), Self.xml(other))
      #expect(InjectionTests.steering(xml) == [])
      #expect(xml.count { $0 == "<" } == plain.count { $0 == "<" } && XMLReading.isWellFormed(xml), "\(xml.prefix(80))")
    }
  }

  private static func xml(_ part: String) -> String {
    guard let start = part.firstRange(of: "<?xml"), let end = part.lastIndex(of: ">") else { return "" }
    return String(part[start.lowerBound...end])
  }

  // MARK: The workshop page, unknown names, and what verify tells

  @Test(arguments: offsets)
  func namesThatNoPackKnowsAreToldAndDoNothing(offset: Int) throws {
    let texts = try HostileTexts.harmless()
    let count = HostileTexts.all.count
    let hostile = try HostileTexts.withUnknownNames(texts) {
      "M\($0)M \(HostileTexts.all[($0 + offset) % count].prefix(300))"
    }
    let harmless = try HostileTexts.withUnknownNames(texts) { "M\($0)M harmless" }
    let words = [
      "report", "Profiles/taken.json", "-o", "r.html", "-o", "r.md", "-o", "r.json", "-o", "r.csv", "--edition",
      "internal",
    ]
    let (found, expected) = (Self.written(words, in: hostile), Self.written(words, in: harmless))
    #expect(found.count == 4 && expected.count == 4)
    for (one, other) in zip(found, expected) { try Self.expectInert(one, like: other) }
    let check = run(["profile", "check", "Profiles/taken.json"], in: MemoryFiles(hostile), width: 200)
    #expect(InjectionTests.steering(check.output) == [] && InjectionTests.steering(check.talk) == [])
  }

  @Test(arguments: offsets)
  func whatVerifyTellsCannotSteerATerminal(offset: Int) throws {
    let files = MemoryFiles(try HostileTexts.files(offset))
    #expect(run(["report", "Profiles/taken.json", "-o", "r.json", "-o", "r.html"], in: files).status == 0)
    for (path, text) in try HostileTexts.files(offset + 1) where path.hasPrefix("Rules/") {
      _ = files.fileSystem.write(path, Array(text.utf8))
    }
    for name in ["r.json", "r.html"] {
      let told = run(["verify", name], in: files, width: 200)
      #expect(told.status == 1 && told.output.contains("says something else"))
      #expect(InjectionTests.steering(told.output) == [] && InjectionTests.steering(told.talk) == [])
    }
  }
}
