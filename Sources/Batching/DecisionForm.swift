import Engine
import LocatedJSON
import RuleCompiler

/// Where the names of one decision and of all it may decide for stand among the texts of results: as JSON with their
/// quotes.
struct DecisionForm: Sendable {
  /// With a colon behind it.
  let key: Range<Int>
  /// Per option without its variants.
  let families: [Range<Int>]
  /// Per leaf, by its place in the decision.
  let leaves: [Range<Int>]
  /// Per leaf: rows of the rules that leave something about it to be confirmed.
  let confirmations: [[Int32]]

  init(_ rules: CompiledRules, decision index: Int, in texts: inout [UInt8]) {
    let (decision, row) = (rules.catalogue.decisions[index], rules.program.decisions[index])
    key = texts.add(jsonBytes(decision.id) + [ASCII.colon])
    families = decision.families.map { texts.add(jsonBytes($0)) }
    leaves = decision.leaves.map { texts.add(jsonBytes($0.id)) }
    confirmations = row.leaves.indices.map { leaf in
      rules.book.confirmations.filter { Int($0.leaf) == leaf && row.rules.indices.contains(Int($0.rule)) }.map(\.rule)
    }
  }
}

extension [UInt8] {
  /// Adds a text; gives where it stands.
  mutating func add(_ text: [UInt8]) -> Range<Int> {
    let first = count
    self += text
    return first..<count
  }
}

/// A text as JSON, with its quotes.
func jsonBytes(_ text: String) -> [UInt8] { JSONValue.string(text).canonical() }
