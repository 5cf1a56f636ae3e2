import Advice
import Assessing
import RuleCompiler
import RuleModel

extension SharedNames {
  /// How large it is: what prices rest on.
  static let size = ["scale.cpu", "scale.memory"]
}

extension ReportBuilder {
  /// What an offer takes as given, and which of it would change the recommendation.
  func offerAssumptions(_ main: AssessedDecision?) -> [ReportBlock] {
    var given = main.map { decisiveAnswers($0) } ?? []
    for id in SharedNames.size {
      guard let fact = assessment.fact(id), isAnswer(fact), !given.contains(where: { $0.id == id }) else { continue }
      given.append(fact)
    }
    given += assessment.facts.filter { $0.origin == .assumed && say.mayShow($0.fact.fact.audience) }
    var blocks: [ReportBlock] = []
    if !given.isEmpty {
      let title = say(en: "What we assume", de: "Wovon wir ausgehen")
      let rows = given.map { fact -> ReportBlock.Definition in
        let name = RichText(plain: say.title(of: fact.fact.fact))
        let value = say.state(fact.state, of: fact.fact.fact)
        guard fact.origin == .assumed else { return ReportBlock.Definition(name, "\(strong: value)") }
        let assumed = say(en: "assumed, since not answered", de: "angenommen, weil nicht beantwortet")
        return ReportBlock.Definition(name, "\(strong: value) (\(assumed))")
      }
      blocks += [.paragraph("\(strong: title)"), .definitions(rows)]
    }
    let changes = main.map { turningAnswers($0) } ?? []
    if !changes.isEmpty { blocks.append(.paragraph(RichText.joined(changes))) }
    return blocks
  }

  /// The customer's answers that carry the recommendation: those that rule other options out, then those with most of the
  /// lead. A reason that looks at several answers counts for each of them in equal parts.
  private func decisiveAnswers(_ decision: AssessedDecision) -> [AssessedFact] {
    var decisive: [AssessedFact] = []
    for leaf in decision.families where leaf.isExcluded {
      guard let rule = excludingRule(of: leaf.family, in: decision) else { continue }
      for fact in facts(behind: rule) where isAnswer(fact) && !decisive.contains(where: { $0.id == fact.id }) {
        decisive.append(fact)
      }
    }
    guard let chosen = decision.chosenLeaf else { return Array(decisive.prefix(Self.mostAnswers)) }
    var points: [String: Double] = [:]
    for share in shares(of: chosen, over: decision.runnerUp) where share.points > 0 {
      let seen = facts(behind: share.rule).filter { isAnswer($0) }
      for fact in seen { points[fact.id, default: 0] += share.points / Double(seen.count) }
    }
    let ordered = points.sorted { a, b in a.value == b.value ? idPrecedes(a.key, b.key) : a.value > b.value }
    for (id, _) in ordered where !decisive.contains(where: { $0.id == id }) {
      if let fact = assessment.fact(id) { decisive.append(fact) }
    }
    return Array(decisive.prefix(Self.mostAnswers))
  }

  /// What the customer has said and may read.
  private func isAnswer(_ fact: AssessedFact) -> Bool {
    guard fact.origin == .answered, case .known = fact.state else { return false }
    return say.mayShow(fact.fact.fact.audience)
  }

  /// Sentences on single answers that would make another option the recommended one.
  private func turningAnswers(_ decision: AssessedDecision) -> [RichText] {
    guard decision.decidedBy == .score, let changes = assessment.changes[decision.id] else { return [] }
    var turns: [(fact: Fact, option: String, values: [FactValue])] = []
    for driver in changes.drivers where driver.recommended != decision.recommended {
      guard let change = driver.changes.first, say.mayShow(change.fact.fact.audience) else { continue }
      let fact = change.fact.fact
      if let known = turns.firstIndex(where: { $0.fact.id == fact.id && $0.option == driver.recommended }) {
        turns[known].values.append(change.to)
      } else {
        turns.append((fact, driver.recommended, [change.to]))
      }
    }
    return turns.prefix(Self.mostTurns).map { turn in
      let title = say.title(of: turn.fact)
      let option = say.option(turn.option)
      // A set that changes by one choice is long to tell, and so are many values.
      var isTold = turn.values.count <= 2
      if case .choices = turn.fact.kind { isTold = false }
      let values = turn.values.map { say.value($0, of: turn.fact) }.joined(separator: say(en: " or ", de: " oder "))
      if say.language == .de {
        return isTold
          ? "Allein mit «\(title): \(values)» würden wir \(strong: option) empfehlen."
          : "Allein eine andere Antwort zu «\(title)» kann zu \(strong: option) führen."
      }
      return isTold
        ? "With \u{201C}\(title): \(values)\u{201D} alone we would recommend \(strong: option)."
        : "Another answer on \u{201C}\(title)\u{201D} alone can lead to \(strong: option)."
    }
  }

  private static let mostAnswers = 6
  private static let mostTurns = 2
}
