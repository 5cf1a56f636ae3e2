import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

/// How the results of tests are shown, as a word of the command line.
enum PackTestFormat: String, CaseIterable, ArgumentValue {
  /// For people.
  case text
  case json
  /// The XML that build servers read, with one suite for each pack.
  case junit
  /// Annotations of GitHub Actions at the tests that failed.
  case github
}

/// Failed tests and other problems as workflow commands.
func annotations(of results: [PackTestResult], problems: [Diagnostic]) -> String {
  let failures = results.filter { !$0.isPassed }.map { result in
    Diagnostic(
      .error,
      code: "failed-test",
      "\(quoted(result.test.name)) failed: \(result.failures.joined(separator: "; "))",
      at: result.test.span
    )
  }
  return DiagnosticRenderer(version: "\(engineVersion)").render(problems + failures, as: .github)
}

/// One problem beside the tests.
func problemJSON(_ problem: Diagnostic) -> JSONValue {
  .members([
    ("code", .string(problem.code)),
    ("severity", .string(problem.severity.rawValue)),
    ("message", .string(problem.summary)),
    ("file", problem.span.map { .string($0.file.name) } ?? .null),
    ("line", problem.span.map { .number(Double($0.start.line)) } ?? .null),
    ("column", problem.span.map { .number(Double($0.start.column)) } ?? .null),
  ])
}
