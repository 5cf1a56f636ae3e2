import Diagnostics
import LocatedJSON
import Testing

/// A JSON text in which `⟦` and `⟧` stand around the place a problem is expected at.
struct MarkedText {
  let bytes: [UInt8]
  let marked: Range<Int>

  init(_ text: String) {
    let parts = text.split(separator: "⟦", omittingEmptySubsequences: false)
    let before = parts.first ?? ""
    let rest = (parts.count > 1 ? parts[1] : "").split(separator: "⟧", omittingEmptySubsequences: false)
    let inside = rest.first ?? ""
    let after = rest.count > 1 ? rest[1] : ""
    bytes = Array(before.utf8) + Array(inside.utf8) + Array(after.utf8)
    marked = before.utf8.count..<before.utf8.count + inside.utf8.count
  }
}

struct Outcome {
  let document: JSONDocument?
  let diagnostics: [Diagnostic]

  init(_ bytes: [UInt8]) {
    var log = DiagnosticLog()
    document = parseJSON(SourceFile(name: "test.json", bytes: bytes), into: &log)
    diagnostics = log.diagnostics
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// `code 3..<5` for every problem: short enough for tables.
  var found: [String] { diagnostics.map { "\($0.code) \($0.span.map { "\($0.range)" } ?? "nowhere")" } }
}

/// Expects exactly one problem, at the marked place.
func expectProblem(
  _ code: String,
  _ summary: String,
  in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(text)
  let outcome = Outcome(marked.bytes)
  #expect(outcome.document == nil, sourceLocation: sourceLocation)
  #expect(outcome.found == ["\(code) \(marked.marked)"], "\(text)", sourceLocation: sourceLocation)
  #expect(outcome.diagnostics.first?.summary == summary, "\(text)", sourceLocation: sourceLocation)
}
