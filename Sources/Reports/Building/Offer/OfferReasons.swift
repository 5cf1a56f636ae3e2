import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Three reasons in the customer's words, and for every other option the requirement that speaks against it.
  mutating func offerReasons(_ main: AssessedDecision?) -> ReportSection? {
    guard let main else { return nil }
    var blocks: [ReportBlock] = []
    let reasons = mainReasons(main)
    if !reasons.isEmpty { blocks.append(.numberedList(reasons)) }
    let others = notChosen(main)
    if !others.isEmpty {
      let title = say(en: "Not chosen", de: "Nicht gewählt")
      blocks.append(.paragraph("\(strong: title)"))
      blocks.append(.definitions(others))
    }
    guard !blocks.isEmpty else { return nil }
    let title =
      main.variant == nil
      ? say(en: "Why none of them fits", de: "Warum keine passt")
      : say(en: "Why", de: "Warum")
    return ReportSection(id: "why", title: title, blocks: blocks)
  }

  /// Every other option of the decision with what you require that rules it out, or that the chosen one serves better.
  private mutating func notChosen(_ decision: AssessedDecision) -> [ReportBlock.Definition] {
    decision.families.filter { $0.family != decision.chosenLeaf?.family }.compactMap { leaf in
      guard let rule = speakingAgainst(leaf, in: decision) else { return nil }
      let answers = decidingAnswers(rule, evaluator, say).prefix(2).joined(separator: "; ")
      let because =
        answers.isEmpty ? "" : say(en: "Since you require: \(answers). ", de: "Weil Sie verlangen: \(answers). ")
      let notes = citeFirst(rule.rule.sources)
      return ReportBlock.Definition(
        RichText(plain: say.option(leaf.family)),
        "\(because)\(say.reason(of: rule.rule))\(footnotes: notes)"
      )
    }
  }

  /// The first source that may be named: an offer has room for one, the full report names them all.
  mutating func citeFirst(_ names: [Name]) -> [Int] {
    let first = names.first { catalogue.source($0.id).map { say.mayShow($0.audience) } ?? false }
    return first.map { cite([$0]) } ?? []
  }

  /// The requirement that rules an option out; or else the reason that weighs most for the chosen one against it.
  private func speakingAgainst(_ leaf: AssessedLeaf, in decision: AssessedDecision) -> LinkedRule? {
    if leaf.isExcluded {
      let rules = leaf.excludedBy.compactMap { catalogue.rule($0) }
      return rules.first { say.mayState($0.rule) } ?? rules.first
    }
    guard let chosen = decision.chosenLeaf else { return nil }
    return shares(of: chosen, over: leaf).first { $0.points > 0 && say.mayState($0.rule.rule) }?.rule
  }
}
