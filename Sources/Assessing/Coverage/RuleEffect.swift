import RuleCompiler
import RuleModel

extension Assessment {
  /// Whether anything that people see depends on the truth of a rule in this world: a score, an exclusion that no other
  /// rule makes, a confirmation that is open, a note that is shown, or, where it alone speaks under its criterion, the
  /// evidence.
  func dependsOn(_ rule: LinkedRule, _ world: ObviousEvaluator) -> Bool {
    if rule.rule.notes.contains(where: { isShown($0) }) { return true }
    guard let id = rule.decision, let outcome = world.decisionOutcomes[id], outcome.applicable != .no else {
      return false
    }
    if let criterion = rule.rule.criterion?.id, weight(of: criterion) > 0, !rule.ratings.isEmpty {
      if rule.ratings.contains(where: { $0.value.changesScores }) { return true }
      let others = catalogue.rules.filter {
        $0.rule.criterion?.id == criterion && $0.decision == id && $0.id != rule.id
      }
      if !others.contains(where: { !$0.ratings.isEmpty && world.ruleTruths[$0.id] == .yes }) { return true }
    }
    let refuted = world.refuted.filter { $0.rule == rule.id }.map(\.leaf)
    if (rule.excludedLeaves + refuted).contains(where: { leaf in
      outcome.excludedBy[leaf]?.allSatisfy { $0 == rule.id } ?? true
    }) {
      return true
    }
    return rule.confirmations.contains { confirmation in
      !profile.clarified.contains { clarified in
        clarified.rule.id == rule.id
          && catalogue.decision(id)?.leaves(of: clarified.option.id).contains(confirmation.leaf) == true
      }
    }
  }

  private func isShown(_ note: RuleNote) -> Bool {
    note.options.isEmpty || note.options.contains { chosenOptions.contains($0.id) }
  }

  private func weight(of criterion: String) -> Double {
    profile.weights[criterion] ?? catalogue.criterion(criterion)?.weight ?? 0
  }
}

extension Rule.Rating.Value {
  fileprivate var changesScores: Bool {
    switch self {
    case .points(let points): points != 0
    case .unknown: false
    }
  }
}
