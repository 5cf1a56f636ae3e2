import Diagnostics
import Foundation
import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

/// One mistake of a lens: what is said, and the text in the file that is pointed at.
struct ImportMistake: Sendable, CustomTestStringConvertible {
  let code: String
  let severity: Diagnostic.Severity
  let lens: String
  let marked: String
  var id: String?

  var testDescription: String { "\(code): \(marked)" }

  var log: DiagnosticLog {
    var log = DiagnosticLog()
    if let document = parseJSON(SourceFile(name: "lens.json", text: lens), into: &log) {
      _ = importLens(document, id: id, into: &log)
    }
    return log
  }

  /// A lens with one question, whose choices are `a`, `b` and `c_no`.
  private static func question(
    _ rules: String,
    choices: String = #"{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c_no", "title": "C" }"#,
    more: String = ""
  ) -> String {
    """
    { "schemaVersion": "2021-11-01", "name": "lens", "description": "lens", "pillars": [
      { "id": "pil", "name": "P", "questions": [
        { "id": "que", "title": "?", \(more)
          "choices": [\(choices)],
          "riskRules": [\(rules)] } ] } ] }
    """
  }

  private static let otherwise = #"{ "condition": "default", "risk": "HIGH_RISK" }"#

  private static func rule(_ condition: String, _ risk: String = "NO_RISK") -> String {
    #"{ "condition": "\#(condition)", "risk": "\#(risk)" }, \#(otherwise)"#
  }

