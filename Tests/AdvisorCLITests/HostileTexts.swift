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
    let full = try withEveryField()
    for path in full.keys.sorted() {
      changed.merge(try change.apply(to: [path: full[path] ?? ""])) { $1 }
    }
    return changed
  }

  /// The small packs and profiles with those fields for texts that they do not use, and a figure for an objective.
  private static func withEveryField() throws -> Texts {
    var texts = try FixtureFiles.mini.changing("Rules/shared/facts.json") { content in
      let figure: JSONValue = [
        "id": "biz.availability", "type": "number", "unit": "%", "minimum": 0, "maximum": 100, "group": "need",
        "title": "Availability", "question": "How available?", "help": "of a month",
      ]
      content["facts"] = .array((content["facts"]?.elements ?? []) + [figure])
    }
    texts = try texts.changing("Rules/shared/content.json") { content in
      content.changeItems("sources") { $0["derivation"] = "derived so" }
      content.changeItems("rules") { $0["accepted"] = "accepted so" }
      content.changeItems("options") { option in if option["summary"] == nil { option["summary"] = "a summary" } }
      content.changeItems("components") { part in if part["description"] == nil { part["description"] = "a part" } }
    }
    texts = try texts.changing("Rules/own/content.json") { content in
      content["adjustments"] = [["criterion": "cost", "weight": 2, "because": "adjusted so"]]
    }
    for profile in ["worked", "open", "taken"] {
      texts = try texts.changing("Profiles/\(profile).json") { value in
        value["customer"] = ["name": "a customer", "contact": "a person", "reference": "a reference"]
        value["author"] = "an author"
        value["outcome"] = ["option": "shared-cluster", "since": "2027-03"]
        if profile != "open" { value["answers"]?["biz.availability"] = 99.9 }
      }
    }
    return texts
  }

  /// Names that no pack knows, which a profile may hold in any form: they are kept, and told as unknown.
  static func withUnknownNames(_ texts: Texts, _ name: (Int) -> String) throws -> Texts {
    try texts.changing("Profiles/taken.json") { profile in
      for number in 1...8 {
        profile["answers"]?[name(number)] = .string(name(100 + number))
        profile["weights"]?[name(200 + number)] = 3
        profile["notes"]?[name(300 + number)] = .string(name(400 + number))
        profile["decided"]?[name(500 + number)] = "x"
        profile["plan"]?["efforts"]?[name(600 + number)] = 1
      }
    }
  }

  /// The markers in a text.
  static func markers(_ text: String) -> Set<Int> {
    // Digests of style sheets hold such letters by chance.
    let words = text.replacing(/sha256-[A-Za-z0-9+\/=]+/, with: "")
    return Set(words.matches(of: /M([0-9]+)M/).compactMap { Int($0.1) })
  }
}
