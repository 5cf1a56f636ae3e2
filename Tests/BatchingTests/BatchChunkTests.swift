import Batching
import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

@Suite struct BatchChunkTests {
  private let rules: CompiledRules

  init() throws {
    rules = try compiled(
      """
      { "facts": [ { "id": "yes", "type": "boolean" } ], "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "a", "decision": "d" } ],
        "rules": [ { "id": "r", "when": { "yes": true }, "criterion": "c", "rate": { "a": 1 } } ] }
      """
    )
  }

  private func input(_ count: Int) -> [UInt8] {
    (1...count).flatMap { line(#"{"format":1,"title":"t\#($0)","answers":{"yes":\#($0 % 2 == 0)}}"#) }
  }

  @Test(arguments: [1, 2, 63, 64, 65, 200]) func theSizeOfChunksChangesNothing(count: Int) {
    let whole = BatchOutcome(rules, input(count), readsFast: true)
    #expect(whole.lines.count == count)
    for size in [1, 10, 100, 1_000, 70_000] {
      #expect(BatchOutcome(rules, input(count), readsFast: true, chunk: size).output == whole.output)
    }
  }

  @Test(arguments: [0, 1, 5, 64, 99, 100, 200], [10, 1_000, 1 << 20]) func passesOverLinesAndCountsThem(
    skip: Int,
    size: Int
  ) {
    let source = ByteSource(input(100))
    var chunks = BatchChunks(of: "input", skipping: skip, size: size) { source.next(min($0, 777)) }
    var worker = BatchWorker(BatchPlan(rules, fields: []))
    var output: [UInt8] = []
    while let chunk = chunks.next() { output += worker.process(chunk).output }
    let all = BatchOutcome(rules, input(100), [], readsFast: true).lines
    #expect(output.split(separator: 10).map(Array.init) == Array(all.dropFirst(skip)))
    #expect(chunks.skipsLeft == max(0, skip - 100))
  }

  @Test func aLineThatIsTooLongIsRefusedAndTheNextOneIsRead() {
    let long = Array(repeating: UInt8(ascii: " "), count: 17 << 20)
    let outcome = BatchOutcome(rules, input(1) + long + Array("{\n".utf8) + input(1), readsFast: true)
    #expect(outcome.lines.count == 2)
    #expect(outcome.mistakes.count == 1 && outcome.mistakes[0].contains("file-too-large"))
  }

  /// Wherever a line begins in the pieces that are read, and whatever stands behind what is cut off.
  @Test(arguments: [0, 50], [true, false]) func aProfileThatIsTooLongIsRefused(before: Int, readsFast: Bool) {
    let room = Array(repeating: UInt8(ascii: " "), count: maximumJSONFileSize + 100)
    let blank = Array(repeating: UInt8(ascii: "\n"), count: before)
    let profile = Array(input(1).dropLast())
    for end in ["", "garbage"] {
      let long = blank + profile + room + Array("\(end)\n".utf8)
      let outcome = BatchOutcome(rules, long + input(1), readsFast: readsFast)
      #expect(outcome.lines.count == 1)
      #expect(outcome.mistakes.count == 1 && outcome.mistakes[0].contains("file-too-large"))
    }
  }

  @Test func theFirstMistakeStopsWhereThatIsAskedFor() {
    let source = ByteSource(input(70) + line("{") + input(3))
    var chunks = BatchChunks(of: "input") { source.next($0) }
    var worker = BatchWorker(BatchPlan(rules, stopsAtFirstMistake: true))
    let result = chunks.next().map { worker.process($0) }
    #expect(result?.isLast == true && result?.profiles == 71 && result?.refused == 1 && result?.lines == 71)
    #expect(result?.output.count { $0 == 10 } == 70)
  }
}
