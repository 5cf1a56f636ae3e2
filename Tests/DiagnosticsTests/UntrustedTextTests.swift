import Diagnostics
import Testing

struct UntrustedTextTests {
  @Test(arguments: [
    ("plain 'text' \\n", "plain 'text' \\n"),
    ("", ""),
    ("a\nb\r\nc\td", "a\\nb\\r\\nc\\td"),
    ("\u{1B}[31mred\u{1B}]8;;x\u{07}", "\\u{1B}[31mred\\u{1B}]8;;x\\u{7}"),
    ("\u{9B}2J\u{7F}\0", "\\u{9B}2J\\u{7F}\\u{0}"),
    ("user\u{202E}gnp.exe", "user\\u{202E}gnp.exe"),
    ("\u{2066}a\u{2069}\u{200F}", "\\u{2066}a\\u{2069}\\u{200F}"),
    ("a\u{200B}b\u{2060}\u{FEFF}\u{AD}", "a\\u{200B}b\\u{2060}\\u{FEFF}\\u{AD}"),
    ("a\u{2028}b\u{2029}\u{85}", "a\\u{2028}b\\u{2029}\\u{85}"),
    ("\u{3164}\u{E0041}", "\\u{3164}\\u{E0041}"),
    ("Zürich 漢字 שלום 😀", "Zürich 漢字 שלום 😀"),
    ("👩‍💻 ❤️ می‌خواهم", "👩‍💻 ❤️ می‌خواهم"),
    ("a\u{200D}b\u{FE0F}", "a\\u{200D}b\\u{FE0F}"),
    ("\u{301}e\u{301}", "\\u{301}e\u{301}"),
  ])
  func makesEveryCharacterSafe(text: String, safe: String) {
    #expect(Array(sanitized(text).unicodeScalars) == Array(safe.unicodeScalars))
    #expect(Array(sanitized(safe).unicodeScalars) == Array(safe.unicodeScalars), "a second time changes nothing")
    #expect(quoted(text) == "'\(safe)'")
  }

  @Test func endsAPileOfMarks() {
    let pile = "o" + String(repeating: "\u{301}", count: 10)
    #expect(sanitized(pile) == "o" + String(repeating: "\u{301}", count: 8) + "\\u{301}\\u{301}")
  }

  @Test func shortensVeryLongTextInQuotesOnly() {
    let fits = String(repeating: "x", count: 64)
    #expect(quoted(fits) == "'\(fits)'")
    let long = "start" + String(repeating: "x", count: 1_000_000) + "end"
    #expect(
      quoted(long) == "'start" + String(repeating: "x", count: 39) + "…" + String(repeating: "x", count: 13) + "end'"
    )
    #expect(sanitized(long) == long)
    let hostile = String(repeating: "\u{1B}", count: 1000)
    #expect(quoted(hostile).count == 2 + 1 + 60 * 6)
  }
}
