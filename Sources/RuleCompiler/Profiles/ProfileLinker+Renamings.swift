import Diagnostics
import RuleModel

extension ProfileLinker {
  /// A name after all renamings of its kind; nil if it was removed.
  mutating func renamed(_ name: Name, kind: String) -> Name? {
    var current = name
    for _ in 0..<16 {
      guard let renaming = renaming(of: current, kind: kind) else { break }
      note(LinkedProfile.AppliedRenaming(kind: kind, from: current.id, to: renaming.to?.id), at: name.span)
      guard let target = renaming.to else { return nil }
      current = Name(target.id, at: name.span)
    }
    return current
  }

  private func renaming(of name: Name, kind: String) -> Renaming? {
    catalogue.renamings.first { renaming in
      guard renaming.from == name else { return false }
      switch (renaming.subject, kind) {
      case (.fact, "fact"), (.option, "option"), (.criterion, "criterion"), (.decision, "decision"), (.rule, "rule"):
        return true
      default: return false
      }
    }
  }

  /// Entries in an order that is not that of the file: those under former names first, by id, so that what stands under the
  /// present name replaces them.
  func formerNamesFirst<Entry>(_ entries: [Entry], kind: String, name: (Entry) -> Name) -> [Entry] {
    let former = entries.filter { renaming(of: name($0), kind: kind) != nil }
    let present = entries.filter { renaming(of: name($0), kind: kind) == nil }
    return former.sorted { idPrecedes(name($0).id, name($1).id) } + present
  }

  private mutating func note(_ renaming: LinkedProfile.AppliedRenaming, at span: SourceSpan?) {
    note(renaming, "\(renaming.kind) '\(renaming.from)'", to: renaming.to, at: span)
  }

  private mutating func note(
    _ renaming: LinkedProfile.AppliedRenaming,
    _ what: String,
    to new: String?,
    at span: SourceSpan?
  ) {
    guard !result.renamed.contains(renaming) else { return }
    result.renamed.append(renaming)
    log.warning(
      "renamed",
      new.map { "\(what) is now called '\($0)'" }
        ?? "\(what) no longer exists, and what the profile says of it is dropped",
      at: span,
      help: new.map { "write \"\($0)\"" } ?? "remove it"
    )
  }

  private mutating func note(_ renaming: Renaming, ofChoiceOf fact: Fact, at span: SourceSpan?) {
    let what = "choice '\(renaming.from.id)' of '\(fact.id)'"
    note(appliedChoice(renaming, fact), what, to: renaming.to?.id, at: span)
  }

  /// The answer with the choices that were renamed; a choice that was removed is dropped and reported.
  mutating func withRenamedChoices(_ answer: Answer, of fact: Fact) -> Answer? {
    let renamings = catalogue.renamings.filter {
      guard case .choice(let owner) = $0.subject else { return false }
      return owner.id == fact.id
    }
    guard !renamings.isEmpty else { return answer }
    func target(_ value: Literal.Value) -> (found: Renaming?, value: Literal.Value?) {
      guard case .text(let id) = value, let renaming = renamings.first(where: { $0.from.id == id }) else {
        return (nil, value)
      }
      return (renaming, renaming.to.map { .text($0.id) })
    }
    switch answer.value {
    case .literal(let value):
      let (renaming, new) = target(value)
      if let renaming { note(renaming, ofChoiceOf: fact, at: answer.span) }
      return new.map { Answer(.literal($0), at: answer.span) }
    case .list(let literals):
      var kept: [Literal] = []
      for literal in literals {
        let (renaming, new) = target(literal.value)
        if let renaming { note(renaming, ofChoiceOf: fact, at: literal.span) }
        if let new { kept.append(Literal(new, at: literal.span)) }
      }
      return Answer(.list(kept), at: answer.span)
    case .null, .range: return answer
    }
  }

  private func appliedChoice(_ renaming: Renaming, _ fact: Fact) -> LinkedProfile.AppliedRenaming {
    LinkedProfile.AppliedRenaming(
      kind: "choice",
      from: "\(fact.id)=\(renaming.from.id)",
      to: renaming.to.map { "\(fact.id)=\($0.id)" }
    )
  }
}
