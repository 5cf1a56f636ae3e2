import Batching
import Foundation
import RuleCompiler
import TestSupport
import Testing

/// Whatever a line holds, the fast way accepts and refuses what the ordinary way does, and says the same.
@Suite struct BatchReadingTests {
  private static let pack = """
    { "facts": [ { "id": "yes", "type": "boolean" }, { "id": "size", "type": "number", "minimum": 0, "maximum": 100 },
                 { "id": "kind", "type": "choice", "choices": [ { "id": "small" }, { "id": "smaller" } ] },
                 { "id": "stores", "type": "choices", "choices": [ { "id": "none", "exclusive": true }, { "id": "sql" }, { "id": "s3" } ] },
                 { "id": "day", "type": "date" }, { "id": "old", "type": "boolean" },
                 { "id": "twice", "type": "number", "derive": { "product": [ "size", 2 ] } } ],
      "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
      "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
      "renamed": [ { "fact": "old", "to": "yes" }, { "choice": ["kind", "tiny", "small"] } ],
      "rules": [ { "id": "r1", "when": { "yes": true }, "criterion": "c", "rate": { "a": 2 } },
                 { "id": "r2", "when": { "twice": { "above": 20 } }, "criterion": "c", "rate": { "b": 3 } },
                 { "id": "r3", "when": { "kind": "smaller" }, "criterion": "c", "rate": { "b": 1 } },
                 { "id": "r4", "when": { "stores": { "includes": "sql" } }, "exclude": [ "a" ] },
                 { "id": "r5", "when": { "day": { "atLeast": "2026-12-01" } }, "criterion": "c", "rate": { "a": 1 } } ] }
    """
  private let rules: CompiledRules

  init() throws {
    var packs = try [PackText(content: Self.pack)]
    packs[0].items["facts"]?.removeAll { $0["id"] == "old" }
    rules = try compiled(packs)
  }

  private func expectAgreement(_ input: [UInt8], _ what: @autoclosure () -> String = "") {
    let (fast, ordinary) = (
      BatchOutcome(rules, input, readsFast: true), BatchOutcome(rules, input, readsFast: false)
    )
    let shown = String(decoding: input.prefix(300), as: UTF8.self)
    #expect(fast.output == ordinary.output, "\(what()) \(shown)")
    #expect(fast.mistakes == ordinary.mistakes, "\(what()) \(shown)")
  }

  private static let plain =
    #"{"format":1,"title":"t","customer":{"reference":"R"},"date":"2026-11-20","answers":{"yes":true,"size":12.5,"kind":"smaller","stores":["sql","s3"],"day":"2026-12-01"}}"#

