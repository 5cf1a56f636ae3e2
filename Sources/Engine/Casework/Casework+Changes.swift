/// Which answers of a case are changed when other values are tried.
package enum ChangeScope: Sendable {
  /// Answers, unless they are fixed.
  case answersOnly
  /// Also what a default stands in for.
  case withAssumptions
  /// Also what is fixed.
  case withEverything
}

extension Casework {
  /// The changes of answers that are tried for one decision (method.md, section 8): of every answer that counts, to the
  /// values that rules tell apart; by column. Beside them the columns that the decision hangs on and that are left as they
  /// are, because they are fixed.
  ///
  /// - Parameters:
  ///   - block: the case as assessed, evaluated in lane 0.
  ///   - kernel: of the program and circumstances of the case.
  package func changedWorlds(
    _ decision: Int,
    _ block: WorldBlock,
    _ kernel: Kernel,
    _ scope: ChangeScope
  ) -> (worlds: ChangedWorlds, untouched: [Int]) {
    let base = OpenWorlds(
      index,
      file.circumstances,
      decision: decision,
      template: template(assumesDefaults: true),
      open: []
    )
    var kernel = kernel
    var changes: [Change] = []
    var untouched: [Int] = []
    for (column, form) in book.facts.enumerated() where form.isAsked {
      guard block.known[column] & 1 == 1, base.depends(on: column),
        let value = file.answers[column] ?? (scope.takesAssumptions ? form.assumed : nil)
      else { continue }
      if form.isFixed && !scope.takesFixed {
        untouched.append(column)
        continue
      }
      let fact = OpenFact(column: Int32(column), kind: form.kind, extent: form.everything)
      for tried in base.triedValues(of: fact, insteadOf: value, &kernel) {
        changes.append(Change(fact: fact, value: tried))
      }
    }
    return (ChangedWorlds(base, changes: changes, kernel), untouched)
  }
}

extension ChangeScope {
  fileprivate var takesAssumptions: Bool { if case .answersOnly = self { false } else { true } }
  fileprivate var takesFixed: Bool { if case .withEverything = self { true } else { false } }
}
