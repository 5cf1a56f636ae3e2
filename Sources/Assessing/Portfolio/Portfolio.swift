package import RuleCompiler
package import RuleModel

/// Many cases seen together: where they go, what keeps options out, what is asked to be confirmed, and how firm each is.
///
/// Cases are named by their place in `cases`; lists of cases are in ascending order.
package struct Portfolio: Sendable {
  package let catalogue: Catalogue
  package let cases: [PortfolioCase]
  /// Decisions that apply in some case, those that matter most first.
  package let decisions: [DecisionPortfolio]
  /// What is to be confirmed about what is recommended; in most cases first, then by rule id.
  package let confirmations: [RepeatedConfirmation]

  package init(_ cases: [PortfolioCase], of catalogue: Catalogue) {
    self.catalogue = catalogue
    self.cases = cases
    let order = catalogue.decisions.enumerated().sorted { a, b in
      let (x, y) = (a.element.decision.importance, b.element.decision.importance)
      return x == y ? a.offset < b.offset : x > y
    }
    decisions = order.map { DecisionPortfolio($0.element, cases) }.filter { !$0.applicable.isEmpty }
    confirmations = RepeatedConfirmation.all(cases)
  }

  /// The decision that the overview speaks of first; nil where no decision applies in any case.
  package var foremost: DecisionPortfolio? { decisions.first }

  /// The cases, the least firm about a decision first: those without a recommendation, then by confidence, then by lead, then
  /// by name. Cases to which the decision does not apply are left out.
  package func leastFirm(_ decision: String) -> [Int] {
    let firmness = cases.indices.compactMap { place -> (place: Int, key: (Double, Double))? in
      guard let assessed = cases[place].assessment.decision(decision), assessed.applicable != .no else { return nil }
      guard let lead = assessed.lead else {
        return (place, assessed.recommended == nil ? (-1, 0) : (cases[place].confidence(decision) ?? 2, .infinity))
      }
      return (place, (cases[place].confidence(decision) ?? 2, lead))
    }
    return firmness.sorted { a, b in
      a.key == b.key ? idPrecedes(cases[a.place].name, cases[b.place].name) : a.key < b.key
    }.map(\.place)
  }
}

/// One case of a portfolio.
package struct PortfolioCase: Sendable {
  /// What people know the file by.
  package let name: String
  package let assessment: Assessment

  package init(name: String, assessment: Assessment) {
    self.name = name
    self.assessment = assessment
  }

  package var profile: Profile { assessment.profile.profile }

  /// How often what is recommended comes first over the drawn worlds, from 0 to 1; nil where that was not measured, or where
  /// the decision has been taken already.
  package func confidence(_ decision: String) -> Double? {
    guard assessment.decision(decision)?.decidedBy == .score else { return nil }
    return assessment.robustness?.decision(decision)?.confidence?.share
  }

  /// Points to be confirmed about what is chosen, over all decisions that apply.
  package var openConfirmations: Int {
    assessment.decisions.filter { $0.applicable != .no }.reduce(0) { $0 + ($1.chosenLeaf?.confirm.count ?? 0) }
  }
}

/// A rule that asks to confirm something about what is chosen, in one case or several.
package struct RepeatedConfirmation: Sendable {
  package let rule: String
  package let option: String
  /// The question to put to the provider; nil: the rule's title says about what.
  package let text: LocalizedText?
  package let cases: [Int]

  fileprivate static func all(_ cases: [PortfolioCase]) -> [RepeatedConfirmation] {
    struct Key: Hashable {
      let rule: String
      let option: String
    }
    var found: [Key: (text: LocalizedText?, cases: [Int])] = [:]
    for (place, one) in cases.enumerated() {
      for decision in one.assessment.decisions where decision.applicable != .no {
        guard let chosen = decision.chosenLeaf else { continue }
        // A rule may ask about several variants of an option: they are one question.
        for open in chosen.confirm {
          let key = Key(rule: open.rule, option: chosen.family)
          if found[key]?.cases.last != place { found[key, default: (open.text, [])].cases.append(place) }
        }
      }
    }
    return found.map { RepeatedConfirmation(rule: $0.rule, option: $0.option, text: $1.text, cases: $1.cases) }
      .sorted { a, b in
        if a.cases.count != b.cases.count { return a.cases.count > b.cases.count }
        return a.rule == b.rule ? idPrecedes(a.option, b.option) : idPrecedes(a.rule, b.rule)
      }
  }
}
