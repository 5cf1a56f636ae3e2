import Assessing
import RuleCompiler
package import RuleModel

/// The onboarding checklist: the steps that the recommended architecture needs, in an order in which they can be done.
package struct Checklist: Sendable {
  /// Phases that have steps, in their order.
  package let phases: [Phase]
  /// Steps whose condition is unknown: listed as open, by phase and id.
  package let open: [Step]

  package struct Phase: Sendable {
    package let phase: Step.Phase
    package let steps: [PlannedStep]
  }

  package struct PlannedStep: Sendable {
    package let step: Step
    /// Number on the list, from 1, over all phases.
    package let number: Int
    /// Steps on the list that come first, by number; passing through steps that are absent.
    package let after: [String]
    /// Person-days from the profile's plan.
    package let effort: Double?
  }

  /// All steps in order.
  package var steps: [PlannedStep] { phases.flatMap(\.steps) }
}

/// Steps by phase; within a phase each after those it waits for, ties by `order`, then id.
func checklist(of assessment: Assessment) -> Checklist {
  let all = assessment.catalogue.steps.map(\.item)
  let included = all.filter { assessment.stepTruths[$0.id] == .yes }
  let open = all.filter { assessment.stepTruths[$0.id] == .unknown }.sorted(by: byPhase)
  let waits = predecessors(all)
  let ids = Set(included.map(\.id))

  /// The nearest steps on the list that come before a step.
  func present(before id: String) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    var stack = waits[id] ?? []
    while let next = stack.popLast() {
      guard seen.insert(next).inserted else { continue }
      if ids.contains(next) { found.insert(next) } else { stack += waits[next] ?? [] }
    }
    return found
  }
  var before: [String: Set<String>] = [:]
  for step in included { before[step.id] = present(before: step.id) }

  var remaining = included.sorted(by: byPhase)
  var done: Set<String> = []
  var ordered: [Step] = []
  while !remaining.isEmpty {
    // INVARIANT: steps have no cycles, so one is always ready; the fallback keeps the function total.
    let ready = remaining.firstIndex { before[$0.id]?.isSubset(of: done) ?? true } ?? 0
    let step = remaining.remove(at: ready)
    ordered.append(step)
    done.insert(step.id)
  }
  // A step that waits for one of a later phase is done in that later phase.
  var places: [String: Int] = [:]
  for step in ordered {
    let own = Step.Phase.allCases.firstIndex(of: step.phase) ?? 0
    places[step.id] = (before[step.id] ?? []).reduce(own) { max($0, places[$1] ?? 0) }
  }
  let grouped = Step.Phase.allCases.enumerated().map { place, phase in
    (phase, ordered.filter { places[$0.id] == place })
  }
  var numbers: [String: Int] = [:]
  for step in grouped.flatMap(\.1) { numbers[step.id] = numbers.count + 1 }
  let phases = grouped.filter { !$0.1.isEmpty }.map { phase, steps in
    Checklist.Phase(
      phase: phase,
      steps: steps.map { step in
        Checklist.PlannedStep(
          step: step,
          number: numbers[step.id] ?? 0,
          after: (before[step.id] ?? []).sorted { (numbers[$0] ?? 0) < (numbers[$1] ?? 0) },
          effort: assessment.profile.efforts[step.id]
        )
      }
    )
  }
  return Checklist(phases: phases, open: open)
}

/// Step id → the steps it waits for, `before` turned round.
private func predecessors(_ steps: [Step]) -> [String: [String]] {
  var waits: [String: [String]] = [:]
  for step in steps {
    waits[step.id, default: []] += step.after.map(\.id)
    for later in step.before { waits[later.id, default: []].append(step.id) }
  }
  return waits
}

private func byPhase(_ a: Step, _ b: Step) -> Bool {
  let phases = Step.Phase.allCases
  let (x, y) = (phases.firstIndex(of: a.phase) ?? 0, phases.firstIndex(of: b.phase) ?? 0)
  if x != y { return x < y }
  let (first, second) = (a.order ?? .infinity, b.order ?? .infinity)
  return first == second ? idPrecedes(a.id, b.id) : first < second
}
