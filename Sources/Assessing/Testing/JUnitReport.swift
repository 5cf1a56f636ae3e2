package import Diagnostics
import RuleModel

/// The results of tests as the XML that build servers read: one suite for each pack, one case for each test.
///
/// Problems that kept tests from running stand as errors in a suite of their own; warnings and notes are left out. Times
/// are 0, so that the same results give the same bytes.
package func junitReport(of results: [PackTestResult], problems: [Diagnostic]) -> String {
  var suites: [(name: String, cases: [JUnitCase])] = []
  for result in results {
    let pack = result.test.header.pack
    let place = suites.firstIndex { $0.name == pack } ?? suites.endIndex
    if place == suites.endIndex { suites.append((pack, [])) }
    suites[place].cases.append(JUnitCase(result))
  }
  let errors = problems.filter { $0.severity == .error }
  if !errors.isEmpty { suites.append(("problems", errors.map { JUnitCase($0) })) }

  let all = suites.flatMap(\.cases)
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  text += "<testsuites name=\"advisor packs test\"\(counts(all))>\n"
  for suite in suites {
    text += "  <testsuite name=\"\(xml(suite.name))\"\(counts(suite.cases))>\n"
    for testCase in suite.cases { text += testCase.element(in: suite.name) }
    text += "  </testsuite>\n"
  }
  return text + "</testsuites>\n"
}

private func counts(_ cases: [JUnitCase]) -> String {
  let failures = cases.count { $0.outcome == "failure" }
  let errors = cases.count { $0.outcome == "error" }
  return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\""
}

private struct JUnitCase {
  let name: String
  let span: SourceSpan?
  /// `failure` or `error`; nil if it passed.
  let outcome: String?
  let type: String
  let lines: [String]

  init(_ result: PackTestResult) {
    name = result.test.name
    span = result.test.span
    outcome = result.isPassed ? nil : "failure"
    type = "failed-test"
    lines = result.failures
  }

  init(_ problem: Diagnostic) {
    name = problem.summary
    span = problem.span
    outcome = "error"
    type = problem.code
    lines = [problem.summary] + (problem.help.map { ["help: \($0)"] } ?? [])
  }

  func element(in suite: String) -> String {
    let place = span.map { " file=\"\(xml($0.file.name))\" line=\"\($0.start.line)\"" } ?? ""
    let head = "    <testcase classname=\"\(xml(suite))\" name=\"\(xml(name))\"\(place) time=\"0\""
    guard let outcome else { return head + "/>\n" }
    let address = span.map { ["\($0.file.name):\($0.start.line):\($0.start.column)"] } ?? []
    let body = (lines + address).map(xml).joined(separator: "\n")
    return """
      \(head)>
            <\(outcome) message="\(xml(lines.first ?? ""))" type="\(xml(type))">\(body)</\(outcome)>
          </testcase>

      """
  }
}

/// A text as XML 1.0, in attributes and elements alike; what steers a terminal, or XML forbids, is written out.
private func xml(_ text: String) -> String {
  var output = String.UnicodeScalarView()
  for scalar in sanitized(text).unicodeScalars {
    switch scalar {
    case "&": output.append(contentsOf: "&amp;".unicodeScalars)
    case "<": output.append(contentsOf: "&lt;".unicodeScalars)
    case ">": output.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
    case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": output.append(scalar)
    default: continue
    }
  }
  return String(output)
}
