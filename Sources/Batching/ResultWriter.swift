import Engine
import LocatedJSON
import RuleCompiler

/// Writes what a kernel found in one lane as one line of JSON.
struct ResultWriter: Sendable {
  /// Whose result it is; texts are JSON with their quotes.
  struct Head {
    var file: [UInt8]?
    var line: Int
    var title: ArraySlice<UInt8>
    var reference: ArraySlice<UInt8>?
  }

  private struct DecisionNames: Sendable {
    /// `"id":`, with a comma in front from the second one on.
    let key: [UInt8]
    let families: [[UInt8]]
    let leaves: [[UInt8]]
    /// Rows of the rules that leave something about a leaf to be confirmed.
    let confirmations: [[Int32]]
  }

  private let fields: BatchFields
  private let decisions: [DecisionNames]

  init(_ rules: CompiledRules, _ fields: BatchFields) {
    self.fields = fields
    decisions = rules.catalogue.decisions.enumerated().map { index, decision in
      let row = rules.program.decisions[index]
      return DecisionNames(
        key: (index > 0 ? [ASCII.comma] : []) + jsonBytes(decision.id) + [ASCII.colon],
        families: decision.families.map(jsonBytes),
        leaves: decision.leaves.map { jsonBytes($0.id) },
        confirmations: row.leaves.indices.map { leaf in
          rules.book.confirmations.filter { Int($0.leaf) == leaf && row.rules.indices.contains(Int($0.rule)) }
            .map(\.rule)
        }
      )
    }
  }

  /// - Parameter clarified: confirmations that have been answered.
  func write(
    _ head: Head,
    _ kernel: borrowing Kernel,
    lane: Int,
    clarified: [RuleBook.Confirmation] = [],
    into output: inout [UInt8]
  ) {
    output.append(literal: "{")
    if let file = head.file {
      output.append(literal: "\"file\":")
      output.append(contentsOf: file)
      output.append(ASCII.comma)
    }
    output.append(literal: "\"line\":")
    output.append(whole: head.line)
    output.append(literal: ",\"title\":")
    output.append(contentsOf: head.title)
    if let reference = head.reference {
      output.append(literal: ",\"reference\":")
      output.append(contentsOf: reference)
    }
    output.append(literal: ",\"decisions\":{")
    for index in decisions.indices {
      output.append(contentsOf: decisions[index].key)
      write(index, kernel, lane, clarified, &output)
    }
    output.append(literal: "}}\n")
  }

