import RuleCompiler
import RuleModel

/// All items of a catalogue as texts, with the ids they have in a newer version.
struct ItemDescriber {
  let catalogue: Catalogue
  let renames: Renames
  let say: ConditionWords

  init(_ catalogue: Catalogue, _ renames: Renames) {
    self.catalogue = catalogue
    self.renames = renames
    say = ConditionWords(renames: renames)
  }

  var items: [DescribedItem] {
    var items = catalogue.packs.map { pack($0) }
    items += catalogue.rules.map { rule($0.rule, disabled: nil) }
    items += catalogue.disabled.map { rule($0.rule, disabled: $0.adjustment) }
    items += catalogue.criteria.map { criterion($0) }
    items += catalogue.facts.map { fact($0.fact) }
    items += catalogue.groups.map { group($0) }
    items += catalogue.decisions.map { decision($0.decision) }
    items += catalogue.decisions.flatMap(\.options).map { option($0) }
    items += catalogue.contradictions.map { contradiction($0.item) }
    items += catalogue.components.map { component($0.item) }
    items += catalogue.steps.map { step($0.item) }
    items += catalogue.prices.map { price($0.item) }
    items += catalogue.sources.map { source($0) }
    return items + catalogue.tests.map { test($0) }
  }

  private func pack(_ pack: RulePack) -> DescribedItem {
    let manifest = pack.manifest
    var item = DescribedItem(.pack, manifest.name, pack: pack.id)
    item.add("version", "\(manifest.version)")
    item.add("title", manifest.title)
    item.add("description", manifest.description)
    item.add("maintainer", manifest.maintainer)
    item.add("requires", set: manifest.requires.map { "\($0.pack.id) \($0.range)" })
    item.add("optional", set: manifest.optional.map { "\($0.pack.id) \($0.range)" })
    item.add("engine", manifest.engine.map { "\($0)" })
    return item
  }

  func option(_ name: Name) -> String { renames("option", name.id) }

  private func rule(_ rule: Rule, disabled: Adjustment?) -> DescribedItem {
    var item = DescribedItem(.rule, rule.name, renamed: renames("rule", rule.id), pack: rule.header.pack)
    item.add("title", rule.title)
    item.add("condition", say.words(rule.when))
    item.add("criterion", rule.criterion.map { renames("criterion", $0.id) })
    if !rule.ratings.isEmpty { item.add("weight", Double(rule.weight)) }
    item.add("ratings", set: rule.ratings.map { "\(option($0.option)) \($0.value.words)" })
    item.add("exclusions", set: rule.exclude.map { option($0) })
    item.add("decision", rule.decision.map { renames("decision", $0.id) })
    for confirmation in rule.confirmations {
      item.add("confirmation of \(confirmation.option.map { option($0) } ?? "all options")", confirmation.text)
    }
    for (place, note) in rule.notes.enumerated() {
      let name = "note \(place + 1)"
      item.add("\(name) level", note.level.rawValue)
      item.add("\(name) options", set: note.options.map { option($0) })
      item.add(name, note.text)
      if note.audience == .internal { item.add("\(name) for", "the house") }
    }
    item.add("because", rule.because)
    item.add("accepted", rule.accepted)
    item.add("sources", set: rule.sources.map(\.id))
    item.add("order", rule.order)
    if let disabled { item.add("switched off", disabled.because.text(in: .en)) }
    item.add(rule.header)
    return item
  }

  private func criterion(_ linked: LinkedCriterion) -> DescribedItem {
    let criterion = linked.criterion
    var item = DescribedItem(
      .criterion,
      criterion.name,
      renamed: renames("criterion", criterion.id),
      pack: criterion.header.pack
    )
    item.add("weight", linked.weight)
    item.add("scale", Double(criterion.scale))
    item.add("title", criterion.title)
    item.add("description", criterion.description)
    item.add("sources", set: criterion.sources.map(\.id))
    item.add("order", criterion.order)
    return item
  }

  private func fact(_ fact: Fact) -> DescribedItem {
    let id = renames("fact", fact.id)
    var item = DescribedItem(.fact, fact.name, renamed: id, pack: fact.header.pack)
    item.add("type", fact.kind.word + (fact.kind == .choice(ordered: true) ? ", ordered" : ""))
    item.add("title", fact.title)
    item.add("question", fact.question)
    item.add("help", fact.help)
    item.add("group", fact.group?.id)
    if case .number(let domain) = fact.kind {
      item.add("unit", domain.unit)
      item.add("minimum", domain.minimum)
      item.add("maximum", domain.maximum)
      if domain.isInteger { item.add("integer", "true") }
    }
    let choices = fact.choices.map { renames.choice($0.name.id, of: fact.id) }
    if fact.kind == .choice(ordered: true) {
      item.add("choices", choices.joined(separator: ", "))
    } else {
      item.add("choices", set: choices)
    }
    item.add("exclusive", set: fact.choices.filter(\.isExclusive).map { renames.choice($0.name.id, of: fact.id) })
    for (place, choice) in fact.choices.enumerated() {
      item.add("choice \(choices[place])", choice.title)
      item.add("help of choice \(choices[place])", choice.help)
    }
    item.add("asked if", say.words(fact.relevantWhen))
    item.add("derivation", say.words(fact.derivation, of: fact.id))
    item.add("default", fact.defaultAnswer.map { say.words($0, of: fact.id) })
    item.add("prior", prior(fact))
    item.add("reason of the prior", fact.priorBecause)
    if fact.isFixed { item.add("fixed", "true") }
    if fact.isCoarse { item.add("coarse", "true") }
    item.add("sources", set: fact.sources.map(\.id))
    item.add("order", fact.order)
    item.add(fact.audience)
    item.add(fact.header)
    return item
  }

  private func prior(_ fact: Fact) -> String? {
    switch fact.prior {
    case nil: nil
    case .shares(let shares):
      shares.map { "\(renames.choice($0.name.id, of: fact.id)) \(plain($0.share))" }.sorted(by: idPrecedes)
        .joined(separator: ", ")
    case .cells(let cells):
      cells.map { cell in (cell.below.map { "below \(plain($0)) " } ?? "above ") + plain(cell.share) }
        .joined(separator: ", ")
    }
  }
}

extension Rule.Rating.Value {
  /// As people write it: "+3", "−1" with a hyphen, "unknown".
  fileprivate var words: String {
    switch self {
    case .points(let points): points > 0 ? "+\(points)" : "\(points)"
    case .unknown: "unknown"
    }
  }
}
