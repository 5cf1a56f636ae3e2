package import Assessing
import RuleCompiler
import RuleModel

extension Assessment {
  /// Everything that an assessment says, and every order in which it says it: two assessments are the same if their texts
  /// are, byte by byte.
  package var text: String {
    var lines: [String] = []
    lines += facts.map { "fact \($0.id) \($0.origin) \($0.isAskedUnknown) \($0.state.text)" }
    lines += rows("rule", ruleTruths) + rows("component", componentTruths)
    lines += rows("step", stepTruths) + rows("price", priceTruths)
    lines += contradictions.map { "contradiction \($0.id)" }
    lines += decisions.flatMap(\.lines)
    lines += catalogue.skipped.map { "skipped \($0.kind) \($0.id) \($0.pack) \($0.missing)" }
    lines += catalogue.disabled.map { "disabled \($0.rule.id) \($0.adjustment.because.text(in: .en))" }
    lines += catalogue.adjustments.map { "adjustment \($0.change.text) \($0.because.text(in: .en))" }
    lines += catalogue.facts.map { "choices \($0.id) \($0.fact.choices.map(\.name.id))" }
    lines += catalogue.packs.map { "pack \($0.id) \($0.digest)" }
    lines += [
      "criteria \(catalogue.criteria.map { "\($0.id) \($0.weight)" })", "rules \(catalogue.rules.map(\.id))",
      "components \(catalogue.components.map(\.item.id))", "steps \(catalogue.steps.map(\.item.id))",
      "prices \(catalogue.prices.map(\.item.id))", "sources \(catalogue.sources.map(\.id))",
      "questions \(catalogue.questionnaire.map { "\($0.group?.id ?? "-") \($0.facts.map(\.id))" })",
      "counts \(counts) \(isComplete)", "chosen \(chosenOptions.sorted(by: idPrecedes))",
      "unused \(profile.unused)", "renamed \(profile.renamed)",
    ]
    return lines.joined(separator: "\n")
  }

  private func rows(_ kind: String, _ truths: [String: Truth]) -> [String] {
    truths.sorted { idPrecedes($0.key, $1.key) }.map { "\(kind) \($0.key) \($0.value)" }
  }
}

extension AssessedDecision {
  fileprivate var lines: [String] {
    let outcome =
      "\(recommended ?? "-") \(variant ?? "-") \(decidedBy) \(recommendedByScore ?? "-") \(variantByScore ?? "-")"
    let marks = "tie \(tie) \(variantTie) close \(close) conditional \(conditional) evidence \(evidence)"
    return [
      "decision \(id) \(applicable) \(outcome) \(reason?.rawValue ?? "-") \(marks)",
      "  free \(recommendedWithoutConfirmation ?? "-") runner-up \(runnerUp?.id ?? "-") thin \(isThin)",
      "  criteria \(criteria) families \(families.map(\.id)) options \(decision.options.map(\.id))",
    ] + leaves.flatMap(\.lines)
  }
}

extension AssessedLeaf {
  fileprivate var lines: [String] {
    [
      "  leaf \(id) \(family) \(rank ?? 0) \(score) excluded \(excludedBy) possibly \(possiblyExcludedBy)",
      "    confirm \(confirm.map { "\($0.rule) \($0.text?.text(in: .en) ?? "-")" })",
      "    criteria \(criteria.map { "\($0.id) \($0.weight) \($0.scale) \($0.net) \($0.points)" })",
      "    contributions \(contributions.map { "\($0.rule) \($0.criterion) \($0.netPoints) \($0.points)" })",
    ]
  }
}

extension Adjustment.Change {
  fileprivate var text: String {
    switch self {
    case .disableRule(let name): "rule \(name.id)"
    case .criterionWeight(let name, let weight): "criterion \(name.id) \(weight)"
    case .priceAmount(let name, let amount, _): "price \(name.id) \(amount)"
    }
  }
}

extension FactState {
  /// The state in words, the same on every run (a set has no order of its own).
  package var text: String {
    switch self {
    case .unknown: "unknown"
    case .notApplicable: "not applicable"
    case .known(.boolean(let flag)): "\(flag)"
    case .known(.choice(let id)): id
    case .known(.choices(let ids)): "[\(ids.sorted(by: idPrecedes).joined(separator: ", "))]"
    case .known(.number(let from, let to)): from == to ? "\(from)" : "\(from)…\(to)"
    }
  }
}