  private func write(
    _ index: Int,
    _ kernel: borrowing Kernel,
    _ lane: Int,
    _ clarified: [RuleBook.Confirmation],
    _ output: inout [UInt8]
  ) {
    let applies = kernel.applicable[index]
    if applies.no >> UInt64(lane) & 1 == 1 {
      output.append(literal: "null")
      return
    }
    let row = kernel.program.decisions[index]
    let names = decisions[index]
    let first = row.leaves.indices.lowerBound
    let leaf = Int(kernel.outcome[index * WorldBlock.width + lane])
    func score(_ leaf: Int) -> Double { kernel.scores[leaf * WorldBlock.width + lane] }
    output.append(ASCII.openBrace)
    // What stands in front of the next key.
    var isFirst = true
    func key(_ literal: StaticString, _ output: inout [UInt8]) {
      if !isFirst { output.append(ASCII.comma) }
      isFirst = false
      output.append(literal: literal)
    }
    if applies.yes >> UInt64(lane) & 1 == 0 { key("\"applicable\":null", &output) }
    if fields.contains(.recommended) {
      key("\"recommended\":", &output)
      output.append(name: leaf < 0 ? nil : names.families[Int(kernel.program.leaves[leaf].family)])
    }
    if fields.contains(.variant) {
      key("\"variant\":", &output)
      output.append(name: leaf < 0 ? nil : names.leaves[leaf - first])
    }
    if fields.contains(.decidedBy) {
      key("\"decidedBy\":", &output)
      if leaf < 0 {
        output.append(literal: "\"none\"")
      } else if case .open = kernel.circumstances.decided[index] {
        output.append(literal: "\"score\"")
      } else {
        output.append(literal: "\"profile\"")
      }
    }
    if leaf < 0 {
      let hasEnough = kernel.enough[index] >> UInt64(lane) & 1 == 1
      key(hasEnough ? "\"reason\":\"noSolution\"" : "\"reason\":\"notEnoughFacts\"", &output)
    }
    if fields.contains(.score) {
      key("\"score\":", &output)
      output.append(number: leaf < 0 ? nil : score(leaf))
    }
    if fields.contains(.lead) {
      key("\"lead\":", &output)
      let rival = leaf < 0 ? -1 : kernel.bestRival(of: leaf, row, lane)
      output.append(number: rival < 0 ? nil : score(leaf) - score(rival))
    }
    if !fields.isDisjoint(with: [.tie, .close]) {
      let leader = Int(kernel.best[index * WorldBlock.width + lane])
      let rival = leader < 0 ? -1 : kernel.bestRival(of: leader, row, lane)
      if fields.contains(.tie) {
        key("\"tie\":", &output)
        output.append(
          flag: rival >= 0 && kernel.roundedScore(leader, lane: lane) == kernel.roundedScore(rival, lane: lane)
        )
      }
      if fields.contains(.close) {
        key("\"close\":", &output)
        output.append(flag: rival >= 0 && score(leader) - score(rival) < 1)
      }
    }
    if fields.contains(.conditional) {
      key("\"conditional\":", &output)
      let isOpen =
        leaf >= 0
        && names.confirmations[leaf - first].contains { rule in
          kernel.truths[Int(kernel.program.rules[Int(rule)].register)].yes >> UInt64(lane) & 1 == 1
            && !clarified.contains(RuleBook.Confirmation(rule: rule, leaf: Int32(leaf)))
        }
      output.append(flag: isOpen)
    }
    if fields.contains(.evidence) {
      key("\"evidence\":", &output)
      output.append(number: kernel.evidence(of: index, lane: lane))
    }
    if fields.contains(.excluded) {
      key("\"excluded\":[", &output)
      var isFirst = true
      for leaf in row.leaves.indices where kernel.isExcluded(leaf, lane: lane) {
        if !isFirst { output.append(ASCII.comma) }
        isFirst = false
        output.append(contentsOf: names.leaves[leaf - first])
      }
      output.append(ASCII.closeBracket)
    }
    if fields.contains(.scores) {
      key("\"scores\":{", &output)
      for leaf in row.leaves.indices {
        if leaf > first { output.append(ASCII.comma) }
        output.append(contentsOf: names.leaves[leaf - first])
        output.append(ASCII.colon)
        output.append(number: score(leaf))
      }
      output.append(ASCII.closeBrace)
    }
    if fields.contains(.net) {
      key("\"net\":{", &output)
      for leaf in row.leaves.indices {
        if leaf > first { output.append(ASCII.comma) }
        output.append(contentsOf: names.leaves[leaf - first])
        output.append(literal: ":[")
        let cell = Int(kernel.program.leaves[leaf].firstCell)
        for slot in 0..<Int(row.slots.count) {
          if slot > 0 { output.append(ASCII.comma) }
          output.append(whole: Int(kernel.net[(cell + slot) * WorldBlock.width + lane]))
        }
        output.append(ASCII.closeBracket)
      }
      output.append(ASCII.closeBrace)
    }
    output.append(ASCII.closeBrace)
  }
}

/// A text as JSON, with its quotes.
func jsonBytes(_ text: String) -> [UInt8] { JSONValue.string(text).canonical() }

extension Kernel {
  /// The best leaf of another option than a leaf's, excluded ones aside; −1 if there is none.
  fileprivate borrowing func bestRival(of leaf: Int, _ row: DecisionRow, _ lane: Int) -> Int {
    let family = program.leaves[leaf].family
    var best = -1
    for rival in row.leaves.indices where program.leaves[rival].family != family && !isExcluded(rival, lane: lane) {
      if best < 0 || precedes(rival, best, lane: lane) { best = rival }
    }
    return best
  }
}
