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

  private let decisions: [DecisionForm]
  /// What is said about every decision, each with its key in quotes and a colon.
  private let members: [(key: [UInt8], field: BatchFields)]

  init(_ rules: CompiledRules, _ fields: BatchFields) {
    decisions = rules.catalogue.decisions.indices.map { DecisionForm(rules, decision: $0) }
    members = BatchFields.all.filter { fields.contains($0.field) }.map {
      (jsonBytes($0.name) + [ASCII.colon], $0.field)
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
    output.append(ASCII.openBrace)
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
    output.append(literal: ",\"decisions\":")
    output.appendEach(decisions.indices, in: (ASCII.openBrace, ASCII.closeBrace)) { index, output in
      output.append(contentsOf: decisions[index].key)
      write(LaneDecision(index, lane, kernel), kernel, clarified, &output)
    }
    output.append(literal: "}\n")
  }

  private func write(
    _ decision: LaneDecision,
    _ kernel: borrowing Kernel,
    _ clarified: [RuleBook.Confirmation],
    _ output: inout [UInt8]
  ) {
    guard decision.mayApply else { return output.append(literal: "null") }
    output.append(ASCII.openBrace)
    if !decision.applies { output.append(literal: "\"applicable\":null,") }
    if let reason = decision.reason {
      output.append(literal: "\"reason\":")
      output.append(literal: reason)
      output.append(ASCII.comma)
    }
    for (key, field) in members {
      output.append(contentsOf: key)
      append(field, of: decision, kernel, clarified, &output)
      output.append(ASCII.comma)
    }
    // The last comma becomes the end.
    if output.last == ASCII.comma { output.removeLast() }
    output.append(ASCII.closeBrace)
  }

  private func append(
    _ field: BatchFields,
    of decision: LaneDecision,
    _ kernel: borrowing Kernel,
    _ clarified: [RuleBook.Confirmation],
    _ output: inout [UInt8]
  ) {
    let form = decisions[decision.index]
    let (row, leaf) = (decision.row, decision.leaf)
    switch field {
    case .recommended: output.append(name: leaf.map { form.families[Int(kernel.program.leaves[$0].family)] })
    case .variant: output.append(name: leaf.map { form.leaf($0, row) })
    case .decidedBy: output.append(literal: decision.decidedBy)
    case .score: output.append(number: leaf.map { decision.score($0, kernel) })
    case .lead: output.append(number: decision.lead(kernel))
    case .tie: output.append(flag: decision.isTie(kernel))
    case .close: output.append(flag: decision.isClose(kernel))
    case .conditional:
      let isOpen =
        leaf.map { leaf in
          form.confirmations[leaf - row.leaves.indices.lowerBound].contains { rule in
            kernel.truths[Int(kernel.program.rules[Int(rule)].register)].value(in: decision.lane) == true
              && !clarified.contains(RuleBook.Confirmation(rule: rule, leaf: Int32(leaf)))
          }
        } ?? false
      output.append(flag: isOpen)
    case .evidence: output.append(number: kernel.evidence(of: decision.index, lane: decision.lane))
    case .excluded:
      let leaves = row.leaves.indices.filter { kernel.isExcluded($0, lane: decision.lane) }
      output.appendEach(leaves, in: (ASCII.openBracket, ASCII.closeBracket)) { leaf, output in
        output.append(contentsOf: form.leaf(leaf, row))
      }
    case .scores:
      output.appendEach(row.leaves.indices, in: (ASCII.openBrace, ASCII.closeBrace)) { leaf, output in
        output.append(contentsOf: form.leaf(leaf, row))
        output.append(ASCII.colon)
        output.append(number: decision.score(leaf, kernel))
      }
    case .net:
      output.appendEach(row.leaves.indices, in: (ASCII.openBrace, ASCII.closeBrace)) { leaf, output in
        output.append(contentsOf: form.leaf(leaf, row))
        output.append(ASCII.colon)
        let slots = 0..<Int(row.slots.count)
        output.appendEach(slots, in: (ASCII.openBracket, ASCII.closeBracket)) { slot, output in
          output.append(whole: decision.net(leaf, slot: slot, kernel))
        }
      }
    default: preconditionFailure("every field of BatchFields.all has a form")
    }
  }
}
