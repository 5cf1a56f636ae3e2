import Assessing
import Batching
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport

/// The line of results that an assessment says there should be, put together name by name: what `ResultWriter` writes from
/// planes and numbers.
func expectedResult(of assessment: Assessment, line: Int, _ fields: BatchFields) -> JSONValue {
  let profile = assessment.profile.profile
  var result: JSONValue = ["line": .number(Double(line)), "title": .string(profile.title)]
  if let reference = profile.customer?.reference { result["reference"] = .string(reference) }
  result["decisions"] = .object(
    assessment.decisions.map { JSONValue.Member($0.id, expected($0, fields)) }
  )
  return result
}

private func expected(_ decision: AssessedDecision, _ fields: BatchFields) -> JSONValue {
  if decision.applicable == .no { return .null }
  func text(_ id: String?) -> JSONValue { id.map { .string($0) } ?? .null }
  func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  let chosen = decision.chosenLeaf
  let leaves = decision.leaves.sorted { idPrecedes($0.id, $1.id) }
  let lead = chosen.flatMap { chosen in decision.runnerUp.map { chosen.score - $0.score } }
  var result: JSONValue = [:]
  if decision.applicable == .unknown { result["applicable"] = .null }
  if let reason = decision.reason { result["reason"] = .string(reason.rawValue) }
  let all: [(BatchFields, String, JSONValue)] = [
    (.recommended, "recommended", text(decision.recommended)),
    (.variant, "variant", text(decision.variant)),
    (.decidedBy, "decidedBy", .string(decision.decidedBy.rawValue)),
    (.score, "score", number(chosen?.score)),
    (.lead, "lead", number(lead)),
    (.tie, "tie", .bool(decision.tie)),
    (.close, "close", .bool(decision.close)),
    (.conditional, "conditional", .bool(decision.conditional)),
    (.evidence, "evidence", .number(decision.evidence)),
    (.excluded, "excluded", .strings(leaves.filter { $0.rank == nil }.map(\.id))),
    (.scores, "scores", .object(leaves.map { JSONValue.Member($0.id, .number($0.score)) })),
  ]
  for (field, key, value) in all where fields.contains(field) { result[key] = value }
  return result
}

/// All lines that a worker writes for some input, and what it reports.
struct BatchOutcome {
  var output: [UInt8] = []
  var mistakes: [String] = []
  var profiles = 0
  var ordinary = 0

  init(_ rules: CompiledRules, _ input: [UInt8], _ fields: BatchFields = .short, readsFast: Bool, chunk: Int = 1 << 20)
  {
    var worker = BatchWorker(BatchPlan(rules, fields: fields, readsFast: readsFast))
    let source = ByteSource(input)
    var chunks = BatchChunks(of: "input", size: chunk) { source.next(min($0, chunk)) }
    while let chunk = chunks.next() {
      let result = worker.process(chunk)
      output += result.output
      profiles += result.profiles
      ordinary += result.ordinary
      mistakes += result.mistakes.map { problem in
        "\(problem.span?.start.line ?? 0):\(problem.span?.start.column ?? 0) \(problem.code) \(problem.summary)"
      }
    }
  }

  var lines: [[UInt8]] { output.split(separator: UInt8(ascii: "\n")).map(Array.init) }
}
