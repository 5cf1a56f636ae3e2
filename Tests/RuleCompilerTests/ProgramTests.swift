import Engine
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What lowering makes of a catalogue.
@Suite struct ProgramTests {
  private let facts = #""facts": [ { "id": "a", "type": "boolean" }, { "id": "n", "type": "number" } ]"#

  private func registers(of conditions: [String]) throws -> (registers: [Int?], program: Program) {
    let items = conditions.enumerated().map { #"{ "id": "r\#($0)", "when": \#($1), "notes": [ { "text": "n" } ] }"# }
    let rules = try compiled("{ \(facts), \"rules\": [ \(items.joined(separator: ", ")) ] }")
    return (conditions.indices.map { rules.ruleRegisters["r\($0)"] }, rules.program)
  }

  @Test func equalConditionsAreComputedOnce() throws {
    let (registers, program) = try registers(of: [
      #"{ "a": true, "n": { "atLeast": 3 } }"#, #"{ "n": { "atLeast": 3 }, "a": true }"#,
      #"{ "all": [ { "a": { "is": true } }, { "n": { "atLeast": 3 } }, { "a": [true] } ] }"#,
    ])
    #expect(Set(registers).count == 1)
    #expect(program.comparisons.count == 2)
  }

  @Test func differentConditionsAreKeptApart() throws {
    let (registers, _) = try registers(of: [
      #"{ "n": { "atLeast": 3 } }"#, #"{ "n": { "above": 3 } }"#, #"{ "n": { "atMost": 3 } }"#,
      #"{ "n": { "below": 3 } }"#, #"{ "n": 3 }"#, #"{ "n": { "isNot": 3 } }"#, #"{ "a": true }"#,
      #"{ "a": { "isNot": true } }"#, #"{ "not": { "a": true } }"#,
      #"{ "any": [ { "a": true }, { "n": 3 } ] }"#, #"{ "all": [ { "a": true }, { "n": 3 } ] }"#,
    ])
    #expect(Set(registers).count == 11)
  }

  @Test func aProgramDoesNotDependOnTheOrderOfPacks() throws {
    let packs = RandomPacks(seed: 11).packs
    let (one, other) = (try compiled(packs), try compiled(packs.reversed()))
    #expect("\(one.program)" == "\(other.program)")
  }

  /// Columns are written before they are read, registers are set before they are used.
  @Test(arguments: 0..<10)
  func everythingIsComputedBeforeItIsUsed(seed: Int) throws {
    let rules = try compiled(RandomPacks(seed: UInt64(seed)).packs)
    let program = rules.program
    var readyColumns = Set<Int32>()
    var relevant: Set<Int32> = []
    for fact in rules.catalogue.facts {
      guard let column = rules.factColumns[fact.id].map({ Int32($0) }) else { continue }
      if fact.derivation == nil { readyColumns.insert(column) }
      if fact.relevance != nil { relevant.insert(column) }
    }
    var ready = Set<Int32>()
    for operation in program.operations {
      switch operation {
      case .compare(let register, let comparison):
        let column = program.comparisons[Int(comparison)].column
        #expect(readyColumns.contains(column) && !relevant.contains(column))
        ready.insert(register)
      case .all(let register, let run), .any(let register, let run):
        for index in run.indices { #expect(ready.contains(program.operands[index])) }
        ready.insert(register)
      case .not(let register, let operand):
        #expect(ready.contains(operand))
        ready.insert(register)
      case .relevance(let column, let register):
        #expect(ready.contains(register) && readyColumns.contains(column))
        relevant.remove(column)
      case .formula(let column, _), .cases(let column, _, _): readyColumns.insert(column)
      case .truth(let column, let register):
        #expect(ready.contains(register))
        readyColumns.insert(column)
      case .decide(let index):
        let decision = program.decisions[Int(index)]
        #expect(decision.when < 0 || ready.contains(decision.when))
        for rule in decision.rules.indices { #expect(ready.contains(program.rules[rule].register)) }
        readyColumns.formUnion([decision.familyColumn, decision.leafColumn])
      }
    }
  }
}
