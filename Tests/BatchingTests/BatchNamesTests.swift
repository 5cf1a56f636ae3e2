import Batching
import LocatedJSON
import RuleCompiler
import TestSupport
import Testing

/// Keys and choices of any length, alike or not, in any order: the fast way finds those that the ordinary way finds.
@Suite struct BatchNamesTests {
  /// Lengths of ids about the sizes that are compared at once.
  private static let lengths = [1, 2, 5, 6, 7, 13, 14, 15, 28, 29, 30, 31, 37, 38, 60]

  /// Ids of one length that differ in one letter: the last one, the first one or one in the middle.
  private static func ids(_ length: Int, _ count: Int) -> [String] {
    let letters = (0..<count).map { UInt8(ascii: "a") + UInt8($0) }
    let places = Array(Set([length - 1, 0, length / 2])).sorted()
    return letters.enumerated().map { number, letter in
      var id = Array(repeating: UInt8(ascii: "x"), count: length)
      id[places[number % places.count]] = letter
      return String(decoding: id, as: UTF8.self)
    }
  }

  private static func choices(_ ids: [String]) -> JSONValue { .array(ids.map { ["id": .string($0)] }) }

  /// A fact with choices of each length, one with all of them and their beginnings, and one with as many as there may be.
  private static let facts: [(id: String, choices: [String])] =
    lengths.map { ("f" + String(repeating: "y", count: $0), ids($0, 9)) } + [
      ("mixed", (1...40).map { String(repeating: "z", count: $0) }), ("many", (0..<64).map { "choice-\($0 * 7_919)" }),
      ("one", ["only"]),
    ]

  private let rules: CompiledRules

  init() throws {
    var pack = try PackText(
      content:
        #"{ "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ], "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ] }"#
    )
    for (place, (id, choices)) in Self.facts.enumerated() {
      let type: JSONValue = place % 3 == 1 ? "choices" : "choice"
      pack.add(["id": .string(id), "type": type, "choices": Self.choices(choices)], to: "facts")
      for (number, choice) in choices.enumerated() where number % 2 == 0 {
        let test: JSONValue = place % 3 == 1 ? ["includes": .string(choice)] : .string(choice)
        let points: JSONValue = [number % 4 == 0 ? "a" : "b": .number(Double(number % 3 + 1))]
        let rule: JSONValue = [
          "id": .string("r\(place)-\(number)"), "when": .object([JSONValue.Member(id, test)]), "criterion": "c",
          "rate": points,
        ]
        pack.add(rule, to: "rules")
      }
    }
    rules = try compiled([pack])
  }

  /// A profile with some of the facts, in an order and a notation of its own.
  private func profile(_ dice: inout SplitMix64) -> String {
    let spaced = dice.int(0...3) == 0
    let order = dice.int(0...2) == 0 ? dice.shuffled(Self.facts.indices.map { $0 }) : Array(Self.facts.indices)
    let answers = order.filter { _ in dice.int(0...4) > 0 }.map { place in
      let (id, choices) = Self.facts[place]
      let some = dice.shuffled(choices).prefix(place % 3 == 1 ? dice.int(0...3) : 1).map { "\"\($0)\"" }
      let value = some.joined(separator: spaced ? " , " : ",")
      return "\"\(id)\"\(spaced ? " : " : ":")" + (place % 3 == 1 ? "[\(value)]" : value)
    }
    return #"{"format":1,"title":"t","answers":{\#(answers.joined(separator: spaced ? " , " : ","))}}"#
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func allNamesAreFoundInAnyOrder(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let input = (0..<200).flatMap { _ in line(profile(&dice)) }
    let fast = BatchOutcome(rules, input, [.score, .net], readsFast: true)
    #expect(fast.output == BatchOutcome(rules, input, [.score, .net], readsFast: false).output)
    #expect(fast.profiles == 200 && fast.ordinary == 0)
  }

  @Test func aNameWithOneLetterChangedIsNotTakenForIt() {
    var dice = SplitMix64(seed: 9)
    var input: [UInt8] = []
    for _ in 0..<1_500 {
      var bytes = Array(profile(&dice).utf8)
      let place = dice.int(0...bytes.count - 1)
      bytes[place] = [UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "\""), UInt8(ascii: "z")][dice.int(0...3)]
      input += bytes + [10]
    }
    let (fast, ordinary) = (
      BatchOutcome(rules, input, .net, readsFast: true), BatchOutcome(rules, input, .net, readsFast: false)
    )
    #expect(fast.output == ordinary.output)
    #expect(fast.mistakes == ordinary.mistakes && fast.mistakes.count > 1_000)
  }

  @Test func theInputMayEndAnywhere() {
    var dice = SplitMix64(seed: 10)
    let bytes = Array(profile(&dice).utf8)
    for end in bytes.indices {
      let (fast, ordinary) = (
        BatchOutcome(rules, Array(bytes[..<end]), readsFast: true),
        BatchOutcome(rules, Array(bytes[..<end]), readsFast: false)
      )
      #expect(fast.output == ordinary.output && fast.mistakes == ordinary.mistakes, "\(end)")
    }
  }
}
