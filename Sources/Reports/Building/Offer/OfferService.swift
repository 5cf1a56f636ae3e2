import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// What the customer asked of the service, what we recommend for it, and what that costs.
  mutating func offerService(_ decisions: [AssessedDecision]) -> ReportSection? {
    var blocks = requestedService() + recommendedService(decisions)
    if !blocks.isEmpty {
      let told = say(en: "What the contract says is what is promised.", de: "Zugesagt ist, was im Vertrag steht.")
      blocks.append(.paragraph(RichText(plain: told)))
    }
    blocks += offerCosts(decisions)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "service",
      title: say(en: "Service level, support and cost", de: "Service-Level, Support und Kosten"),
      blocks: blocks
    )
  }

  /// Answers only; a catalogue that asks nothing of the kind has none of this.
  private func requestedService() -> [ReportBlock] {
    let facts = SharedNames.service.compactMap { assessment.fact($0) }.filter { say.mayShow($0.fact.fact.audience) }
    guard !facts.isEmpty else { return [] }
    let title = say(en: "Requested by you", de: "Von Ihnen gewünscht")
    var rows: [ReportBlock.Definition] = []
    for fact in facts where fact.origin == .answered {
      guard case .known = fact.state else { continue }
      let name = RichText(plain: say.title(of: fact.fact.fact))
      rows.append(ReportBlock.Definition(name, RichText(plain: say.state(fact.state, of: fact.fact.fact))))
    }
    guard !rows.isEmpty else {
      let none = say(en: "nothing stated yet.", de: "noch nichts angegeben.")
      return [.paragraph("\(strong: title + ":") \(none)")]
    }
    return [.paragraph("\(strong: title)"), .definitions(rows)]
  }

  /// Service level and support plan, each with how sure that is; after a few answers only what already holds.
  private func recommendedService(_ decisions: [AssessedDecision]) -> [ReportBlock] {
    var rows: [ReportBlock.Definition] = []
    for id in SharedNames.decisions {
      guard let decision = decisions.first(where: { $0.id == id }), let variant = decision.variant,
        !isEarly || isSettledEnough(decision)
      else { continue }
      let name = RichText(plain: say.text(decision.decision.decision.title))
      rows.append(ReportBlock.Definition(name, "\(strong: say.option(variant)) (\(clearness(decision)))"))
    }
    guard !rows.isEmpty else { return [] }
    let title = say(en: "Recommended by us", de: "Von uns empfohlen")
    return [.paragraph("\(strong: title)"), .definitions(rows)]
  }
}
