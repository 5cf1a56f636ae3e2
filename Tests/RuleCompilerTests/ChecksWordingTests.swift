import Diagnostics
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What checks say, and how often.
@Suite struct ChecksWordingTests {
  private func findings(_ code: String, _ content: String) throws -> [Diagnostic] {
    let loaded = LoadedPacks([try PackText(content: content)])
    if loaded.log.hasErrors { throw UnexpectedProblems(loaded.log) }
    return check(loaded.catalogue, date: ChecksExampleTests.day).filter { $0.code == code }
  }

  private func pack(_ rules: String) -> String {
    """
    { "facts": [ { "id": "gpu", "type": "boolean" } ],
      "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
      "options": [ { "id": "cloud", "decision": "platform", "title": "Nine Cloud" }, { "id": "own", "decision": "platform" },
                   { "id": "rented", "decision": "platform" } ],
      "rules": [ \(rules) ] }
    """
  }

  @Test func aContradictionWithADuplicateIsReportedOnce() throws {
    let found = try findings(
      "contradicting-rules",
      pack(
        ["a", "b", "c"].map { id in
          #"{ "id": "\#(id)", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": \#(id == "c" ? -1 : 1) } }"#
        }.joined(separator: ", ")
      )
    )
    #expect(found.map(\.summary).count == 1)
    #expect(found.first?.summary.hasPrefix("rules 'a', 'b' and 'c' are true for the same answers") == true)
    #expect(found.first?.related.filter { $0.message == "the other rule" }.count == 2)
  }

  @Test func theMendNamesEverySilentOption() throws {
    let found = try findings(
      "silent-about-others",
      pack(#"{ "id": "r", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -3 } }"#)
    )
    #expect(found.first?.help?.hasSuffix(#""rate": { "own": 0, "rented": 0 }"#) == true, "\(found.map(\.help))")
  }

  @Test(arguments: [
    ("It does not fit.", 1), ("Das passt nicht dazu.", 1), ("That speaks against the cloud.", 1),
    ("Das spricht gegen die Cloud.", 1), ("Nine Cloud cannot do that.", 1), ("Nine Cloud kann das nicht.", 1),
    ("The platform cannot do it.", 1), ("You cannot run it yourself, which it takes over.", 0),
    ("On Nine Cloud tenants cannot reach each other.", 0), ("That speaks against the others.", 0),
    ("Nine Cloud kann mehr, als Sie brauchen, nicht nur das.", 0), ("Nothing speaks against it.", 0),
  ])
  func reasonsThatOpposeARatingAreFound(reason: String, count: Int) throws {
    let rule =
      #"{ "id": "r", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 2 }, "because": "\#(reason)" }"#
    #expect(try findings("reason-against-rating", pack(rule)).count == count, "\(reason)")
  }

  @Test(arguments: [
    ("en", "The move is risk-free.", 1), ("en", "It has the certification you know.", 1),
    ("en", "Your certification authority is known.", 0), ("de", "Es gibt Compliance-Scans.", 0),
    ("en", "It brings compliance with the law.", 1), ("en", "You need compliance with the law.", 0),
    ("de", "Der Umzug ist risikofrei.", 1), ("de", "Eine risikofreie Sache.", 1),
    ("de", "Die Konformität ist gegeben.", 1),
    ("de", "Die Zertifizierung ISO 27001 liegt vor.", 1), ("de", "Eine Zertifizierung liegt nicht vor.", 0),
  ])
  func promisesAreFoundInTheirForms(language: String, text: String, count: Int) throws {
    let content = """
      { "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform", "summary": { "\(language)": "\(text)" } } ] }
      """
    #expect(try findings("promise-word", content).count == count, "\(text)")
  }

  @Test func aThresholdThatNoAnswerReachesIsToldPlainly() throws {
    let found = try findings(
      "threshold-outside-range",
      """
      { "facts": [ { "id": "size", "type": "number", "minimum": 0, "maximum": 10 } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" } ],
        "rules": [ { "id": "r", "when": { "size": { "atLeast": 20 } }, "criterion": "fit", "rate": { "cloud": 1 } } ] }
      """
    )
    #expect(found.first?.summary.hasPrefix("no answer that 'size' allows makes 'atLeast' true") == true)
  }

  @Test func aSourceThatNobodyVerifiedIsANoteUntilItIsReviewed() throws {
    let source = #"{ "sources": [ { "id": "S", "status": "unverified" }, { "id": "T", "status": "stated" } ] }"#
    #expect(try findings("stale-source", source).map(\.severity) == [.note, .warning])
  }
}
