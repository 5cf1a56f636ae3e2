import Advice
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

/// The screen of `advisor explain`: one rule, option, fact, decision, component or step, with the values that decided.
struct ExplainScreen {
  let recommendation: Recommendation
  let say: Phrasing
  let evaluator: ObviousEvaluator
  var screen: Screen

  var assessment: Assessment { recommendation.assessment }
  var catalogue: Catalogue { assessment.catalogue }

  init(_ recommendation: Recommendation, _ say: Phrasing, _ screen: Screen) {
    self.recommendation = recommendation
    self.say = say
    self.screen = screen
    evaluator = recommendation.assessment.evaluator
  }

  /// Ids that can be explained.
  var known: [String] {
    catalogue.rules.map(\.id) + catalogue.facts.map(\.id) + catalogue.decisions.map(\.id)
      + catalogue.decisions.flatMap(\.options).map(\.id) + catalogue.components.map(\.item.id)
      + catalogue.steps.map(\.item.id) + catalogue.criteria.map(\.id)
  }

  /// Explains everything that has the id; false if nothing has.
  mutating func explain(_ id: String) -> Bool {
    var found = false
    if let rule = catalogue.rule(id) {
      explain(rule)
      found = true
    }
    if let disabled = catalogue.disabled.first(where: { $0.rule.id == id }) {
      screen.paragraph(
        "\(id): \(say(en: "switched off by an adjustment", de: "durch eine Anpassung ausgeschaltet"))",
        .bold
      )
      screen.paragraph(say.text(disabled.adjustment.because), indent: 2)
      found = true
    }
    if let fact = assessment.fact(id) {
      explain(fact)
      found = true
    }
    if let decision = assessment.decision(id) {
      explain(decision)
      found = true
    }
    if catalogue.option(id) != nil {
      explain(option: id)
      found = true
    }
    if let criterion = catalogue.criterion(id) {
      explain(criterion)
      found = true
    }
    if let component = catalogue.component(id) {
      explainPart(id, say.text(component.item.title), component.condition, assessment.componentTruths[id] ?? .yes)
      found = true
    }
    if let step = catalogue.step(id) {
      explainPart(id, say.text(step.item.title), step.condition, assessment.stepTruths[id] ?? .yes)
      found = true
    }
    return found
  }

  /// All rules, those that are true first, then the unknown ones; what is false is counted.
  mutating func overview() {
    for decision in assessment.decisions { explain(decision) }
    for (truth, title) in [
      (Truth.yes, say(en: "Rules that apply", de: "Regeln, die zutreffen")),
      (
        Truth.unknown,
        say(en: "Rules that open answers may make apply", de: "Regeln, die je nach offener Angabe zutreffen")
      ),
    ] {
      let rules = catalogue.rules.filter { assessment.truth(ofRule: $0.id) == truth }
      screen.heading("\(title) (\(rules.count))")
      for rule in rules {
        screen.paragraph(
          "\(rule.id): \(say.title(of: rule.rule))",
          indent: 2,
          prefix: "\(mark(truth)) ",
          prefixPaint: paint(truth)
        )
      }
    }
    let others = catalogue.rules.count { assessment.truth(ofRule: $0.id) == .no }
    screen.blank()
    screen.paragraph(say(en: "\(others) rules do not apply.", de: "\(others) Regeln treffen nicht zu."), .faint)
  }

  // MARK: Words

  func mark(_ truth: Truth) -> String {
    switch truth {
    case .yes: "✓"
    case .no: "✗"
    case .unknown: "?"
    }
  }

  func paint(_ truth: Truth) -> Screen.Paint {
    switch truth {
    case .yes: .good
    case .no: .bad
    case .unknown: .ask
    }
  }

  func word(_ truth: Truth) -> String {
    switch truth {
    case .yes: say(en: "applies", de: "trifft zu")
    case .no: say(en: "does not apply", de: "trifft nicht zu")
    case .unknown: say(en: "open, since an answer is missing", de: "offen, weil eine Angabe fehlt")
    }
  }

  /// A condition as a tree, every comparison with what it saw.
  mutating func tree(_ trace: Trace, indent: Int) {
    func line(_ text: String, _ truth: Truth) {
      screen.paragraph(text, indent: indent, prefix: "\(mark(truth)) ", prefixPaint: paint(truth))
    }
    switch trace {
    case .comparison(let comparison, let seen, let truth):
      let value = say.seen(seen, by: comparison.subject)
      line(
        "\(say.comparison(comparison)) — \(say(en: "here", de: "hier")): \(value) [\(comparison.subject.key)]",
        truth
      )
    case .all(let parts, let truth):
      line(say(en: "all of these", de: "all dies"), truth)
      for part in parts { tree(part, indent: indent + 2) }
    case .any(let parts, let truth):
      line(say(en: "at least one of these", de: "mindestens eines davon"), truth)
      for part in parts { tree(part, indent: indent + 2) }
    case .not(let part, let truth):
      line(say(en: "not this", de: "nicht dies"), truth)
      tree(part, indent: indent + 2)
    }
  }
}
