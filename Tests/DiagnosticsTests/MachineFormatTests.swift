import Diagnostics
import Foundation
import Testing

struct MachineFormatTests {
  @Test func listsEveryFormatOfTheFolder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Diagnostics/Formats")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { $0.dropLast(6).lowercased() }
    #expect(
      Set(files) == Set(DiagnosticFormat.all.map(\.id)),
      "Add the new format to DiagnosticFormat.all in DiagnosticFormat.swift, and name its file for its id"
    )
    #expect(DiagnosticFormat.all.map(\.id) == ["text", "oneline", "json", "sarif", "github"])
    #expect(DiagnosticFormat.named("xml") == nil)
  }

  @Test func writesOneLineForEveryProblem() {
    #expect(
      Samples.rendered(Samples.all + [Samples.nasty], as: "oneline") == #"""
        Rules/x/pack.json:2:11: error: criterion 'ëcost' is not defined [unknown-criterion]
        a b/pack.json:11:3: warning: 'k1' is defined twice [duplicate-id]
        note: no pack was found [no-packs]
        odd,name:100%\u{1B}\n.json:1:2: error: fact '\u{1B}[2J\u{202E}"{0}</script>,:%\n::error::x [a](b)' is not defined [unknown-fact]

        """#
    )
  }

  @Test func writesJSON() {
    #expect(
      Samples.rendered([Samples.unknown], as: "json") == """
        {
          "schemaVersion": 1,
          "diagnostics": [
            {
              "code": "unknown-criterion",
              "severity": "error",
              "message": "criterion 'ëcost' is not defined",
              "help": "did you mean 'cost'?",
              "file": "Rules/x/pack.json",
              "line": 2,
              "column": 11,
              "endLine": 2,
              "endColumn": 18,
              "pointer": "/at/12",
              "related": []
            }
          ]
        }

        """
    )
    #expect(Samples.rendered([], as: "json") == "{\n  \"schemaVersion\": 1,\n  \"diagnostics\": []\n}\n")
  }

  @Test(arguments: ["json", "sarif"])
  func writesJSONThatReadsBack(format: String) throws {
    let text = Samples.rendered(Samples.all + [Samples.nasty], as: format)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{202E}") })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    if format == "json" {
      let problems = try #require(object["diagnostics"] as? [[String: Any]])
      #expect(problems.count == 4)
      #expect(problems[3]["message"] as? String == Samples.nasty.summary)
      #expect(problems[2]["file"] is NSNull && problems[2]["line"] is NSNull)
      let related = try #require(problems[1]["related"] as? [[String: Any]])
      #expect(related.map { $0["line"] as? Int } == [2, nil])
    }
  }

  @Test func writesSARIF() {
    let file = SourceFile(name: "a b/ü.json", text: "\"e\u{301}\" x")
    let diagnostic = Diagnostic(
      .warning,
      code: "c",
      "{0} [a](b)",
      at: SourceSpan(file: file, range: 6..<7),
      help: "h",
      related: [.init("r", at: nil)]
    )
    #expect(
      Samples.rendered([diagnostic], as: "sarif") == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "advisor",
                  "version": "1.2.3",
                  "rules": [
                    {
                      "id": "c"
                    }
                  ]
                }
              },
              "invocations": [
                {
                  "executionSuccessful": true,
                  "toolExecutionNotifications": []
                }
              ],
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "c",
                  "ruleIndex": 0,
                  "level": "warning",
                  "message": {
                    "text": "{{0}} [a\\](b); h"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "a%20b/%C3%BC.json"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 6,
                          "endLine": 1,
                          "endColumn": 7
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "id": 1,
                      "message": {
                        "text": "r"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#
    )
  }

  @Test func writesWorkflowCommands() {
    #expect(
      Samples.rendered(Samples.all + [Samples.nasty], as: "github") == #"""
        ::error file=Rules/x/pack.json,line=2,col=11,endColumn=17,title=unknown-criterion::criterion 'ëcost' is not defined; did you mean 'cost'?
        ::error file=odd%2Cname%3A100%25\u{1B}\n.json,line=1,col=2,endColumn=2,title=unknown-fact::fact '\u{1B}[2J\u{202E}"{0}</script>,:%25\n::error::x [a](b)' is not defined
        ::warning file=a b/pack.json,line=11,col=3,endColumn=6,title=duplicate-id::'k1' is defined twice
        ::notice title=no-packs::no pack was found; pass --rules

        """#
    )
    #expect(Samples.rendered([], as: "github") == "")
  }

  @Test(arguments: [
    (10, 10, nil), (11, 10, "::error::2 more errors not shown here"),
    (500, 10, "::error::491 more errors not shown here"),
  ])
  func writesAtMostTenWorkflowCommandsPerLevel(count: Int, lines: Int, last: String?) {
    let errors = Array(repeating: Samples.unknown, count: count)
    let text = Samples.rendered(errors + [Samples.duplicate], as: "github").split(separator: "\n")
    #expect(text.count { $0.hasPrefix("::error") } == lines)
    #expect(text.count { $0.hasPrefix("::warning") } == 1)
    if let last { #expect(text[lines - 1] == last) }
  }
}
