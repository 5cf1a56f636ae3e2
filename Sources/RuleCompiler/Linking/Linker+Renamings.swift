import Diagnostics
import RuleModel

extension Linker {
  /// What something is renamed to must exist, or be renamed again; so must the fact whose choice is renamed.
  mutating func checkRenamings() {
    let renamings = packs.flatMap(\.content.renamings)
    for renaming in renamings {
      switch renaming.subject {
      case .fact: checkTarget(of: renaming, "fact", facts.mapValues(\.header.pack), renamings)
      case .option: checkTarget(of: renaming, "option", options.mapValues(\.header.pack), renamings)
      case .criterion: checkTarget(of: renaming, "criterion", criteria.mapValues(\.header.pack), renamings)
      case .decision: checkTarget(of: renaming, "decision", decisions.mapValues(\.header.pack), renamings)
      case .rule: checkTarget(of: renaming, "rule", rules.mapValues(\.header.pack), renamings)
      case .choice(let name): checkChoice(of: renaming, name)
      }
    }
    checkTargetsAreOne(renamings)
    checkChainsEnd(renamings)
  }

  /// What is renamed again and again has a name in the end.
  private mutating func checkChainsEnd(_ renamings: [Renaming]) {
    let next = Dictionary(renamings.map { ($0.key, $0) }) { first, _ in first }
    var told: Set<[String]> = []
    for start in renamings where !told.contains(start.key) {
      var seen = [start.key]
      var last = start
      while let target = last.to, let again = next[start.subject.path + [target.id]], !seen.contains(again.key) {
        seen.append(again.key)
        last = again
      }
      guard let target = last.to, start.subject.path + [target.id] == start.key else { continue }
      told.formUnion(seen)
      let names = seen.compactMap(\.last).map { quoted($0) } + [quoted(target.id)]
      log.error(
        "invalid-renaming",
        "renamings lead back to where they begin: \(names.joined(separator: " → "))",
        at: last.to?.span ?? last.from.span,
        help: "rename each to the id that is used today"
      )
    }
  }

  /// One thing is renamed to one thing: of two targets a profile would take one without a word.
  private mutating func checkTargetsAreOne(_ renamings: [Renaming]) {
    var seen: [[String]: Renaming] = [:]
    for renaming in renamings {
      guard let first = seen.updateValue(renaming, forKey: renaming.key) else { continue }
      seen[renaming.key] = first
      guard first.to != renaming.to else { continue }
      let target = first.to.map { "to \(quoted($0.id))" } ?? "to null"
      log.error(
        "invalid-renaming",
        "\(renaming.subject.kind) \(quoted(renaming.from.id)) is renamed to two things",
        at: renaming.to?.span ?? renaming.from.span,
        help: "keep one of them",
        related: (first.to?.span ?? first.from.span).map { [Diagnostic.Related("renamed \(target) here", at: $0)] }
          ?? []
      )
    }
  }

  /// - Parameter owners: ids of all items of the kind with the packs that hold them.
  private mutating func checkTarget(
    of renaming: Renaming,
    _ kind: String,
    _ owners: [String: String],
    _ renamings: [Renaming]
  ) {
    guard let target = renaming.to, skippedIDs[kind]?[target.id] == nil,
      !renamings.contains(where: { $0.from == target && $0.subject.kind == kind })
    else { return }
    _ = check(target, kind: kind, in: owners[target.id], known: owners.keys, for: renaming.header)
  }

  private mutating func checkChoice(of renaming: Renaming, _ name: Name) {
    guard skippedIDs["fact"]?[name.id] == nil, let fact = checkFact(name, for: renaming.header),
      let target = renaming.to,
      !fact.choices.contains(where: { $0.name == target }), !mayBeHidden(fact.id, kind: "fact", from: renaming.header)
    else { return }
    log.error(
      "unknown-choice",
      "\(quoted(target.id)) is not a choice of '\(fact.id)'",
      at: target.span,
      help: choiceHelp(target.id, fact)
    )
  }
}

extension Renaming {
  /// What is renamed.
  fileprivate var key: [String] { subject.path + [from.id] }
}

extension Renaming.Subject {
  /// What tells it from others, but for the id itself.
  fileprivate var path: [String] {
    if case .choice(let fact) = self { [kind, fact.id] } else { [kind] }
  }

  /// The word for it in messages.
  fileprivate var kind: String {
    switch self {
    case .fact: "fact"
    case .option: "option"
    case .criterion: "criterion"
    case .decision: "decision"
    case .rule: "rule"
    case .choice: "choice"
    }
  }
}
