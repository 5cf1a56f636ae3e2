import Diagnostics
import RuleModel

/// A text that people read, with the item it belongs to.
struct PackText {
  let text: LocalizedText
  /// For messages: "the reason of rule 'x'".
  let what: String
  let span: SourceSpan?
  /// Whether it speaks of what is offered; questions and their choices speak of the customer.
  var isOfThePacks = true
  var header: ItemHeader?
  var sources: [Name] = []
  /// Why a rule may say what it says.
  var accepted: LocalizedText?
}

/// All texts of a catalogue that people read, item by item.
func packTexts(of catalogue: Catalogue) -> [PackText] {
  var texts: [PackText] = []
  var context = PackText(text: LocalizedText(plain: ""), what: "", span: nil, isOfThePacks: false)
  func add(_ text: LocalizedText?, _ what: String, _ name: Name) {
    guard let text else { return }
    texts.append(
      PackText(
        text: text,
        what: "\(what) '\(name.id)'",
        span: name.span,
        isOfThePacks: context.isOfThePacks,
        header: context.header,
        sources: context.sources,
        accepted: context.accepted
      )
    )
  }
  func begin(_ header: ItemHeader, _ sources: [Name] = [], accepted: LocalizedText? = nil) {
    context.isOfThePacks = true
    context.header = header
    context.sources = sources
    context.accepted = accepted
  }
  for group in catalogue.groups { add(group.title, "the title of group", group.name) }
  for fact in catalogue.facts.map(\.fact) {
    add(fact.title, "the title of fact", fact.name)
    add(fact.question, "the question of fact", fact.name)
    add(fact.help, "the help of fact", fact.name)
    add(fact.priorBecause, "the reason of the prior of fact", fact.name)
    for choice in fact.choices {
      add(choice.title, "the title of choice", choice.name)
      add(choice.help, "the help of choice", choice.name)
    }
  }
  for criterion in catalogue.criteria.map(\.criterion) {
    begin(criterion.header, criterion.sources)
    add(criterion.title, "the title of criterion", criterion.name)
    add(criterion.description, "the description of criterion", criterion.name)
  }
  for decision in catalogue.decisions {
    begin(decision.decision.header)
    add(decision.decision.title, "the title of decision", decision.decision.name)
    add(decision.decision.question, "the question of decision", decision.decision.name)
    for way in decision.decision.waysOut {
      begin(decision.decision.header, way.sources)
      add(way.text, "a way out of decision", decision.decision.name)
    }
    for option in decision.options {
      begin(option.header, option.sources)
      add(option.title, "the title of option", option.name)
      add(option.summary, "the summary of option", option.name)
    }
  }
  for rule in catalogue.rules.map(\.rule) {
    begin(rule.header, rule.sources, accepted: rule.accepted)
    add(rule.title, "the title of rule", rule.name)
    add(rule.because, "the reason of rule", rule.name)
    add(rule.accepted, "the acceptance of rule", rule.name)
    for note in rule.notes { add(note.text, "a note of rule", rule.name) }
    for confirmation in rule.confirmations { add(confirmation.text, "a question of rule", rule.name) }
  }
  for item in catalogue.contradictions.map(\.item) {
    begin(item.header)
    add(item.text, "the text of contradiction", item.name)
  }
  for component in catalogue.components.map(\.item) {
    begin(component.header, component.sources)
    add(component.title, "the title of component", component.name)
    add(component.description, "the description of component", component.name)
    for connection in component.connects { add(connection.label, "a label of component", component.name) }
  }
  for step in catalogue.steps.map(\.item) {
    begin(step.header, step.sources)
    add(step.title, "the title of step", step.name)
    add(step.result, "the result of step", step.name)
    add(step.details, "the details of step", step.name)
  }
  for price in catalogue.prices.map(\.item) {
    begin(price.header, price.sources)
    add(price.title, "the title of price", price.name)
  }
  return texts
}
