import RuleCompiler
import RuleModel

extension ItemDescriber {
  func group(_ group: FactGroup) -> DescribedItem {
    var item = DescribedItem(.group, group.name, pack: group.header.pack)
    item.add("title", group.title)
    item.add("order", group.order)
    return item
  }

  func decision(_ decision: Decision) -> DescribedItem {
    let id = renames("decision", decision.id)
    var item = DescribedItem(.decision, decision.name, renamed: id, pack: decision.header.pack)
    item.add("title", decision.title)
    item.add("question", decision.question)
    item.add("importance", decision.importance)
    item.add("condition", say.words(decision.when))
    item.add("order", decision.order)
    for (place, way) in decision.waysOut.enumerated() {
      item.add("way out \(place + 1)", way.text)
      item.add("links of way out \(place + 1)", set: way.links.map(\.url))
      item.add("sources of way out \(place + 1)", set: way.sources.map(\.id))
    }
    return item
  }

  func option(_ option: Option) -> DescribedItem {
    var item = DescribedItem(.option, option.name, renamed: self.option(option.name), pack: option.header.pack)
    item.add("decision", renames("decision", option.decision.id))
    item.add("variant of", option.variantOf.map { self.option($0) })
    item.add("title", option.title)
    item.add("summary", option.summary)
    item.add("preference", option.preference)
    item.add("links", set: option.links.map(\.url))
    item.add("sources", set: option.sources.map(\.id))
    item.add("order", option.order)
    item.add(option.header)
    return item
  }

  func contradiction(_ contradiction: Contradiction) -> DescribedItem {
    var item = DescribedItem(.contradiction, contradiction.name, pack: contradiction.header.pack)
    item.add("condition", say.words(contradiction.when))
    item.add("facts", set: contradiction.facts.map { renames("fact", $0.id) })
    item.add("text", contradiction.text)
    item.add(contradiction.header)
    return item
  }

  func component(_ component: Component) -> DescribedItem {
    var item = DescribedItem(.component, component.name, pack: component.header.pack)
    item.add("title", component.title)
    item.add("description", component.description)
    item.add("layer", component.layer.rawValue)
    item.add("condition", say.words(component.when))
    item.add("operated by", set: component.operatedBy.map(\.rawValue))
    item.add("connections", set: component.connects.map { "\($0.isIncoming ? "from" : "to") \($0.other.id)" })
    for connection in component.connects { item.add("connection with \(connection.other.id)", connection.label) }
    item.add("sources", set: component.sources.map(\.id))
    item.add("order", component.order)
    item.add(component.header)
    return item
  }

  func step(_ step: Step) -> DescribedItem {
    var item = DescribedItem(.step, step.name, pack: step.header.pack)
    item.add("title", step.title)
    item.add("phase", step.phase.rawValue)
    item.add("owner", set: step.owners.map(\.rawValue))
    item.add("after", set: step.after.map(\.id))
    item.add("before", set: step.before.map(\.id))
    item.add("condition", say.words(step.when))
    item.add("result", step.result)
    item.add("details", step.details)
    item.add("links", set: step.links.map(\.url))
    item.add("sources", set: step.sources.map(\.id))
    item.add("order", step.order)
    item.add(step.audience)
    item.add(step.header)
    return item
  }

  func price(_ price: Price) -> DescribedItem {
    var item = DescribedItem(.price, price.name, pack: price.header.pack)
    item.add("title", price.title)
    item.add("option", price.option.map { option($0) })
    item.add("condition", say.words(price.when))
    item.add("quantity", price.quantity.map { say.words($0) })
    item.add("unit", price.unit)
    item.add("amount", price.amount)
    item.add("currency", price.currency)
    item.add("per", price.per?.rawValue)
    item.add("minimum", price.minimum)
    item.add("vat", price.vat?.rawValue)
    item.add("valid from", price.validFrom)
    item.add("valid until", price.validUntil)
    item.add("sources", set: price.sources.map(\.id))
    item.add("order", price.order)
    item.add(price.audience)
    item.add(price.header)
    return item
  }

  func source(_ source: Source) -> DescribedItem {
    var item = DescribedItem(.source, source.name, pack: source.header.pack)
    item.add("title", source.title)
    item.add("url", source.url)
    item.add("status", source.status.rawValue)
    item.add("published", source.published)
    item.add("reviewed", source.reviewed)
    item.add("review by", source.reviewBy)
    item.add("derivation", source.derivation)
    item.add(source.audience)
    item.add(source.header)
    return item
  }

  /// Tests are told apart by pack and name.
  func test(_ test: PackTest) -> DescribedItem {
    let name = Name("\(test.header.pack): \(test.name)", at: test.span)
    var item = DescribedItem(.test, name, pack: test.header.pack)
    item.add("profile", test.profile?.id)
    item.add(
      "answers",
      set: test.answers.map { "\(renames("fact", $0.fact.id)) \(say.words($0.answer, of: $0.fact.id))" }
    )
    item.add("expectations", set: expectations(test.expect))
    item.add(test.header)
    return item
  }

  private func expectations(_ expect: PackTest.Expectations) -> [String] {
    func rule(_ name: Name) -> String { renames("rule", name.id) }
    var words = expect.decisions.map {
      "\(renames("decision", $0.decision.id)): \($0.option.map { option($0) } ?? "nothing")"
    }
    words += expect.excluded.map { excluded in
      "\(option(excluded.option)) excluded by \(excluded.rules.map(rule).sorted(by: idPrecedes))"
    }
    words += expect.applies.map { "\(rule($0)) applies" }
    words += expect.appliesNot.map { "\(rule($0)) does not apply" }
    words += expect.scores.map { "\(option($0.option)) from \(plain($0.from)) to \(plain($0.to))" }
    words += expect.order.map { "\($0.map { option($0) }.joined(separator: " before "))" }
    words += expect.steps.map { "step \($0.id)" }
    words += expect.components.map { "component \($0.id)" }
    words += expect.contradictions.map { "contradiction \($0.id)" }
    return words + expect.settled.map { "\(renames("decision", $0.id)) settled" }
  }
}
