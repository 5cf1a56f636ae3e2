import Diagnostics
import Testing

struct TextFormatTests {
  @Test func showsTheLineThePlaceAndTheMend() {
    #expect(
      Samples.rendered(Samples.all, as: "text") == """
        error: criterion 'ëcost' is not defined [unknown-criterion]
         --> Rules/x/pack.json:2:11
          |
        2 |   "crit": "ëcost"
          |           ^^^^^^^
        help: did you mean 'cost'?

        warning: 'k1' is defined twice [duplicate-id]
          --> a b/pack.json:11:3
           |
        11 |   "k1": 0
           |   ^^^^
        note: first defined here
         --> a b/pack.json:2:3
          |
        2 |   "k1": 1,
          |   ^^^^
        note: ids are unique over all packs

        note: no pack was found [no-packs]
        help: pass --rules

        """
    )
    #expect(Samples.rendered([], as: "text") == "")
  }

  /// Each row: file, the text that is wrong in it, and the two lines that show it.
  @Test(arguments: [
    ("{\"漢字\": ab}", "ab", "{\"漢字\": ab}", "         ^^"),
    ("{\"漢字\": ab}", "漢字", "{\"漢字\": ab}", "  ^^^^"),
    ("[\"e\u{301}😀👩‍💻\", ab]", "ab", "[\"e\u{301}😀👩‍💻\", ab]", "          ^^"),
    ("\t\tab", "ab", "        ab", "        ^^"),
    ("a\tab", "ab", "a   ab", "    ^^"),
    ("\u{1B}[2Jab", "ab", "\\u{1B}[2Jab", "         ^^"),
    ("a\u{202E}b", "\u{202E}", "a\\u{202E}b", " ^^^^^^^^"),
    ("a\u{2060}]", "\u{2060}", "a\\u{2060}]", " ^^^^^^^^"),
    ("ab\r\ncd", "\r\n", "ab", "  ^"),
    ("[ab\ncd]", "ab\ncd", "[ab", " ^^"),
    ("ab", "", "ab", "^"),
  ])
  func marksThePlaceUnderWhatIsSeen(text: String, wrong: String, line: String, mark: String) {
    let diagnostic = Diagnostic(.error, code: "c", "s", at: span(wrong, in: text))
    let lines = Samples.rendered([diagnostic], as: "text").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(Array(lines[3].unicodeScalars) == Array("1 | \(line)".unicodeScalars))
    #expect(lines[4] == "  | \(mark)")
  }

  @Test func marksAnEmptyFileAndItsEnd() {
    let file = SourceFile(name: "f", bytes: [])
    let diagnostic = Diagnostic(.error, code: "c", "s", at: SourceSpan(file: file, range: 0..<0))
    #expect(Samples.rendered([diagnostic], as: "text") == "error: s [c]\n --> f:1:1\n  |\n1 |\n  | ^\n")
  }

  @Test func showsBytesThatAreNotUTF8() {
    let file = SourceFile(name: "f", bytes: [0x22, 0x5A, 0xFC, 0x72, 0x22])
    let diagnostic = Diagnostic(.error, code: "c", "s", at: SourceSpan(file: file, range: 2..<3))
    #expect(Samples.rendered([diagnostic], as: "text").hasSuffix("1 | \"Z\\xFCr\"\n  |   ^^^^\n"))
  }

  @Test(arguments: [
    (0, 4, "abcd0123456789ABCDEFGHIJKLMNOPQRSTU…", "^^^^"),
    (2000, 2004, "…50123456789abcd0123456789ABCDEFGHI…", "            ^^^^"),
    (3996, 4000, "…HIJKLMNOPQRSTUVWXYZ0123456789ABend!", "                                ^^^^"),
    (0, 4000, "abcd0123456789ABCDEFGHIJKLMNOPQRSTU…", "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"),
  ])
  func trimsLongLinesAroundThePlace(from: Int, to: Int, line: String, mark: String) {
    let digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let filler = String(repeating: digits, count: 60)
    let text = "abcd" + filler.prefix(1996 - 10) + digits.prefix(10) + "abcd" + filler.prefix(1992) + "end!"
    let place = SourceSpan(file: SourceFile(name: "f", text: String(text)), range: from..<to)
    let renderer = DiagnosticRenderer(version: "1", width: 40)
    let lines = renderer.render([Diagnostic(.error, code: "c", "s", at: place)], as: .text).split(separator: "\n")
    #expect(lines[3] == "1 | \(line)")
    #expect(lines[4] == "  | \(mark)")
  }

  @Test func colourOnlyDecorates() {
    let plain = DiagnosticRenderer(version: "1").render(Samples.all + [Samples.nasty], as: .text)
    let colored = DiagnosticRenderer(version: "1", isColored: true).render(Samples.all + [Samples.nasty], as: .text)
    #expect(colored.hasPrefix("\u{1B}[1;31merror\u{1B}[0m\u{1B}[1m: criterion"))
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func keepsUntrustedTextInItsLine() {
    #expect(
      Samples.rendered([Samples.nasty], as: "text") == #"""
        error: fact '\u{1B}[2J\u{202E}"{0}</script>,:%\n::error::x [a](b)' is not defined [unknown-fact]
         --> odd,name:100%\u{1B}\n.json:1:2
          |
        1 |     x
          |     ^

        """#
    )
  }
}
