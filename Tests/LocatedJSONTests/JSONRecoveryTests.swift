import Diagnostics
import LocatedJSON
import Testing

struct JSONRecoveryTests {
  @Test func namesTheFirstPlaceOfADuplicateKey() throws {
    let text = #"{"a":1,"b":{"a":2},"\u0061":3,"a":4}"#
    let outcome = Outcome(text)
    #expect(outcome.document == nil)
    #expect(outcome.found == ["duplicate-key 19..<27", "duplicate-key 30..<33"])
    for diagnostic in outcome.diagnostics {
      #expect(diagnostic.summary == "'a' stands twice in one object: keys are unique")
      #expect(diagnostic.related.map(\.message) == ["first written here"])
      #expect(diagnostic.related.first?.span?.range == 1..<4)
    }
  }

  @Test func tellsEveryMistakeWhoseMeaningIsClearInOneRun() {
    let text = """
      {
        // the customer
        'name': "Ann",
        size: 012,
        "ok": True,
        "list": [1, 2,],
        "list": []
        "max": 1e999,
      }
      """
    #expect(
      Outcome(text).diagnostics.map { "\($0.span?.start.line ?? 0) \($0.code): \($0.summary)" } == [
        "2 json-syntax: comments are not part of JSON",
        "3 json-syntax: texts stand in double quotes",
        "4 json-syntax: 'size' needs double quotes: keys are texts",
        "4 json-syntax: a number has no leading zeros",
        "5 json-syntax: 'True' is not a value of JSON",
        "6 json-syntax: the last value of a list has no ',' behind it",
        "7 duplicate-key: 'list' stands twice in one object: keys are unique",
        "7 json-syntax: ',' is missing between two values",
        "8 number-out-of-range: numbers lie between -1.7976931348623157e308 and 1.7976931348623157e308",
        "8 json-syntax: the last value of an object has no ',' behind it",
      ]
    )
  }

  @Test func namesTheBracketThatIsStillOpen() throws {
    let outcome = Outcome("{\"a\": [1,\n2")
    #expect(outcome.diagnostics.first?.help == "close the list with ']'")
    #expect(outcome.diagnostics.first?.related.first?.span?.range == 6..<7)
  }

  @Test func stopsAfterAHundredProblems() {
    let outcome = Outcome("[" + String(repeating: ",", count: 1_000_000))
    #expect(outcome.diagnostics.count == 101)
    #expect(outcome.diagnostics.last?.code == "too-many-problems")
    #expect(outcome.diagnostics.last?.severity == .note)
  }

  /// Whatever the bytes: it ends, it answers with a document or an error, and never with both or a place out of range.
  @Test func survivesDamageOfEveryKind() {
    let sample = Array(
      #" {"a\n\uD834\uDD1E":[1.5e+3,-0,true,null,{"é":"😀"}],/* c */'b':False,"c":"\uD800",} "#.utf8
    )
    var inputs = sample.indices.map { Array(sample[..<$0]) }
    inputs += sample.indices.map { Array(sample[$0...]) }
    for index in sample.indices {
      for byte: UInt8 in [
        0, 0x09, 0x0A, 0x20, 0x22, 0x27, 0x2C, 0x2F, 0x3A, 0x5B, 0x5C, 0x5D, 0x65, 0x75, 0x7B, 0x7D, 0x80, 0xF0,
      ] {
        var damaged = sample
        damaged[index] = byte
        inputs.append(damaged)
        inputs.append(Array(sample[..<index]) + [byte] + Array(sample[index...]))
      }
    }
    for input in inputs {
      let outcome = Outcome(input)
      #expect((outcome.document == nil) == outcome.diagnostics.contains { $0.severity == .error })
      let places = outcome.diagnostics.flatMap { [$0.span] + $0.related.map(\.span) }
      #expect(places.allSatisfy { $0.map { 0 <= $0.range.lowerBound && $0.range.upperBound <= input.count } ?? false })
    }
  }
}
