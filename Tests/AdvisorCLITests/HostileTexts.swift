import LocatedJSON
import TestSupport

/// Texts that try to be more than text, each with a marker by which it can be found again.
enum HostileTexts {
  static let all: [String] = [
    "<script>alert(1)</script>", "</title></style></script><img src=x onerror=alert(1)>", "\" onload=\"alert(1)",
    "' onmouseover='alert(1)", "<svg/onload=alert(1)>", "javascript:alert(1)", "&lt;b&gt; &#60;i&#62;", "<!-- --><b>",
    "[click](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>",
    "see https://evil.example",
    "# heading", "- [x] done", "1. one", "> quote", "---", "```", "`code` ``more``", "a | b || c", "@everyone #12 $x$",
    "[^1]: note", "_a_ *b* ~~c~~ **d**", "x\\", "\"]; click n href \"https://evil.example\"", "end", "%%{init: {}}%%",
    "a-->b",
    "=HYPERLINK(\"https://evil.example\")", "+1+1", "-1-1", "@SUM(A1)", "a;=1+1", "＝1+1", "=cmd|' /C calc'!A0",
    "\u{1B}[31mred", "\u{9B}31m", "a\u{202E}gnp.exe", "\u{2066}isolated", "line\u{2028}separator", "\u{7}bell",
    "null\u{0}byte",
    "tab\tin it", "zero\u{200B}width", "::error file=x::made up", "%0A::warning::made up", "O'Neil & Söhne? «Ja!»",
    "👩‍👩‍👧‍👦 🇨🇭 é e\u{301}", "שלום عربى", "漢字かな", "ｆｕｌｌ ｗｉｄｔｈ", String(repeating: "Donaudampfschifffahrt", count: 40),
    String(repeating: "m ", count: 600) + "m", "{{constructor}} ${x} %s \\(x)",
  ]

  /// The small packs and profiles with a payload in every text; the number of texts is the number of markers.
  ///
  /// - Parameter offset: which payload the first text gets.
  static func files(_ offset: Int) throws -> Texts {
    try texts { number in "\(all[(number + offset) % all.count]) M\(number)M" }
  }

  /// The same with words that nobody could mind.
  static func harmless() throws -> Texts { try texts { "harmless words M\($0)M" } }

  private static func texts(_ text: @escaping (Int) -> String) throws -> Texts {
    var count = 0
    let change = PackTexts { _, _, isLocalized in
      count += 1
      if !isLocalized { return .string(text(count)) }
      return ["en": .string(text(count)), "de": .string(text(count))]
    }
    var changed: Texts = [:]
    for path in FixtureFiles.mini.keys.sorted() {
      changed.merge(try change.apply(to: [path: FixtureFiles.mini[path] ?? ""])) { $1 }
    }
    return changed
  }

  /// The markers in a text.
  static func markers(_ text: String) -> Set<Int> {
    Set(text.matches(of: /M([0-9]+)M/).compactMap { Int($0.1) })
  }
}
