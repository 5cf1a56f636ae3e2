import Diagnostics
import RuleModel

extension Linker {
  /// Sources, contradictions, components, steps and prices.
  mutating func linkRemaining() {
    catalogue.sources = sources.values.sorted { idPrecedes($0.id, $1.id) }
    for (index, source) in catalogue.sources.enumerated() { catalogue.sourceIndex[source.id] = index }
    for id in contradictions.keys.sorted(by: idPrecedes) {
      guard let item = contradictions[id] else { continue }
      for fact in item.facts { _ = checkFact(fact, for: item.header) }
      if let condition = resolve(item.when, for: item.header) {
        catalogue.contradictions.append(Linked(item: item, condition: condition))
      }
    }
    linkComponents()
    linkSteps()
    linkPrices()
  }

  private mutating func linkComponents() {
    for id in components.keys.sorted(by: idPrecedes) {
      guard let item = components[id] else { continue }
      checkSources(item.sources, for: item.header)
      for connection in item.connects {
        let pack = components[connection.other.id]?.header.pack
        _ = check(connection.other, kind: "component", in: pack, known: components.keys, for: item.header)
      }
      let condition = item.when.flatMap { resolve($0, for: item.header) }
      guard item.when == nil || condition != nil else { continue }
      catalogue.componentIndex[id] = catalogue.components.count
      catalogue.components.append(Linked(item: item, condition: condition))
    }
  }

  private mutating func linkSteps() {
    for id in steps.keys.sorted(by: idPrecedes) {
      guard let item = steps[id] else { continue }
      checkSources(item.sources, for: item.header)
      for name in item.after + item.before {
        let pack = steps[name.id]?.header.pack
        _ = check(name, kind: "step", in: pack, known: steps.keys, for: item.header)
      }
      let condition = item.when.flatMap { resolve($0, for: item.header) }
      guard item.when == nil || condition != nil else { continue }
      catalogue.stepIndex[id] = catalogue.steps.count
      catalogue.steps.append(Linked(item: item, condition: condition))
    }
    var edges: [String: [Name]] = [:]
    for step in steps.values {
      edges[step.id, default: []] += step.after
      for later in step.before { edges[later.id, default: []].append(Name(step.id, at: later.span)) }
    }
    reportCycles(
      among: Array(steps.keys),
      code: "cyclic-steps",
      what: "steps that wait for each other form a cycle",
      edges: { edges[$0] ?? [] }
    )
  }

  private mutating func linkPrices() {
    var adjusted: [String: (amount: Double, validFrom: CalendarDate?, adjustment: Adjustment)] = [:]
    for adjustment in adjustments() {
      guard case .priceAmount(let name, let amount, let validFrom) = adjustment.change else { continue }
      let pack = prices[name.id]?.header.pack
      guard check(name, kind: "price", in: pack, known: prices.keys, for: adjustment.header) else { continue }
      if let first = adjusted[name.id], first.amount != amount {
        reportConflict(about: "the amount of price '\(name.id)'", adjustment, first.adjustment)
        continue
      }
      adjusted[name.id] = (amount, validFrom, adjustment)
      catalogue.adjustments.append(adjustment)
    }
    for id in prices.keys.sorted(by: idPrecedes) {
      guard let item = prices[id] else { continue }
      checkSources(item.sources, for: item.header)
      if let option = item.option { _ = checkOption(option, for: item.header) }
      if let quantity = item.quantity { checkExpression(quantity, for: item.header, allowsCosts: true) }
    }
    let known = prices
    let order = reportCycles(
      among: Array(prices.keys),
      code: "cyclic-prices",
      what: "prices that are computed from each other form a cycle",
      edges: { id in
        var found: [Name] = []
        known[id]?.quantity?.forEachCost { found.append($0) }
        return found
      }
    )
    for id in order {
      guard let item = prices[id] else { continue }
      let condition = item.when.flatMap { resolve($0, for: item.header) }
      guard item.when == nil || condition != nil else { continue }
      let price = adjusted[id].map { item.with(amount: $0.amount, validFrom: $0.validFrom) } ?? item
      catalogue.prices.append(Linked(item: price, condition: condition))
    }
  }
}
