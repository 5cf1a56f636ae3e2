import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Amounts that hold today, and what the offer itself prices; nothing of it before the scope is known.
  mutating func offerCosts(_ decisions: [AssessedDecision]) -> [ReportBlock] {
    let lines = recommendation.costs.filter { say.mayShow($0.price.audience) }
    guard !lines.isEmpty else { return [] }
    guard !isEarly else {
      let later = say(
        en: "Prices follow as soon as the scope is known.",
        de: "Preise folgen, sobald der Umfang bekannt ist."
      )
      return [.paragraph(RichText(plain: later))]
    }
    let priced = lines.filter { shownSum(of: $0, say) != nil }
    var blocks: [ReportBlock] = priced.isEmpty ? [] : [.table(costTable(priced))]
    let groups = priceGroups(lines.filter { shownSum(of: $0, say) == nil }, decisions)
    if !groups.isEmpty {
      let title = say(en: "The offer states the prices of:", de: "Die Preise stehen in der Offerte, für:")
      let parts = groups.map { group -> RichText in "\(emphasis: group.title): \(group.items.joined(separator: "; "))" }
      blocks.append(.paragraph(RichText(plain: title + " ") + RichText.joined(parts, separator: " · ") + "."))
    }
    return blocks
  }

  /// Items without an amount by the decision that they belong to, in the order of the decisions.
  private func priceGroups(
    _ lines: [CostLine],
    _ decisions: [AssessedDecision]
  ) -> [(title: String, items: [String])] {
    decisions.compactMap { decision in
      let titles = lines.filter { self.decision(of: $0.price, decisions) == decision.id }.map {
        say.text($0.price.title)
      }
      if titles.isEmpty { return nil }
      return (say.text(decision.decision.decision.title), together(titles))
    }
  }

  /// The decision whose option a price is of; else the one that its condition looks at; else the main one.
  private func decision(of price: Price, _ decisions: [AssessedDecision]) -> String? {
    let ofOption = price.option.flatMap { catalogue.decision(ofOption: $0.id)?.id }
    let condition = catalogue.prices.first { $0.item.id == price.id }?.condition
    let named = [ofOption].compactMap { $0 } + (condition.map { self.decisions(in: $0) } ?? [])
    return named.first { id in decisions.contains { $0.id == id } } ?? decisions.first?.id
  }

  /// Titles once each, and those with the same beginning in one: "Bucket: requests, stored data".
  private func together(_ titles: [String]) -> [String] {
    var items: [(start: String?, ends: [String])] = []
    for title in titles {
      let parts = title.split(separator: ": ", maxSplits: 1).map { String($0) }
      let (start, end): (String?, String) = parts.count == 2 ? (parts[0], parts[1]) : (nil, title)
      if let known = items.firstIndex(where: { $0.start == start && (start != nil || $0.ends == [end]) }) {
        if !items[known].ends.contains(end) { items[known].ends.append(end) }
      } else {
        items.append((start, [end]))
      }
    }
    return items.map { item in
      let ends = item.ends.joined(separator: ", ")
      return item.start.map { "\($0): \(ends)" } ?? ends
    }
  }
}
