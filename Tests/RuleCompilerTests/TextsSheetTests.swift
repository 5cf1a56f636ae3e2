import RuleModel
import TestSupport
import Testing

@testable import RuleCompiler

@Suite struct TextsSheetTests {
  private static let nasty = [
    "", "plain", "comma, semicolon; quote \" and 'apostrophe'", "two\nlines", "carriage\r\nreturn", "tab\there",
    " space ",
    "=1+1", "+41 44", "-1", "@user", "'=1", "''=1", "'quoted'", "'", "\"=x\"", "a; =b", "a;\t'-b", "a\n@b", "＝full",
    "ß ä € 漢字 👩‍👩‍👧",
    "; 'tis", "\u{FEFF}mark", "\u{0}", "  '=x", "\"'=x", "' =x",
  ]

  @Test(arguments: nasty)
  func theGuardCanBeUndone(text: String) {
    #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
  }

  @Test func noCellCanBeginAFormula() {
    for text in Self.nasty {
      for start in FormulaGuard.guarded(text).split(whereSeparator: { ";\t\n\r".contains($0) }) {
        let first = start.drop { $0.isWhitespace || $0 == "\"" }.unicodeScalars.first
        #expect(first.map { !"=+-@＝".unicodeScalars.contains($0) } ?? true, "\(text)")
      }
    }
  }

  @Test func whatPeopleTypeBehindASemicolonIsKept() {
    #expect(FormulaGuard.unguarded("Strom; 's isch") == "Strom; 's isch")
    #expect(FormulaGuard.unguarded("'so called'") == "'so called'")
  }

  @Test func randomTextsSurviveTheGuardAndTheFile() throws {
    var generator = SplitMix64(seed: 5)
    let signs = Array("=+-@';\"\n\t, aé")
    let cells = (0..<2_000).map { _ in
      String((0..<generator.int(0...6)).map { _ in signs[generator.int(0...signs.count - 1)] })
    }
    let sheet = CSVSheet(header: ["x", "y"], rows: cells.map { ["a", $0] })
    #expect(try CSVSheet(bytes: sheet.bytes()) == sheet)
    #expect(try CSVSheet(bytes: sheet.bytes(hasMark: true)) == sheet)
  }

  @Test func theFileIsRFC4180() {
    let sheet = CSVSheet(header: ["a", "b"], rows: [["1,\"2\"", "x\ny"]])
    #expect(String(decoding: sheet.bytes(), as: UTF8.self) == "\"a\",\"b\"\r\n\"1,\"\"2\"\"\",\"x\ny\"\r\n")
    #expect(sheet.bytes(hasMark: true).prefix(3) == [0xEF, 0xBB, 0xBF])
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]), ("a;b\r\n\"1\";2", [["1", "2"]]), ("a\tb\r1\t2\r", [["1", "2"]]),
      ("\"a\",\"b\"\n\n1\n,,,\n", [["1", ""], ["", ""]]), ("a,b\n\"x\"\"y\",\"p\r\nq\"", [["x\"y", "p\r\nq"]]),
      ("a,b\n1 2, 3", [["1 2", " 3"]]),
    ]
  )
  func sheetsOfManyProgramsAreRead(text: String, rows: [[String]]) throws {
    let sheet = try CSVSheet(bytes: Array(text.utf8))
    #expect(sheet.header == ["a", "b"])
    #expect(sheet.rows == rows)
  }

  @Test(
    arguments: [
      ("", CSVSheet.Failure.empty), ("a\n\"b", .openQuote(line: 2)), ("a\n\"b\"c", .textBehindQuote(line: 2)),
      ("a\n\n1,2", .tooManyCells(line: 3)),
    ]
  )
  func brokenSheetsAreRefused(text: String, failure: CSVSheet.Failure) {
    #expect(throws: failure) { try CSVSheet(bytes: Array(text.utf8)) }
  }

  @Test func otherCharacterSetsAreRefused() {
    #expect(throws: CSVSheet.Failure.notUTF8) { try CSVSheet(bytes: [0x61, 0x0A, 0xE4]) }
  }
}
