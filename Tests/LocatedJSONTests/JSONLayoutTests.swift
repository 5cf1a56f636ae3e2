import Diagnostics
import Testing

@testable import LocatedJSON

@Suite("The layout for people")
struct JSONLayoutTests {
  private func laidOut(_ text: String, width: Int = 40, openLevels: Int = 0) throws -> String {
    var log = DiagnosticLog()
    let document = try #require(parseJSON(SourceFile(name: "f.json", text: text), into: &log))
    var layout = JSONLayout(openLevels: openLevels)
    layout.width = width
    return layout.text(JSONText(document.root, in: document.file))
  }

  @Test(
    "what fits stands on one line, the rest one entry a line",
    arguments: [
      ("{}", "{}"), ("[ ]", "[]"),
      ("{\"a\":1.50,\"b\":[true,null]}", "{ \"a\": 1.50, \"b\": [true, null] }"),
      ("[{\"a\":1},{\"b\":\"\\u00e4\"}]", "[{ \"a\": 1 }, { \"b\": \"\\u00e4\" }]"),
      (
        "{\"first\":\"a text of some length\",\"second\":\"another\"}",
        "{\n  \"first\": \"a text of some length\",\n  \"second\": \"another\"\n}"
      ),
    ]
  )
  func fitsOrBreaks(text: String, expected: String) throws {
    #expect(try laidOut(text) == expected)
  }

  @Test("exactly the width with its comma fits, one more does not")
  func countsTheComma() throws {
    #expect(try laidOut("[11, 222]", width: 10) == "[11, 222]")
    #expect(try laidOut("[11, 2222]", width: 10) == "[\n  11, 2222\n]")
  }

  @Test("plain values fill lines, long texts do not")
  func fillsLines() throws {
    #expect(
      try laidOut("[\"aaaaaaaa\", \"bbbbbbbb\", \"cccccccc\"]", width: 30)
        == "[\n  \"aaaaaaaa\", \"bbbbbbbb\",\n  \"cccccccc\"\n]"
    )
    let long = "\"" + String(repeating: "x", count: 50) + "\""
    #expect(try laidOut("[\(long), \"b\"]", width: 30) == "[\n  \(long),\n  \"b\"\n]")
  }

  @Test("the outer levels stay open")
  func keepsOuterLevelsOpen() throws {
    #expect(
      try laidOut("{\"rules\":[{\"id\":\"a\"}]}", openLevels: 2) == "{\n  \"rules\": [\n    { \"id\": \"a\" }\n  ]\n}"
    )
  }

  @Test("laying out twice changes nothing, and the value is the same")
  func isIdempotent() throws {
    let text = "{\"a\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14],\"b\":{\"c\":\"dddddddddddddddddddd\",\"e\":[[],{},[{}]]}}"
    let once = try laidOut(text)
    #expect(try laidOut(once) == once)
    var log = DiagnosticLog()
    let before = parseJSON(SourceFile(name: "a", text: text), into: &log)
    let after = parseJSON(SourceFile(name: "b", text: once), into: &log)
    #expect(before?.root.plain == after?.root.plain)
  }
}
