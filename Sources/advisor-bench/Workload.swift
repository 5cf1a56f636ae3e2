import Engine

/// Packs and profiles of any size, made from a seed: the same text on every build.
///
/// 60 facts (24 choices of 3 to 10, 20 numbers, 10 booleans, 6 sets; eight of them unanswered in a quarter of the profiles),
/// one decision of 5 options under 8 criteria. Of the rules 20 % make one comparison, 45 % join two to four, 10 % ask for one
/// of two or three, the rest nest all three; 4 % exclude an option, the others rate one to three.
struct Workload {
  let rules: Int
  private let facts: [Fact]
  private static let options = 5
  private static let criteria = 8
  private static let seed: UInt64 = 20_261_121

  private struct Fact {
    enum Kind {
      case choice(Int)
      case number
      case boolean
      case set(Int)
    }

    let id: String
    let kind: Kind
    /// Left out of a quarter of the profiles.
    let isOptional: Bool
  }

  init(rules: Int) {
    self.rules = rules
    var dice = Dice(seed: Self.seed)
    var facts: [Fact] = []
    for index in 0..<60 {
      let kind: Fact.Kind =
        switch index {
        case 0..<24: .choice(3 + dice.below(8))
        case 24..<44: .number
        case 44..<54: .boolean
        default: .set(4 + dice.below(5))
        }
      facts.append(Fact(id: "load.question-\(index)", kind: kind, isOptional: index % 8 == 7))
    }
    self.facts = facts
  }

  // MARK: Packs

  var manifest: String {
    #"{ "format": 1, "id": "load", "version": "1.0.0", "title": "Load", "description": "Load.", "maintainer": "bench" }"#
  }

  var content: String {
    var dice = Dice(seed: Self.seed &+ 1)
    let facts = facts.map { text(of: $0) }
    let criteria = (0..<Self.criteria).map {
      #"{ "id": "c\#($0)", "title": "c\#($0)", "weight": \#(1 + $0), "scale": 1000 }"#
    }
    let options = (0..<Self.options).map { #"{ "id": "o\#($0)", "decision": "d", "title": "o\#($0)" }"# }
    var lines = ["{ \"facts\": [", facts.joined(separator: ",\n"), "],\n\"criteria\": ["]
    lines += [
      criteria.joined(separator: ",\n"), "],\n\"decisions\": [ { \"id\": \"d\", \"title\": \"d\" } ],\n\"options\": [",
    ]
    lines += [options.joined(separator: ",\n"), "],\n\"rules\": ["]
    lines.append((0..<rules).map { rule($0, &dice) }.joined(separator: ",\n"))
    return lines.joined(separator: "\n") + "\n] }\n"
  }

  private func text(of fact: Fact) -> String {
    let head = #"{ "id": "\#(fact.id)", "question": "\#(fact.id)?", "type": "#
    func choices(_ count: Int) -> String {
      (0..<count).map { #"{ "id": "value-\#($0)", "title": "value-\#($0)" }"# }.joined(separator: ", ")
    }
    return switch fact.kind {
    case .choice(let count): head + #""choice", "choices": [ \#(choices(count)) ] }"#
    case .set(let count): head + #""choices", "choices": [ \#(choices(count)) ] }"#
    case .number: head + #""number" }"#
    case .boolean: head + #""boolean" }"#
    }
  }

  private func rule(_ index: Int, _ dice: inout Dice) -> String {
    let when: String =
      switch dice.below(100) {
      case 0..<20: comparison(&dice)
      case 20..<65: joined("all", 2 + dice.below(3), &dice)
      case 65..<75: joined("any", 2 + dice.below(2), &dice)
      default:
        #"{ "all": [ \#(comparison(&dice)), \#(joined("any", 2, &dice)), { "not": \#(joined("all", 2, &dice)) } ] }"#
      }
    let effect: String
    if dice.below(100) < 4 {
      effect = #""decision": "d", "exclude": [ "o\#(dice.below(Self.options))" ]"#
    } else {
      let first = dice.below(Self.options)
      let rated = (0...dice.below(3)).map { place in
        let points = 1 + dice.below(3)
        return #""o\#((first + place) % Self.options)": \#(dice.below(3) == 0 ? -points : points)"#
      }
      effect = #""criterion": "c\#(dice.below(Self.criteria))", "rate": { \#(rated.joined(separator: ", ")) }"#
    }
    return #"{ "id": "r\#(index)", "title": "r\#(index)", "when": \#(when), "because": "r\#(index)", \#(effect) }"#
  }

  private func joined(_ word: String, _ count: Int, _ dice: inout Dice) -> String {
    let parts = (0..<count).map { _ in comparison(&dice) }
    return #"{ "\#(word)": [ \#(parts.joined(separator: ", ")) ] }"#
  }

  private func comparison(_ dice: inout Dice) -> String {
    let fact = facts[dice.below(facts.count)]
    let test: String =
      switch fact.kind {
      case .boolean: dice.below(2) == 0 ? "true" : "false"
      case .number: #"{ "\#(dice.below(2) == 0 ? "atLeast" : "below")": \#(10 * (1 + dice.below(9))) }"#
      case .choice(let count):
        switch dice.below(3) {
        case 0: #""value-\#(dice.below(count))""#
        case 1: #"{ "isNot": "value-\#(dice.below(count))" }"#
        default: #"[ "value-\#(dice.below(count))", "value-\#(dice.below(count))" ]"#
        }
      case .set(let count): #"{ "includes": "value-\#(dice.below(count))" }"#
      }
    return #"{ "\#(fact.id)": \#(test) }"#
  }

  // MARK: Profiles

  /// One profile on one line, without a line feed.
  ///
  /// - Parameter isComplete: also answers what may be left out.
  func profile(_ number: Int, isComplete: Bool = false) -> String {
    var dice = Dice(seed: Self.seed &+ 1_000_003 &* UInt64(number + 1))
    var answers: [String] = []
    for fact in facts {
      if fact.isOptional, dice.below(4) == 0, !isComplete { continue }
      let value: String =
        switch fact.kind {
        case .boolean: dice.below(2) == 0 ? "true" : "false"
        case .number: "\(dice.below(100))"
        case .choice(let count): "\"value-\(dice.below(count))\""
        case .set(let count):
          "[" + (0..<count).filter { _ in dice.below(3) == 0 }.map { "\"value-\($0)\"" }.joined(separator: ",") + "]"
        }
      answers.append("\"\(fact.id)\":\(value)")
    }
    return #"{"format":1,"title":"p\#(number)","answers":{"# + answers.joined(separator: ",") + "}}"
  }
}

/// Small whole numbers from a seed.
struct Dice {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func below(_ limit: Int) -> Int { Int(random.unit() * Double(limit)) }
}
