import Engine
import LocatedJSON
import RuleCompiler

/// Writes what a kernel found in one lane as one line of JSON.
struct ResultWriter: Sendable {
  /// Whose result it is: where its texts stand in the input, as JSON with their quotes.
  struct Head {
    var line: Int
    var title: Range<Int>
    var reference: Range<Int>?
  }

  private let words: ResultWords
  private let decisions: [DecisionForm]
  /// What is said about every decision, each with its key in quotes and a colon.
  private let members: [(key: Range<Int>, field: BatchFields)]
  /// What all lines begin with.
  private let texts: PaddedBytes

  init(_ rules: CompiledRules, _ fields: BatchFields) {
    var texts: [UInt8] = []
    words = ResultWords(in: &texts)
    decisions = rules.catalogue.decisions.indices.map { DecisionForm(rules, decision: $0, in: &texts) }
    members = BatchFields.all.filter { fields.contains($0.field) }.map {
      (texts.add(jsonBytes($0.name) + [ASCII.colon]), $0.field)
    }
    self.texts = PaddedBytes(texts)
  }

  /// - Parameters:
  ///   - file: the name of the file as JSON, where results name it.
  ///   - input: what the head refers to.
  ///   - clarified: confirmations that have been answered.
  func write(
    _ head: Head,
    file: [UInt8]?,
    of input: RawSpan,
    _ kernel: borrowing Kernel,
    lane: Int,
    clarified: [RuleBook.Confirmation] = [],
    into output: inout OutputBytes
  ) {
    let texts = texts.storage.span.bytes
    output.write(ASCII.openBrace)
    if let file {
      output.write(words.file, of: texts)
      output.write(file)
      output.write(ASCII.comma)
    }
    output.write(words.line, of: texts)
    output.write(whole: head.line)
    output.write(words.title, of: texts)
    output.write(head.title, of: input)
    if let reference = head.reference {
      output.write(words.reference, of: texts)
      output.write(reference, of: input)
    }
    output.write(words.decisions, of: texts)
    for index in decisions.indices {
      output.write(decisions.span[index].key, of: texts)
      write(LaneDecision(index, lane, kernel), kernel, clarified, texts, &output)
      output.write(ASCII.comma)
    }
    output.end(with: ASCII.closeBrace)
    output.write(ASCII.closeBrace)
    output.write(ASCII.lineFeed)
  }

  private func write(
    _ decision: LaneDecision,
    _ kernel: borrowing Kernel,
    _ clarified: [RuleBook.Confirmation],
    _ texts: RawSpan,
    _ output: inout OutputBytes
  ) {
    guard decision.mayApply else { return output.write(words.null, of: texts) }
    output.write(ASCII.openBrace)
    if !decision.applies { output.write(words.notKnownToApply, of: texts) }
    switch decision.reason {
    case .noSolution: output.write(words.noSolution, of: texts)
    case .notEnoughFacts: output.write(words.notEnoughFacts, of: texts)
    case nil: break
    }
    let members = members.span
    for index in members.indices {
      output.write(members[index].key, of: texts)
      write(members[index].field, of: decision, kernel, clarified, texts, &output)
      output.write(ASCII.comma)
    }
    output.end(with: ASCII.closeBrace)
  }

  private func write(
    _ field: BatchFields,
    of decision: LaneDecision,
    _ kernel: borrowing Kernel,
    _ clarified: [RuleBook.Confirmation],
    _ texts: RawSpan,
    _ output: inout OutputBytes
  ) {
    let decisions = decisions.span
    let (row, leaf) = (decision.row, decision.leaf)
    let first = Int(row.leaves.first)
    func write(flag: Bool) { output.write(flag ? words.yes : words.no, of: texts) }
    func write(number: Double?) {
      if let number { output.write(number: number) } else { output.write(words.null, of: texts) }
    }
    func write(name range: Range<Int>) { output.write(range, of: texts) }
    switch field {
    case .recommended:
      write(name: leaf.map { decisions[decision.index].families[Int(kernel.program.leaves[$0].family)] } ?? words.null)
    case .variant: write(name: leaf.map { decisions[decision.index].leaves[$0 - first] } ?? words.null)
    case .decidedBy: write(name: words.deciders[decision.decidedBy.rawValue])
    case .score: write(number: leaf.map { decision.score($0, kernel) })
    case .lead: write(number: decision.lead(kernel))
    case .tie: write(flag: decision.isTie(kernel))
    case .close: write(flag: decision.isClose(kernel))
    case .conditional:
      let isOpen =
        leaf.map { leaf in
          decisions[decision.index].confirmations[leaf - first].contains { rule in
            kernel.truths[Int(kernel.program.rules[Int(rule)].register)].value(in: decision.lane) == true
              && !clarified.contains(RuleBook.Confirmation(rule: rule, leaf: Int32(leaf)))
          }
        } ?? false
      write(flag: isOpen)
    case .evidence: write(number: kernel.evidence(of: decision.index, lane: decision.lane))
    case .excluded:
      output.write(ASCII.openBracket)
      for leaf in row.leaves.indices where kernel.excluded[leaf] >> UInt64(decision.lane) & 1 == 1 {
        write(name: decisions[decision.index].leaves[leaf - first])
        output.write(ASCII.comma)
      }
      output.end(with: ASCII.closeBracket)
    case .scores:
      output.write(ASCII.openBrace)
      for leaf in row.leaves.indices {
        write(name: decisions[decision.index].leaves[leaf - first])
        output.write(ASCII.colon)
        output.write(number: decision.score(leaf, kernel))
        output.write(ASCII.comma)
      }
      output.end(with: ASCII.closeBrace)
    case .net:
      output.write(ASCII.openBrace)
      for leaf in row.leaves.indices {
        write(name: decisions[decision.index].leaves[leaf - first])
        output.write(ASCII.colon)
        output.write(ASCII.openBracket)
        for slot in 0..<Int(row.slots.count) {
          output.write(whole: decision.net(leaf, slot: slot, kernel))
          output.write(ASCII.comma)
        }
        output.end(with: ASCII.closeBracket)
        output.write(ASCII.comma)
      }
      output.end(with: ASCII.closeBrace)
    default: preconditionFailure("every field of BatchFields.all has a form")
    }
  }
}
