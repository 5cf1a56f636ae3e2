import Engine
import LocatedJSON
import RuleCompiler

/// The names of one decision and of all it may decide for, as JSON with their quotes.
struct DecisionForm: Sendable {
  /// With a colon behind it.
  let key: [UInt8]
  let families: [[UInt8]]
  private let leaves: [[UInt8]]
  /// Per leaf: rows of the rules that leave something about it to be confirmed.
  let confirmations: [[Int32]]

  init(_ rules: CompiledRules, decision index: Int) {
    let (decision, row) = (rules.catalogue.decisions[index], rules.program.decisions[index])
    key = jsonBytes(decision.id) + [ASCII.colon]
    families = decision.families.map(jsonBytes)
    leaves = decision.leaves.map { jsonBytes($0.id) }
    confirmations = row.leaves.indices.map { leaf in
      rules.book.confirmations.filter { Int($0.leaf) == leaf && row.rules.indices.contains(Int($0.rule)) }.map(\.rule)
    }
  }

  /// The name of a leaf, an index into `Program.leaves`.
  func leaf(_ leaf: Int, _ row: DecisionRow) -> [UInt8] { leaves[leaf - row.leaves.indices.lowerBound] }
}

/// A text as JSON, with its quotes.
func jsonBytes(_ text: String) -> [UInt8] { JSONValue.string(text).canonical() }
