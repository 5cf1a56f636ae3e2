import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Service level as requested, support plan, amounts that hold today, and what has no price yet.
  mutating func offerService(_ decisions: [AssessedDecision]) -> ReportSection? {
    var asked: [ReportBlock.Definition] = []
    for id in SharedNames.service {
      guard let fact = assessment.fact(id), say.mayShow(fact.fact.fact.audience), case .known = fact.state else {
        continue
      }
      asked.append(
        ReportBlock.Definition(
          RichText(plain: say.title(of: fact.fact.fact)),
          RichText(plain: say.state(fact.state, of: fact.fact.fact))
        )
      )
    }
    var advised: [ReportBlock.Definition] = []
    for id in SharedNames.decisions {
      guard let decision = decisions.first(where: { $0.id == id }), let variant = decision.variant else { continue }
      let title = say.text(decision.decision.decision.title)
      let word = clearness(decision)
      advised.append(ReportBlock.Definition(RichText(plain: title), "\(strong: say.option(variant)), \(word)"))
    }
    var blocks: [ReportBlock] = []
    if !asked.isEmpty || !advised.isEmpty {
      let nothing = say(en: "nothing stated yet", de: "noch nichts angegeben")
      let requested = say(en: "Requested by you:", de: "Von Ihnen gewünscht:")
      blocks.append(.paragraph(asked.isEmpty ? "\(strong: requested) \(nothing)" : "\(strong: requested)"))
      if !asked.isEmpty { blocks.append(.definitions(asked)) }
      if !advised.isEmpty {
        blocks.append(.paragraph("\(strong: say(en: "Recommended by us:", de: "Von uns empfohlen:"))"))
        blocks.append(.definitions(advised))
      }
      let told = say(en: "What is promised is in the contract.", de: "Zugesagt ist, was im Vertrag steht.")
      blocks.append(.paragraph(RichText(plain: told)))
    }
    blocks += offerCosts()
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "service",
      title: say(en: "Service level, support and cost", de: "Service-Level, Support und Kosten"),
      blocks: blocks
    )
  }

  private mutating func offerCosts() -> [ReportBlock] {
    let lines = recommendation.costs.filter { say.mayShow($0.price.audience) }
    let priced = lines.filter { shownSum(of: $0, say) != nil }
    var blocks: [ReportBlock] = priced.isEmpty ? [] : [.table(costTable(priced))]
    // Several items may go by one name.
    var names: [String] = []
    for line in lines where shownSum(of: line, say) == nil {
      let name = say.text(line.price.title)
      if !names.contains(name) { names.append(name) }
    }
    if !names.isEmpty {
      let title = say(en: "The offer states the prices of:", de: "Die Preise dafür stehen in der Offerte:")
      blocks.append(.paragraph("\(strong: title) \(names.joined(separator: "; "))."))
    }
    return blocks
  }
}
