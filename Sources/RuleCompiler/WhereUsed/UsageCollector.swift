import Diagnostics
import RuleModel

/// Walks over all items of a catalogue and notes whatever one names of another.
struct UsageCollector {
  private(set) var found: [UsedKind: [String: [Usage]]] = [:]
  /// The item that is being walked over.
  private var user = (kind: Usage.User.rule, id: "", pack: "")

  mutating func collect(_ catalogue: Catalogue) {
    for rule in catalogue.rules { collect(rule.rule) }
    for rule in catalogue.disabled { collect(rule.rule) }
    for fact in catalogue.facts { collect(fact.fact) }
    for criterion in catalogue.criteria.map(\.criterion) {
      begin(.criterion, criterion.id, criterion.header)
      cite(criterion.sources)
    }
    for decision in catalogue.decisions {
      begin(.decision, decision.id, decision.decision.header)
      condition(decision.decision.when)
      for way in decision.decision.waysOut { cite(way.sources) }
      for option in decision.options { collect(option) }
    }
    for item in catalogue.contradictions.map(\.item) {
      begin(.contradiction, item.id, item.header)
      condition(item.when)
      for fact in item.facts { note(.fact, fact, "is about it") }
    }
    for component in catalogue.components.map(\.item) { collect(component) }
    for step in catalogue.steps.map(\.item) { collect(step) }
    for price in catalogue.prices.map(\.item) { collect(price) }
    for pack in catalogue.packs { collect(pack) }
    for test in catalogue.tests { collect(test) }
  }

  // MARK: Notes

  mutating func begin(_ kind: Usage.User, _ id: String, _ header: ItemHeader) {
    user = (kind, id, header.pack)
    for pack in header.needs { note(.pack, pack, "needs it") }
  }

  mutating func note(_ kind: UsedKind, _ name: Name, _ how: String) { note(kind, name.id, how, name.span) }

  mutating func note(_ kind: UsedKind, _ id: String, _ how: String, _ span: SourceSpan?) {
    let usage = Usage(user: user.kind, id: user.id, pack: user.pack, how: how, through: [], span: span)
    found[kind, default: [:]][id, default: []].append(usage)
  }

  mutating func cite(_ sources: [Name]) {
    for source in sources { note(.source, source, "cites it") }
  }

  // MARK: Conditions and formulas

  mutating func condition(_ condition: Condition?, _ verb: String = "asks for it") {
    guard let condition else { return }
    var comparisons: [Comparison] = []
    condition.forEachComparison { comparisons.append($0) }
    for comparison in comparisons {
      let operands = comparison.operands.map(\.word).joined(separator: ", ")
      let how = "\(verb): \(comparison.operator.id) \(operands)"
      switch comparison.subject {
      case .fact(let id):
        note(.fact, id, how, comparison.subjectName.span)
        for operand in comparison.operands {
          guard case .text(let choice) = operand.value else { continue }
          note(.choice, "\(id)=\(choice)", how, operand.span ?? comparison.span)
        }
      case .decision(let id), .decisionVariant(let id):
        note(.decision, id, how, comparison.subjectName.span)
        for operand in comparison.operands {
          guard case .text(let option) = operand.value else { continue }
          note(.option, option, how, operand.span ?? comparison.span)
        }
      }
    }
  }

  mutating func expression(_ expression: Expression?) {
    guard let expression else { return }
    var facts: [Name] = []
    expression.forEachFact { facts.append($0) }
    for fact in facts { note(.fact, fact, "computes with it") }
    var costs: [Name] = []
    expression.forEachCost { costs.append($0) }
    for cost in costs { note(.price, cost, "takes a share of it") }
  }

  /// Answers of tests, defaults and derived values: the fact's choices.
  mutating func answer(_ answer: Answer, of fact: String, _ how: String) {
    var literals: [Literal] = []
    switch answer.value {
    case .literal(let value): literals = [Literal(value, at: answer.span)]
    case .list(let list): literals = list
    case .null, .range: break
    }
    for literal in literals {
      guard case .text(let choice) = literal.value else { continue }
      note(.choice, "\(fact)=\(choice)", how, literal.span ?? answer.span)
    }
  }
}

extension Literal {
  /// As it stands in the file, for messages.
  fileprivate var word: String {
    switch value {
    case .boolean(let flag): "\(flag)"
    case .number(let number): plain(number)
    case .text(let text): text
    }
  }
}
