package import Diagnostics
import RuleModel

/// Reports every id in the tests of packs that does not exist: a misspelt expectation must not pass unnoticed.
package func checkTests(of catalogue: Catalogue, into log: inout DiagnosticLog) {
  for test in catalogue.tests {
    func unknown(_ kind: String, _ name: Name, _ known: [String]) {
      log.error(
        "unknown-\(kind)",
        "\(kind) \(quoted(name.id)) is not defined",
        at: name.span,
        help: nearest(name.id, in: known.sorted(by: idPrecedes)).map { "did you mean '\($0)'?" }
      )
    }
    func checkOption(_ name: Name) {
      if catalogue.option(name.id) == nil {
        unknown("option", name, catalogue.decisions.flatMap(\.options).map(\.id))
      }
    }
    func checkRule(_ name: Name) {
      if catalogue.rule(name.id) == nil, !catalogue.disabled.contains(where: { $0.rule.name == name }) {
        unknown("rule", name, catalogue.rules.map(\.id))
      }
    }
    for answer in test.answers where catalogue.fact(answer.fact.id) == nil {
      unknown("fact", answer.fact, catalogue.facts.map(\.id))
    }
    for (decision, option) in test.expect.decisions {
      if catalogue.decision(decision.id) == nil { unknown("decision", decision, catalogue.decisions.map(\.id)) }
      if let option { checkOption(option) }
    }
    for (option, rules) in test.expect.excluded {
      checkOption(option)
      for rule in rules { checkRule(rule) }
    }
    for rule in test.expect.applies + test.expect.appliesNot { checkRule(rule) }
    for (option, _, _) in test.expect.scores { checkOption(option) }
    for option in test.expect.order.flatMap({ $0 }) { checkOption(option) }
    for step in test.expect.steps where catalogue.step(step.id) == nil {
      unknown("step", step, catalogue.steps.map(\.item.id))
    }
    for component in test.expect.components where catalogue.component(component.id) == nil {
      unknown("component", component, catalogue.components.map(\.item.id))
    }
    for contradiction in test.expect.contradictions
    where !catalogue.contradictions.contains(where: { $0.item.id == contradiction.id }) {
      log.error(
        "unknown-contradiction",
        "contradiction \(quoted(contradiction.id)) is not defined",
        at: contradiction.span,
        help: nearest(contradiction.id, in: catalogue.contradictions.map(\.item.id)).map { "did you mean '\($0)'?" }
      )
    }
    for decision in test.expect.settled where catalogue.decision(decision.id) == nil {
      unknown("decision", decision, catalogue.decisions.map(\.id))
    }
  }
}
