import RuleCompiler
import TestSupport
import Testing

@testable import AdvisorCLI

/// `packs explain`: the page of every code.
struct PacksExplainTests {
  @Test func showsAFindingWithItsReasonAndExamples() {
    let run = advisor("packs", "explain", "rule-never-true", in: .mini())
    #expect(run.status == 0 && run.talk == "")
    for text in ["rule-never-true: no answers", "Nothing found", "«\"high-load\"»", "\"severities\""] {
      #expect(run.output.contains(text), "\(text)")
    }
  }

  @Test func showsAMistakeWithAnExampleAndItsMend() {
    let run = advisor("packs", "explain", "unknown-fact", in: .mini())
    #expect(run.status == 0 && run.output.contains("Wrong") && run.output.contains("Right"))
  }

  @Test func listsEveryCodeWhereNoneIsNamed() {
    let run = advisor("packs", "explain", in: .mini())
    for code in Check.all.map(\.code) + DiagnosticCode.all.map(\.code) {
      #expect(run.output.contains("  \(code)"), "\(code)")
    }
  }

  @Test func namesTheCodeThatWasMeant() {
    let run = advisor("packs", "explain", "rule-newer-true", in: .mini())
    #expect(run.status == 2 && run.talk.contains("did you mean 'rule-never-true'?"))
  }

  @Test func givesTheSameAsData() throws {
    let json = try advisor("packs", "explain", "sharp-s", "--format", "json", in: .mini()).json()
    let page = try #require(json["codes"]?.elements?.first)
    #expect(page["code"] == "sharp-s" && page["kind"] == "check" && page["examples"]?.elements?.count == 2)
  }
}
