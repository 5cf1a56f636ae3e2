package import Diagnostics
package import RuleModel

/// Resolves a profile against a catalogue and reports what does not fit.
///
/// - Parameter isStrict: makes names that no pack knows an error instead of listing them as unused.
package func link(
  _ profile: Profile,
  with catalogue: Catalogue,
  isStrict: Bool = false,
  into log: inout DiagnosticLog
) -> LinkedProfile {
  var linker = ProfileLinker(catalogue: catalogue, isStrict: isStrict, result: LinkedProfile(profile: profile))
  linker.link()
  log.append(contentsOf: linker.log)
  return linker.result
}

/// The work of `link` for a profile.
struct ProfileLinker {
  let catalogue: Catalogue
  let isStrict: Bool
  var result: LinkedProfile
  var log = DiagnosticLog()

  private var profile: Profile { result.profile }

  init(catalogue: Catalogue, isStrict: Bool, result: LinkedProfile) {
    self.catalogue = catalogue
    self.isStrict = isStrict
    self.result = result
  }

  mutating func link() {
    linkAnswers()
    for (name, weight) in formerNamesFirst(profile.weights, kind: "criterion", name: \.criterion) {
      let name = renamed(name, kind: "criterion")
      guard let name else { continue }
      if catalogue.criterion(name.id) == nil {
        unused(name, kind: "criterion", known: catalogue.criteria.map(\.id))
      } else {
        result.weights[name.id] = weight
      }
    }
    for decided in formerNamesFirst(profile.decided, kind: "decision", name: \.decision) { link(decided) }
    for clarification in profile.clarified { link(clarification) }
    if let outcome = profile.outcome { link(outcome) }
    for (step, days) in profile.plan?.efforts ?? [] {
      if catalogue.step(step.id) == nil {
        unused(step, kind: "step", known: catalogue.steps.map(\.item.id))
      } else {
        result.efforts[step.id] = days
      }
    }
    for note in profile.notes {
      guard let name = renamed(note.fact, kind: "fact"), catalogue.fact(name.id) == nil else { continue }
      unused(name, kind: "fact", known: catalogue.facts.map(\.id))
    }
    result.unused.sort { a, b in a.kind == b.kind ? idPrecedes(a.id, b.id) : a.kind < b.kind }
    result.renamed.sort { a, b in a.kind == b.kind ? idPrecedes(a.from, b.from) : a.kind < b.kind }
  }

  // MARK: Names

  private mutating func unused(_ name: Name, kind: String, known: [String]) {
    let entry = LinkedProfile.UnusedName(kind: kind, id: name.id)
    if !result.unused.contains(entry) { result.unused.append(entry) }
    let summary = "\(kind) \(quoted(name.id)) is not defined in any loaded pack"
    let help =
      nearest(name.id, in: known).map { "did you mean '\($0)'?" }
      ?? "it counts for nothing: remove it, or load the pack that defines it"
    log.report(
      Diagnostic(isStrict ? .error : .warning, code: "unknown-\(kind)", summary, at: name.span, help: help)
    )
  }

  // MARK: Answers

  private mutating func linkAnswers() {
    var mistakes: [(fact: String, mistake: AnswerMistake)] = []
    for answer in formerNamesFirst(profile.answers, kind: "fact", name: \.fact) {
      guard let name = renamed(answer.fact, kind: "fact") else { continue }
      guard let linked = catalogue.fact(name.id) else {
        unused(name, kind: "fact", known: catalogue.facts.map(\.id))
        continue
      }
      if linked.derivation != nil {
        log.error(
          "answer-to-derived-fact",
          "'\(name.id)' is computed from other answers and cannot be answered",
          at: answer.fact.span,
          help: "remove this answer; answer what it is computed from"
        )
        continue
      }
      guard let value = withRenamedChoices(answer.answer, of: linked.fact) else { continue }
      switch typedValue(of: value, for: linked.fact) {
      case .null:
        result.askedUnknown.insert(name.id)
        result.answers[name.id] = nil
      case .value(let value):
        result.askedUnknown.remove(name.id)
        result.answers[name.id] = value
      case .mistake(let mistake):
        if mistake.isOfWrongType { log.report(mistake.diagnostic) } else { mistakes.append((name.id, mistake)) }
      }
    }
    guard !mistakes.isEmpty else { return }
    // An answer to a fact that is not applicable counts for nothing; so only relevant ones must fit.
    var evaluator = ObviousEvaluator(catalogue: catalogue, answers: result.answers, today: profile.date)
    evaluator.evaluateFacts()
    for (fact, mistake) in mistakes where evaluator.state(ofFact: fact) != .notApplicable {
      log.report(mistake.diagnostic)
    }
  }

  // MARK: Decisions and clarifications

  private mutating func link(_ decided: Profile.DecidedOption) {
    guard let decisionName = renamed(decided.decision, kind: "decision"),
      let optionName = renamed(decided.option, kind: "option")
    else { return }
    guard let decision = catalogue.decision(decisionName.id) else {
      unused(decisionName, kind: "decision", known: catalogue.decisions.map(\.id))
      return
    }
    guard decision.option(optionName.id) != nil else {
      if catalogue.option(optionName.id) != nil {
        log.error(
          "unknown-option",
          "'\(optionName.id)' is not an option of decision '\(decision.id)'",
          at: optionName.span,
          help: "options: \(decision.options.map(\.id).joined(separator: ", "))"
        )
      } else {
        unused(optionName, kind: "option", known: decision.options.map(\.id))
      }
      return
    }
    result.decided[decision.id] = Profile.DecidedOption(
      decision: decisionName,
      option: optionName,
      by: decided.by,
      because: decided.because
    )
  }

  private mutating func link(_ outcome: Profile.ChosenOutcome) {
    guard let name = renamed(outcome.option, kind: "option") else { return }
    if let decision = catalogue.decisions.first(where: { $0.option(name.id) != nil }) {
      result.outcome = (decision.id, name.id)
    } else {
      unused(name, kind: "option", known: catalogue.decisions.flatMap { $0.options.map(\.id) })
    }
  }

  private mutating func link(_ clarification: Profile.Clarification) {
    guard let ruleName = renamed(clarification.rule, kind: "rule"),
      let optionName = renamed(clarification.option, kind: "option")
    else { return }
    guard let rule = catalogue.rule(ruleName.id) else {
      unused(ruleName, kind: "rule", known: catalogue.rules.map(\.id))
      return
    }
    guard catalogue.option(optionName.id) != nil else {
      unused(optionName, kind: "option", known: rule.confirmations.map(\.leaf))
      return
    }
    let leaves = rule.decision.flatMap { catalogue.decision($0) }?.leaves(of: optionName.id) ?? []
    guard rule.confirmations.contains(where: { leaves.contains($0.leaf) }) else {
      let asked = rule.confirmations.map(\.leaf)
      log.error(
        "nothing-to-clarify",
        "rule '\(rule.id)' asks nothing about '\(optionName.id)'",
        at: clarification.option.span,
        help: asked.isEmpty ? "remove the entry" : "it asks about: \(asked.joined(separator: ", "))"
      )
      return
    }
    result.clarified.append(
      Profile.Clarification(rule: ruleName, option: optionName, holds: clarification.holds, note: clarification.note)
    )
  }
}
