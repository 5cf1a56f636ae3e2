package import Advice
import RuleModel

/// A step of the checklist as it may be shown, with the shown steps that come first.
package struct ShownStep: Sendable {
  package let planned: Checklist.PlannedStep
  /// From 1, without gaps.
  package let number: Int
  /// Ids in the order of the list; passing through steps that are not shown.
  package let after: [String]
  /// The same without those that another one of them waits for already: what a person has to look at.
  package let directlyAfter: [String]
}

/// The steps of a checklist without those for the house only, where a customer gets it.
package func shownSteps(of checklist: Checklist, _ say: Phrasing) -> [ShownStep] {
  let all = checklist.steps
  let shown = all.filter { say.mayShow($0.step.audience) }
  let ids = Set(shown.map(\.step.id))
  // Steps stand behind those they wait for, so what a hidden one passes on is known when it is needed.
  var passedOn: [String: Set<String>] = [:]
  for planned in all {
    var before: Set<String> = []
    for id in planned.after {
      if ids.contains(id) { before.insert(id) } else { before.formUnion(passedOn[id] ?? []) }
    }
    passedOn[planned.step.id] = before
  }
  // All that comes before a shown step, however long the way.
  var ancestors: [String: Set<String>] = [:]
  for planned in shown {
    let before = passedOn[planned.step.id] ?? []
    ancestors[planned.step.id] = before.reduce(into: before) { $0.formUnion(ancestors[$1] ?? []) }
  }
  return shown.enumerated().map { place, planned in
    let before = passedOn[planned.step.id] ?? []
    let implied = before.reduce(into: Set<String>()) { $0.formUnion(ancestors[$1] ?? []) }
    let after = shown.map(\.step.id).filter(before.contains)
    return ShownStep(
      planned: planned,
      number: place + 1,
      after: after,
      directlyAfter: after.filter { !implied.contains($0) }
    )
  }
}
