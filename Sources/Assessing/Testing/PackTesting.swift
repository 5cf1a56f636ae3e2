package import Diagnostics
package import RuleCompiler
package import RuleModel

/// What became of one test of a pack.
package struct PackTestResult: Sendable {
  package let test: PackTest
  /// What was expected and did not happen, one sentence each; empty: passed.
  package let failures: [String]
  /// Ids of the rules that were true.
  package let applied: Set<String>

  package var isPassed: Bool { failures.isEmpty }
}

/// Runs the tests of all loaded packs.
///
/// - Parameter profile: finds a profile by its name, or reports why it cannot be used.
/// - Returns: the results by pack, then in the order written; a test whose profile or answers cannot be used is reported
///   in the log and has no result.
package func runTests(
  of rules: CompiledRules,
  into log: inout DiagnosticLog,
  profile: (Name, inout DiagnosticLog) -> Profile?
) -> [PackTestResult] {
  assessTests(of: rules, into: &log, profile: profile).map { test, assessment in
    let applied = assessment.ruleTruths.filter { $0.value == .yes }.map(\.key)
    return PackTestResult(test: test, failures: failures(of: test.expect, assessment), applied: Set(applied))
  }
}

/// The worlds of the tests of all loaded packs, assessed; parameters and order as for `runTests`.
package func assessTests(
  of rules: CompiledRules,
  into log: inout DiagnosticLog,
  profile: (Name, inout DiagnosticLog) -> Profile?
) -> [(test: PackTest, assessment: Assessment)] {
  var worlds: [(test: PackTest, assessment: Assessment)] = []
  for test in rules.catalogue.tests {
    var base = Profile(title: test.name)
    if let name = test.profile {
      guard let found = profile(name, &log) else { continue }
      base = found
    }
    base.answers = base.answers.filter { answer in !test.answers.contains { $0.fact == answer.fact } } + test.answers
    var ownLog = DiagnosticLog()
    let linked = link(base, with: rules.catalogue, into: &ownLog)
    log.append(contentsOf: ownLog)
    if ownLog.hasErrors { continue }
    worlds.append((test, assess(linked, rules)))
  }
  return worlds
}

private func failures(of expect: PackTest.Expectations, _ assessment: Assessment) -> [String] {
  var failures: [String] = []
  for (decision, option) in expect.decisions {
    guard let found = assessment.decision(decision.id) else { continue }
    let actual = found.variant.map { variant in
      variant == found.recommended ? variant : "\(found.recommended ?? "") (\(variant))"
    }
    if let option {
      if found.recommended != option.id && found.variant != option.id {
        failures.append("\(decision.id): expected \(option.id), got \(actual ?? gap(found))")
      }
    } else if let actual {
      failures.append("\(decision.id): expected no recommendation, got \(actual)")
    }
  }
  for (option, rules) in expect.excluded {
    guard let decision = decision(of: option.id, assessment) else { continue }
    let leaves = decision.decision.leaves(of: option.id).compactMap { decision.leaf($0) }
    for leaf in leaves where !leaf.isExcluded {
      failures.append("\(leaf.id): expected to be excluded, got \(points(leaf.score)) points")
    }
    for rule in rules where leaves.contains(where: { !$0.excludedBy.contains(rule.id) }) {
      failures.append(
        "\(option.id): expected to be excluded by \(rule.id), which is \(word(assessment.truth(ofRule: rule.id)))"
      )
    }
  }
  for rule in expect.applies where assessment.truth(ofRule: rule.id) != .yes {
    failures.append("rule \(rule.id): expected to be true, is \(word(assessment.truth(ofRule: rule.id)))")
  }
  for rule in expect.appliesNot where assessment.truth(ofRule: rule.id) != .no {
    failures.append("rule \(rule.id): expected to be false, is \(word(assessment.truth(ofRule: rule.id)))")
  }
  for (option, from, to) in expect.scores {
    guard let decision = decision(of: option.id, assessment) else { continue }
    let leaf = decision.leaves.first { $0.id == option.id || $0.family == option.id }
    guard let leaf, leaf.score < from - 1e-9 || leaf.score > to + 1e-9 else { continue }
    failures.append("\(option.id): expected \(points(from)) to \(points(to)) points, got \(points(leaf.score))")
  }
  for order in expect.order {
    guard let first = order.first, let decision = decision(of: first.id, assessment) else { continue }
    let places = order.map { name in
      decision.leaves.firstIndex { $0.id == name.id || $0.family == name.id } ?? Int.max
    }
    if zip(places, places.dropFirst()).contains(where: { $0 >= $1 }) {
      failures.append(
        "expected the order \(order.map(\.id).joined(separator: ", ")), got \(decision.leaves.map(\.id).joined(separator: ", "))"
      )
    }
  }
  for step in expect.steps where assessment.stepTruths[step.id] != .yes {
    failures.append(
      "step \(step.id): expected on the checklist, its condition is \(word(assessment.stepTruths[step.id] ?? .unknown))"
    )
  }
  for component in expect.components where assessment.componentTruths[component.id] != .yes {
    let truth = word(assessment.componentTruths[component.id] ?? .unknown)
    failures.append("component \(component.id): expected in the architecture, its condition is \(truth)")
  }
  for name in expect.contradictions where !assessment.contradictions.contains(where: { $0.id == name.id }) {
    failures.append("contradiction \(name.id): expected, and not found")
  }
  let settlements = expect.settled.isEmpty ? [] : assessment.settle(Set(expect.settled.map(\.id)))
  for settlement in settlements where settlement.settled != true {
    failures.append("\(settlement.decision): expected to be settled, \(reason(settlement, assessment))")
  }
  return failures
}

/// Why a decision is not settled.
private func reason(_ settlement: Settlement, _ assessment: Assessment) -> String {
  if !settlement.isApplicable { return "but the decision does not apply" }
  if settlement.proof == .noSolution { return "but every option is ruled out" }
  if assessment.decision(settlement.decision)?.variant == nil { return "but nothing is recommended" }
  let open = settlement.openFacts
  let names = open.prefix(5).joined(separator: ", ") + (open.count > 5 ? ", …" : "")
  return settlement.settled == false
    ? "but answers to some of these can still change it: \(names)"
    : "but that was not shown within the limits; open: \(names)"
}

private func decision(of option: String, _ assessment: Assessment) -> AssessedDecision? {
  assessment.catalogue.decision(ofOption: option).flatMap { assessment.decision($0.id) }
}

private func gap(_ decision: AssessedDecision) -> String {
  switch decision.reason {
  case .notEnoughFacts: "not enough facts"
  case .noSolution: "no solution"
  case nil: "nothing, since the decision does not apply"
  }
}

private func word(_ truth: Truth) -> String {
  switch truth {
  case .yes: "true"
  case .no: "false"
  case .unknown: "unknown"
  }
}

private func points(_ number: Double) -> String { plain((number * 10).rounded() / 10) }