  @Test(arguments: [
    "12.50", "0", "-0", "1e1", "012", "1.", ".5", "99.99999999999999", "0.1234567890123456", "100.0000000001", "101",
    #"{"from":1,"to":2}"#, #"{"to":2,"from":1}"#, #"{"from":2,"to":1}"#, #"{"from":1}"#, #"{"from":1,"from":1,"to":2}"#,
    #"{"from":1,"to":200}"#, "null", "nul", "\"12\"", "[]", "12 ", "1 2", "1,", "true", "9007199254740993", "00", "-1",
    "+1",
  ]) func numbersMeanTheSame(text: String) {
    expectAgreement(line(#"{"format":1,"title":"t","answers":{"size":\#(text)}}"#))
  }

  @Test(arguments: [
    #""answers":{"stores":["none","sql"]}"#, #""answers":{"stores":["sql","sql"]}"#, #""answers":{"stores":[]}"#,
    #""answers":{"stores":["sql",]}"#, #""answers":{"stores":["s3" , "sql" ]}"#, #""answers":{"stores":"sql"}"#,
    #""answers":{"kind":"smalle"}"#, #""answers":{"kind":"tiny"}"#, #""answers":{"kind":"sm\u0061ll"}"#,
    #""answers":{"old":true}"#, #""answers":{"old":true,"yes":false}"#, #""answers":{"yes":true,"yes":true}"#,
    #""answers":{"twice":3}"#, #""answers":{"other":3}"#, #""answers":{"x-note":3}"#,
    #""answers":{"day":"2026-02-30"}"#,
    #""answers":{"day":"2024-02-29"}"#, #""answers":{"day":"2026-2-9"}"#, #""answers":{"y\u0065s":true}"#,
    #""answers":null"#, #""answers":{},"answers":{}"#, #""status":"reviewed""#, #""status":"done""#,
    #""language":"de-CH""#,
    #""notes":{"yes":{"text":"ä","by":"x"}}"#, #""notes":{"yes":{"by":"x"}}"#, #""notes":{"other":{"text":"x"}}"#,
    #""notes":{"yes":{"text":" "}}"#, #""notes":{"yes":"short"}"#, #""requirements":[{"text":"x"},{"text":"y"}]"#,
    #""requirements":[{}]"#, #""weights":{"c":2}"#, #""decided":{"d":"b"}"#, #""outcome":{"option":"a"}"#,
    #""outcome":{"option":"z"}"#, #""plan":{"start":"2026-11-20","efforts":{"nothing":1}}"#, #""date":"20.11.2026""#,
    #""customer":{"reference":"\u00fc"}"#, #""customer":{"reference":""}"#, #""customer":{"x-id":[1,{"a":1,"a":2}]}"#,
    #""format":1"#, #""titel":"x""#, #""x-any":{"deep":[1,2,{"a":"\ud83d\ude00"}]}"#,
  ]) func membersMeanTheSame(text: String) {
    expectAgreement(line(#"{"format":1,"title":"t",\#(text)}"#))
  }

  @Test(arguments: [
    "", " ", "\r", "{}", "[]", "1", #"{"format":1}"#, #"{"title":"t"}"#, #"{"format":2,"title":"t"}"#,
    #"{"format":1.0,"title":"t"}"#, #"{"format":1,"title":"\t"}"#, #"{"format":1,"title":" "}"#,
    #"{"format":1,"title":"t"} "#,
    #"{"format":1,"title":"t"}{"#, #"  {"format":1 , "title" : "t" }"#, #"{"format":1,"title":"t",}"#,
    #"{"format":1,"title":"a\"b"}"#,
    "\u{FEFF}" + #"{"format":1,"title":"t"}"#, #"{"format":1,"title":"t\#u{7F}"}"#, #"{"format":1,"title":"t\#u{0}"}"#,
    "\u{0}",
  ]) func wholeLinesMeanTheSame(text: String) {
    expectAgreement(Array((text + "\n" + Self.plain).utf8))
    expectAgreement(Array(text.utf8))
  }

  @Test func everyLineWithOneByteChangedMeansTheSame() {
    var dice = SplitMix64(seed: 8)
    let bytes = Array(Self.plain.utf8)
    let strange: [UInt8] = [0, 9, 10, 13, 32, 34, 44, 45, 48, 57, 58, 92, 93, 123, 125, 0x7F, 0x80, 0xC3, 0xED, 0xF5]
    for place in bytes.indices {
      for _ in 0..<4 {
        var changed = bytes
        switch dice.int(0...3) {
        case 0: changed[place] = strange[dice.int(0...strange.count - 1)]
        case 1: changed.remove(at: place)
        case 2: changed.insert(strange[dice.int(0...strange.count - 1)], at: place)
        default: changed.insert(changed[place], at: place)
        }
        expectAgreement(changed + [10] + bytes + [10])
      }
    }
  }

  @Test func everyBeginningOfALineMeansTheSame() {
    let bytes = Array(Self.plain.utf8)
    for end in bytes.indices { expectAgreement(Array(bytes[..<end])) }
  }

  /// The JSON parsing test suite of Nicolas Seriot, when its folder is at hand (`ADVISOR_CONFORMANCE`).
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["ADVISOR_CONFORMANCE"] != nil,
      "ADVISOR_CONFORMANCE does not name a folder with json-parsing/*.json"
    )
  ) func decidesLikeTheOrdinaryReaderOnTheParsingSuite() throws {
    let root = try #require(ProcessInfo.processInfo.environment["ADVISOR_CONFORMANCE"])
    let folder = URL(fileURLWithPath: root).appendingPathComponent("json-parsing")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var count = 0
    for name in names where name.hasSuffix(".json") {
      let content = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      expectAgreement(content, name)
      // In every place where a profile holds a value.
      let places: [(String, String)] = [
        (#"{"format":"#, #","title":"t"}"#), (#"{"format":1,"title":"#, "}"),
        (#"{"format":1,"title":"t","answers":"#, "}"),
        (#"{"format":1,"title":"t","answers":{"size":"#, "}}"),
        (#"{"format":1,"title":"t","answers":{"stores":"#, "}}"),
        (#"{"format":1,"title":"t","customer":"#, "}"), (#"{"format":1,"title":"t","x-value":"#, "}"),
        (#"{"format":1,"title":"t","notes":{"yes":{"text":"#, "}}}"),
      ]
      for (before, after) in places {
        expectAgreement(Array(before.utf8) + content + Array(after.utf8), name)
        count += 1
      }
    }
    #expect(count > 1_000)
  }
}
