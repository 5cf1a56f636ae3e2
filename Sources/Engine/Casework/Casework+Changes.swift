extension Casework {
  /// The changes of answers that are tried for one decision (method.md, section 8): of every answer that counts and is not
  /// fixed, to the values that rules tell apart; by column.
  ///
  /// - Parameters:
  ///   - block: the case as assessed, evaluated in lane 0.
  ///   - changesAssumptions: also try other values where a default stands in for an answer.
  package func changedWorlds(_ decision: Int, _ block: WorldBlock, changesAssumptions: Bool) -> ChangedWorlds {
    let base = OpenWorlds(
      index,
      file.circumstances,
      decision: decision,
      template: template(assumesDefaults: true),
      open: []
    )
    var changes: [Change] = []
    for (column, form) in book.facts.enumerated() where form.isAsked && !form.isFixed {
      guard block.known[column] & 1 == 1, base.depends(on: column),
        let value = file.answers[column] ?? (changesAssumptions ? form.assumed : nil)
      else { continue }
      let fact = OpenFact(column: Int32(column), kind: form.kind, extent: form.everything)
      for tried in base.triedValues(of: fact, insteadOf: value) { changes.append(Change(fact: fact, value: tried)) }
    }
    return ChangedWorlds(base, changes: changes)
  }
}
