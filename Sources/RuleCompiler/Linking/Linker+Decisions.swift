import Diagnostics
import RuleModel

extension Linker {
  /// Criteria with their weights after adjustments; two adjustments that disagree are an error.
  mutating func linkCriteria() {
    var adjusted: [String: (weight: Double, adjustment: Adjustment)] = [:]
    for adjustment in adjustments() {
      guard case .criterionWeight(let name, let weight) = adjustment.change else { continue }
      let pack = criteria[name.id]?.header.pack
      guard check(name, kind: "criterion", in: pack, known: criteria.keys, for: adjustment.header) else {
        continue
      }
      if let first = adjusted[name.id], first.weight != weight {
        reportConflict(about: "the weight of criterion '\(name.id)'", adjustment, first.adjustment)
        continue
      }
      adjusted[name.id] = (weight, adjustment)
      catalogue.adjustments.append(adjustment)
    }
    for id in criteria.keys.sorted(by: idPrecedes) {
      guard let criterion = criteria[id] else { continue }
      checkSources(criterion.sources, for: criterion.header)
      catalogue.criterionIndex[id] = catalogue.criteria.count
      catalogue.criteria.append(
        LinkedCriterion(criterion: criterion, weight: adjusted[id]?.weight ?? criterion.weight)
      )
    }
  }

  /// The adjustments of all packs whose needs are met, in the order of pack ids, then of what they change, then of their
  /// reasons.
  func adjustments() -> [Adjustment] {
    packs.flatMap { pack in
      pack.content.adjustments.sorted { a, b in
        let (x, y) = (a.change.target, b.change.target)
        return x == y ? idPrecedes(a.because.text(in: .en), b.because.text(in: .en)) : idPrecedes(x, y)
      }
    }.filter { $0.header.needs.allSatisfy { visible[$0.id] != nil } }
  }

  mutating func reportConflict(about what: String, _ adjustment: Adjustment, _ first: Adjustment) {
    log.error(
      "conflicting-adjustments",
      "two adjustments disagree about \(what)",
      at: adjustment.span,
      help: "remove one of them, or make them agree",
      related: [Diagnostic.Related("the other one", at: first.span)]
    )
  }

  /// Options, rules and the order of decisions.
  mutating func linkDecisionsAndRules() {
    checkOptions()
    let disabled = disabledRules()
    var linkedRules: [LinkedRule] = []
    for rule in rules.values.sorted(by: { idPrecedes($0.id, $1.id) }) where disabled[rule.id] == nil {
      if let linked = link(rule) { linkedRules.append(linked) }
    }
    for (index, rule) in linkedRules.enumerated() { catalogue.ruleIndex[rule.id] = index }
    catalogue.rules = linkedRules
    for id in disabled.keys.sorted(by: idPrecedes) {
      guard let rule = rules[id], let adjustment = disabled[id] else { continue }
      catalogue.disabled.append(DisabledRule(rule: rule, adjustment: adjustment))
    }

    var dependencies: [String: [Name]] = [:]
    var conditions: [String: LinkedCondition] = [:]
    for decision in decisions.values {
      for way in decision.waysOut { checkSources(way.sources, for: decision.header) }
    }
    for id in decisions.keys {
      guard let decision = decisions[id], let condition = decision.when else { continue }
      conditions[id] = resolve(condition, for: decision.header)
      dependencies[id, default: []] += decisionsNamed(in: condition)
    }
    for rule in linkedRules {
      guard let decision = rule.decision else { continue }
      dependencies[decision, default: []] += decisionsNamed(in: rule.rule.when)
    }
    let order = reportCycles(
      among: Array(decisions.keys),
      code: "cyclic-decisions",
      what: "decisions that depend on each other form a cycle",
      edges: { dependencies[$0] ?? [] }
    )
    for id in order {
      guard let decision = decisions[id] else { continue }
      let linked = linkedDecision(decision, conditions[id], Set((dependencies[id] ?? []).map(\.id)), linkedRules)
      catalogue.decisionIndex[id] = catalogue.decisions.count
      catalogue.decisions.append(linked)
      for option in linked.options { catalogue.optionDecision[option.id] = id }
    }
  }

  private func decisionsNamed(in condition: Condition) -> [Name] {
    var found: [Name] = []
    condition.forEachComparison { comparison in
      switch comparison.subject {
      case .fact: break
      case .decision(let id), .decisionVariant(let id): found.append(Name(id, at: comparison.subjectName.span))
      }
    }
    return found
  }

  private mutating func checkOptions() {
    for id in options.keys.sorted(by: idPrecedes) {
      guard let option = options[id] else { continue }
      _ = checkDecision(option.decision, for: option.header)
      checkSources(option.sources, for: option.header)
      guard let parentName = option.variantOf, let parent = checkOption(parentName, for: option.header) else {
        continue
      }
      if parent.variantOf != nil {
        log.error(
          "variant-of-variant",
          "'\(parent.id)' is a variant itself, and variants have no variants",
          at: parentName.span,
          help: parent.variantOf.map { "did you mean '\($0.id)'?" }
        )
      } else if parent.decision != option.decision {
        log.error(
          "variant-of-other-decision",
          "a variant belongs to the decision of its option, which is '\(parent.decision.id)'",
          at: option.decision.span,
          help: "write '\(parent.decision.id)', or name another option in 'variantOf'"
        )
      }
    }
  }

  private mutating func disabledRules() -> [String: Adjustment] {
    var found: [String: Adjustment] = [:]
    for adjustment in adjustments() {
      guard case .disableRule(let name) = adjustment.change else { continue }
      let pack = rules[name.id]?.header.pack
      guard check(name, kind: "rule", in: pack, known: rules.keys, for: adjustment.header) else { continue }
      if found[name.id] == nil {
        found[name.id] = adjustment
        catalogue.adjustments.append(adjustment)
      }
    }
    return found
  }

  private func linkedDecision(
    _ decision: Decision,
    _ condition: LinkedCondition?,
    _ dependencies: Set<String>,
    _ rules: [LinkedRule]
  ) -> LinkedDecision {
    let own = options.values.filter { $0.decision == decision.name }.sorted { idPrecedes($0.id, $1.id) }
    let parents = Set(own.compactMap { $0.variantOf?.id })
    let leaves = own.filter { !parents.contains($0.id) }
    func preference(_ option: Option) -> Double {
      option.preference ?? option.variantOf.flatMap { parent in own.first { $0.id == parent.id } }?.preference
        ?? .infinity
    }
    let ties = leaves.sorted { a, b in
      let (x, y) = (preference(a), preference(b))
      return x == y ? idPrecedes(a.id, b.id) : x < y
    }
    // A rule that names a criterion and rates nothing under it gives that criterion no say.
    let rating = rules.filter { $0.decision == decision.id && !$0.ratings.isEmpty }
    let criteria = Set(rating.compactMap { $0.rule.criterion?.id })
    return LinkedDecision(
      decision: decision,
      condition: condition,
      options: own,
      families: own.filter { $0.variantOf == nil }.map(\.id),
      leaves: leaves.map { leaf in
        LinkedDecision.Leaf(
          id: leaf.id,
          family: leaf.variantOf?.id ?? leaf.id,
          tieOrder: ties.firstIndex { $0.id == leaf.id } ?? 0
        )
      },
      criteria: criteria.sorted(by: idPrecedes),
      dependencies: dependencies.sorted(by: idPrecedes)
    )
  }
}