  private static func choice(_ members: String) -> String { #"{ "id": "a", "title": "A", \#(members) }"# }

  static let all: [ImportMistake] = [
    ImportMistake(code: "import-not-a-lens", severity: .error, lens: "[]", marked: "["),
    ImportMistake(code: "import-not-a-lens", severity: .error, lens: #"{ "name": "x" }"#, marked: "{"),
    ImportMistake(
      code: "import-not-a-lens",
      severity: .error,
      lens: #"{ "schemaVersion": "2021-11-01", "name": "x", "description": "x", "pillars": [] }"#,
      marked: "{"
    ),
    ImportMistake(
      code: "import-schema-version",
      severity: .error,
      lens: #"{ "schemaVersion": "2031-01-01", "name": "x", "description": "x", "pillars": [] }"#,
      marked: #""2031-01-01""#
    ),
    ImportMistake(
      code: "import-wrong-type",
      severity: .error,
      lens: question(otherwise).replacing(#""title": "?""#, with: #""title": 7"#),
      marked: "7"
    ),
    ImportMistake(
      code: "import-wrong-type",
      severity: .error,
      lens: question(otherwise).replacing("[\(otherwise)]", with: otherwise),
      marked: otherwise
    ),
    ImportMistake(code: "import-missing-key", severity: .error, lens: question(otherwise, choices: ""), marked: "[]"),
    ImportMistake(
      code: "import-missing-key",
      severity: .error,
      lens: question(otherwise, choices: #"{ "id": "a" }"#),
      marked: "{"
    ),
    ImportMistake(
      code: "import-missing-key",
      severity: .error,
      lens: question(otherwise).replacing(#""id": "que""#, with: #""id": " ""#),
      marked: #"" ""#
    ),
    ImportMistake(
      code: "import-missing-key",
      severity: .error,
      lens: question(#"{ "risk": "NO_RISK" }, \#(otherwise)"#),
      marked: "{"
    ),
    ImportMistake(
      code: "import-duplicate-choice",
      severity: .error,
      lens: question(otherwise, choices: #"{ "id": "twin", "title": "A" }, { "id": "twin", "title": "B" }"#),
      marked: #""twin""#
    ),
    ImportMistake(
      code: "import-too-many-choices",
      severity: .error,
      lens: question(
        otherwise,
        choices: (1...65).map { #"{ "id": "c\#($0)", "title": "C" }"# }.joined(separator: ", ")
      ),
      marked: #"{ "id": "c65", "title": "C" }"#
    ),
    ImportMistake(
      code: "import-too-complex",
      severity: .error,
      lens: question(rule((1...60).reduce("a") { "(\($1.isMultiple(of: 2) ? "a &&" : "b ||") !\($0))" })),
      marked: #""riskRules""#
    ),
    ImportMistake(
      code: "import-too-complex",
      severity: .error,
      lens: question(
        (1...20).flatMap { one in
          (21...45).map { #"{ "condition": "c\#(one) && c\#($0)", "risk": "NO_RISK" }"# }
        }.joined(separator: ", "),
        choices: (1...64).map { #"{ "id": "c\#($0)", "title": "C" }"# }.joined(separator: ", ")
      ),
      marked: ""
    ),
    ImportMistake(code: "import-invalid-id", severity: .error, lens: question(otherwise), marked: "", id: "Our policy"),
    ImportMistake(code: "import-invalid-id", severity: .error, lens: question(otherwise), marked: "", id: "decision"),
    ImportMistake(
      code: "import-unknown-key",
      severity: .warning,
      lens: question(otherwise, more: #""image": "x.png","#),
      marked: #""image""#
    ),
    ImportMistake(
      code: "import-unknown-key",
      severity: .warning,
      lens: question(otherwise, more: #""helpfulResource": { "displayText": "x", "Url": "https://example.com" },"#),
      marked: #""Url""#
    ),
    ImportMistake(
      code: "import-unknown-resource",
      severity: .warning,
      lens: question(otherwise, choices: choice(#""additionalResources": [ { "type": "VIDEO", "content": [] } ]"#)),
      marked: #""VIDEO""#
    ),
    ImportMistake(
      code: "import-invalid-url",
      severity: .warning,
      lens: question(
        otherwise,
        choices: choice(#""improvementPlan": { "displayText": "do", "url": "javascript:alert(1)" }"#)
      ),
      marked: #""javascript:alert(1)""#
    ),
    ImportMistake(
      code: "import-unknown-risk",
      severity: .warning,
      lens: question(rule("a", "LOW_RISK")),
      marked: #""LOW_RISK""#
    ),
    ImportMistake(
      code: "import-unreadable-condition",
      severity: .warning,
      lens: question(rule("a && (b")),
      marked: "("
    ),
    ImportMistake(
      code: "import-unreadable-condition",
      severity: .warning,
      lens: question(rule(#"\u0061 \u0026\u0026 not b"#)),
      marked: "not"
    ),
    ImportMistake(code: "import-unknown-choice", severity: .warning, lens: question(rule("a || zzz")), marked: "zzz"),
    ImportMistake(
      code: "import-unknown-choice",
      severity: .warning,
      lens: question(rule(#"\u00e4\ud83d\ude00\t|| a"#)),
      marked: #"\u00e4\ud83d\ude00"#
    ),
    ImportMistake(
      code: "import-mixed-operators",
      severity: .note,
      lens: question(rule("a || b && c_no")),
      marked: "a || b && c_no"
    ),
    ImportMistake(
      code: "import-unreachable-rule",
      severity: .warning,
      lens: question(rule("a && !a")),
      marked: #""a && !a""#
    ),
    ImportMistake(
      code: "import-default-in-front",
      severity: .warning,
      lens: question(#"\#(otherwise), { "condition": "a", "risk": "NO_RISK" }"#),
      marked: #""default""#
    ),
    ImportMistake(
      code: "import-unreachable-rule",
      severity: .note,
      lens: question(#"{ "condition": "a", "risk": "NO_RISK" }, \#(rule("!a"))"#),
      marked: #""default""#
    ),
    ImportMistake(
      code: "import-missing-default",
      severity: .warning,
      lens: question(#"{ "condition": "a || b", "risk": "NO_RISK" }"#),
      marked: #""riskRules""#
    ),
    ImportMistake(
      code: "import-missing-default",
      severity: .note,
      lens: question(#"{ "condition": "a", "risk": "NO_RISK" }, { "condition": "!a", "risk": "HIGH_RISK" }"#),
      marked: #""riskRules""#
    ),
    ImportMistake(
      code: "import-unused-plan",
      severity: .warning,
      lens: question(
        #"{ "condition": "default", "risk": "NO_RISK" }"#,
        choices: choice(#""improvementPlan": { "displayText": "do" }"#)
      ),
      marked: #""riskRules""#
    ),
  ]
}

extension GeneratedMistake {
  /// The mistakes of lenses, which are no packs and so no fixtures.
  static let ofLenses: [GeneratedMistake] = ImportMistake.all.map { mistake in
    GeneratedMistake(code: mistake.code) { mistake.log.sorted }
  }
}

struct ImportMistakeTests {
  @Test(arguments: ImportMistake.all)
  func isReportedOnceAndAtItsPlace(mistake: ImportMistake) throws {
    let log = mistake.log
    let found = log.diagnostics.filter { $0.code == mistake.code }
    #expect(found.count == 1, "\(log.diagnostics.map(\.summary))")
    let diagnostic = try #require(found.first)
    #expect(diagnostic.severity == mistake.severity)
    #expect(diagnostic.help != nil)
    if !mistake.marked.isEmpty {
      let span = try #require(diagnostic.span)
      #expect(String(decoding: span.file.bytes[span.range], as: UTF8.self) == mistake.marked)
    }
    #expect(log.hasErrors == (mistake.severity == .error))
  }

  @Test func severalMistakesAreToldInOneRun() {
    let mistake = ImportMistake(
      code: "",
      severity: .error,
      lens: #"""
        { "schemaVersion": "2021-11-01", "name": "x", "team": [], "pillars": [
          { "id": "p", "questions": [
            { "id": "q", "choices": [ { "id": "a" }, 7 ], "riskRules": [ { "condition": "a &", "risk": "NO" } ] } ] } ] }
        """#,
      marked: ""
    )
    #expect(
      Set(mistake.log.diagnostics.map(\.code))
        == ["import-unknown-key", "import-missing-key", "import-wrong-type"]
    )
  }

  @Test func behindAnUnreadableConditionNothingIsCarriedOver() throws {
    let lens = #"""
      { "schemaVersion": "2021-11-01", "name": "x", "description": "x", "pillars": [ { "id": "p", "name": "p", "questions": [
        { "id": "q", "title": "q", "choices": [ { "id": "a", "title": "a" }, { "id": "b", "title": "b" } ],
          "riskRules": [ { "condition": "a", "risk": "NO_RISK" }, { "condition": "a or b", "risk": "MEDIUM_RISK" },
                         { "condition": "b", "risk": "HIGH_RISK" }, { "condition": "default", "risk": "HIGH_RISK" } ] } ] } ] }
      """#
    let imported = try ImportedLens(lens)
    #expect(imported.packs.catalogue.rules.map(\.id) == ["x.q.rule-1"])
    #expect(imported.log.diagnostics.map(\.code) == ["import-unreadable-condition"])
    let summary = try #require(imported.log.diagnostics.first).summary
    #expect(summary.hasSuffix("this risk rule and the 2 behind it are not carried over"))
  }
}
