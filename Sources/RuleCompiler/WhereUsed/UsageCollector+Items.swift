import RuleModel

extension UsageCollector {
  mutating func collect(_ rule: Rule) {
    begin(.rule, rule.id, rule.header)
    condition(rule.when)
    if let criterion = rule.criterion { note(.criterion, criterion, "rates under it") }
    for rating in rule.ratings {
      switch rating.value {
      case .points(let points): note(.option, rating.option, "rates it \(points > 0 ? "+" : "")\(points)")
      case .unknown: note(.option, rating.option, "rates it as unknown")
      }
    }
    for option in rule.exclude { note(.option, option, "excludes it") }
    for confirmation in rule.confirmations {
      if let option = confirmation.option { note(.option, option, "asks to confirm something about it") }
    }
    if let decision = rule.decision { note(.decision, decision, "asks about all its options") }
    for option in rule.notes.flatMap(\.options) { note(.option, option, "has a note about it") }
    cite(rule.sources)
  }

  mutating func collect(_ fact: Fact) {
    begin(.fact, fact.id, fact.header)
    if let group = fact.group { note(.group, group, "stands in it") }
    condition(fact.relevantWhen, "is asked only if")
    switch fact.derivation {
    case .expression(let formula): expression(formula)
    case .condition(let when): condition(when, "follows from it")
    case .cases(let cases, let otherwise):
      for part in cases {
        condition(part.condition, "follows from it")
        answer(Answer(.literal(part.value.value), at: part.value.span), of: fact.id, "can become it")
      }
      answer(Answer(.literal(otherwise.value), at: otherwise.span), of: fact.id, "can become it")
    case nil: break
    }
    if let assumed = fact.defaultAnswer { answer(assumed, of: fact.id, "takes it as the default") }
    if case .shares(let shares) = fact.prior {
      for (choice, share) in shares {
        note(.choice, "\(fact.id)=\(choice.id)", "expects it: \(plain(share))", choice.span)
      }
    }
    cite(fact.sources)
  }

  mutating func collect(_ option: Option) {
    begin(.option, option.id, option.header)
    note(.decision, option.decision, "belongs to it")
    if let parent = option.variantOf { note(.option, parent, "is a variant of it") }
    cite(option.sources)
  }

  mutating func collect(_ component: Component) {
    begin(.component, component.id, component.header)
    condition(component.when)
    for connection in component.connects { note(.component, connection.other, "connects to it") }
    cite(component.sources)
  }

  mutating func collect(_ step: Step) {
    begin(.step, step.id, step.header)
    condition(step.when)
    for other in step.after { note(.step, other, "comes after it") }
    for other in step.before { note(.step, other, "comes before it") }
    cite(step.sources)
  }

  mutating func collect(_ price: Price) {
    begin(.price, price.id, price.header)
    if let option = price.option { note(.option, option, "is a price of it") }
    condition(price.when)
    expression(price.quantity)
    cite(price.sources)
  }

  /// What has no id of its own: extensions, adjustments, renamings; and what the manifest names.
  mutating func collect(_ pack: RulePack) {
    begin(.pack, pack.id, ItemHeader(pack: pack.id))
    for requirement in pack.manifest.requires { note(.pack, requirement.pack, "requires it") }
    for requirement in pack.manifest.optional { note(.pack, requirement.pack, "can do without it") }
    for addition in pack.content.extensions {
      begin(.addition, addition.fact.id, addition.header)
      note(.fact, addition.fact, "adds choices to it")
    }
    for adjustment in pack.content.adjustments {
      begin(.adjustment, pack.id, adjustment.header)
      switch adjustment.change {
      case .disableRule(let rule): note(.rule, rule, "switches it off")
      case .criterionWeight(let criterion, let weight):
        note(.criterion, criterion, "sets its weight to \(plain(weight))")
      case .priceAmount(let price, let amount, _): note(.price, price, "sets its amount to \(plain(amount))")
      }
    }
    for renaming in pack.content.renamings {
      guard let to = renaming.to else { continue }
      begin(.renaming, renaming.from.id, renaming.header)
      let how = "is its former name"
      switch renaming.subject {
      case .fact: note(.fact, to, how)
      case .option: note(.option, to, how)
      case .criterion: note(.criterion, to, how)
      case .decision: note(.decision, to, how)
      case .rule: note(.rule, to, how)
      case .choice(let fact): note(.choice, "\(fact.id)=\(to.id)", how, to.span)
      }
    }
  }

  mutating func collect(_ test: PackTest) {
    begin(.test, test.name, test.header)
    for given in test.answers {
      note(.fact, given.fact, "answers it")
      answer(given.answer, of: given.fact.id, "answers with it")
    }
    for (decision, option) in test.expect.decisions {
      note(.decision, decision, "expects its outcome")
      if let option { note(.option, option, "expects it to be recommended") }
    }
    for (option, rules) in test.expect.excluded {
      note(.option, option, "expects it to be excluded")
      for rule in rules { note(.rule, rule, "expects it to exclude") }
    }
    for rule in test.expect.applies { note(.rule, rule, "expects it to be true") }
    for rule in test.expect.appliesNot { note(.rule, rule, "expects it to be false") }
    for (option, _, _) in test.expect.scores { note(.option, option, "expects its score") }
    for option in test.expect.order.flatMap({ $0 }) { note(.option, option, "expects its place") }
    for step in test.expect.steps { note(.step, step, "expects it on the checklist") }
    for component in test.expect.components { note(.component, component, "expects it in the architecture") }
    for contradiction in test.expect.contradictions {
      note(.contradiction, contradiction, "expects it to be pointed out")
    }
    for decision in test.expect.settled { note(.decision, decision, "expects it to be settled") }
  }
}
