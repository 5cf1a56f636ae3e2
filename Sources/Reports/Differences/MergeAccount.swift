package import Assessing
package import RuleCompiler
import RuleModel

/// What several people's profiles come to together, told for people: contradictions first, those that matter at the top.
package struct MergeAccount: Sendable {
  let merge: ProfileMerge
  let conflicts: [JudgedConflict]
  /// What stands in every decision with the weights of each person who states any.
  let byVoice: [[String?]]
  let say: Phrasing
  /// How each person is called in lists: "A", "B".
  let labels: [String]
  /// What could not be taken beside answers; one line each.
  let leftOut: [String]
  let showsAll: Bool

  package init(
    _ merge: ProfileMerge,
    _ rules: CompiledRules,
    _ say: Phrasing,
    labels: [String],
    leftOut: [String],
    _ showsAll: Bool
  ) {
    self.merge = merge
    self.leftOut = leftOut
    conflicts = merge.judgedConflicts(rules)
    byVoice = merge.weights.isConflict ? merge.outcomesByVoice(rules) : []
    self.say = say
    self.labels = labels
    self.showsAll = showsAll
  }

  /// - Parameter titles: who they are, one line each.
  package func account(titled titles: [String]) -> Account {
    var account = Account()
    for title in titles { account.add(.title(title)) }
    account.add(.sentence(summary))
    contradictions(.does, &account)
    weights(&account)
    contradictions(.could, &account)
    contradictions(.unclear, &account)
    contradictions(.none, &account)
    if !leftOut.isEmpty {
      account.add(.heading(say(en: "Differs, and is not put together", de: "Verschieden und nicht zusammengeführt")))
      for line in leftOut { account.add(.item(.warns, line)) }
    }
    partial(&account)
    agreed(&account)
    return account
  }

  private var summary: String {
    let count = conflicts.count + (merge.weights.isConflict ? 1 : 0)
    guard count > 0 else { return say(en: "No contradictions.", de: "Keine Widersprüche.") }
    let does = conflicts.count { $0.weight == .does } + (decisionsByWeights.isEmpty ? 0 : 1)
    return say(
      en:
        "\(count) \(count == 1 ? "contradiction" : "contradictions"); \(does) of them \(does == 1 ? "decides" : "decide") a recommendation.",
      de:
        "\(count) \(count == 1 ? "Widerspruch" : "Widersprüche"); davon \(does == 1 ? "entscheidet" : "entscheiden") \(does) eine Empfehlung."
    )
  }

  // MARK: Contradictions

  private func contradictions(_ weight: JudgedConflict.Weight, _ account: inout Account) {
    let own = conflicts.filter { $0.weight == weight }
    guard !own.isEmpty else { return }
    account.add(.heading(heading(weight)))
    for conflict in own where isShown(conflict.entry.subject, say) {
      let mark: Account.Mark = weight == .does ? .warns : weight == .none ? .plain : .asks
      account.add(
        .item(mark, "\(subjectText(conflict.entry.subject, say)): \(said(conflict.entry)); \(taken(conflict.entry)).")
      )
      for line in effects(conflict) { account.add(.detail(line)) }
    }
    let hidden = own.count { !isShown($0.entry.subject, say) }
    if hidden > 0 {
      account.add(
        .aside(
          say(
            en: "\(hidden) more for the house only (--edition internal shows them).",
            de: "\(hidden) weitere nur für das Haus (--edition internal zeigt sie)."
          )
        )
      )
    }
  }

  private func heading(_ weight: JudgedConflict.Weight) -> String {
    switch weight {
    case .does:
      say(en: "Contradictions that decide a recommendation", de: "Widersprüche, die eine Empfehlung entscheiden")
    case .could:
      say(
        en: "Contradictions that decide one together with others",
        de: "Widersprüche, die zusammen mit anderen eine entscheiden"
      )
    case .unclear:
      say(
        en: "Contradictions not found to decide anything (not everything was tried)",
        de: "Widersprüche, bei denen nichts gefunden wurde (nicht alles ist geprüft)"
      )
    case .none:
      say(
        en: "Contradictions that change no recommendation as things stand",
        de: "Widersprüche, die nach heutigem Stand keine Empfehlung ändern"
      )
    }
  }

  /// What it decides: the most important decision with each of the statements, the others by name.
  private func effects(_ conflict: JudgedConflict) -> [String] {
    let importance = { (id: String) in say.catalogue.decision(id)?.decision.importance ?? 0 }
    let order = conflict.decisions.indices.sorted { a, b in
      let (x, y) = (importance(conflict.decisions[a]), importance(conflict.decisions[b]))
      return x == y ? a < b : x > y
    }
    let limit = conflict.weight != .does ? 0 : showsAll ? order.count : 1
    let told = order.prefix(limit).map { place in
      "\(title(conflict.decisions[place])): \(cases(conflict.entry, conflict.outcomes[place]))."
    }
    let others = order.dropFirst(limit).map { title(conflict.decisions[$0]) }.joined(separator: ", ")
    if others.isEmpty { return told }
    return told + [
      told.isEmpty
        ? say(en: "Decisions: \(others).", de: "Entscheidungen: \(others).")
        : say(en: "Also: \(others).", de: "Auch: \(others).")
    ]
  }

  private func title(_ decision: String) -> String {
    say.catalogue.decision(decision).map { say.text($0.decision.title) } ?? decision
  }

  /// "Managed OpenShift with Own servers or Own cluster; APPUiO Cloud with Namespaces"
  private func cases(_ entry: MergedEntry, _ outcomes: [String?]) -> String {
    var order: [String?] = []
    for outcome in outcomes where !order.contains(outcome) { order.append(outcome) }
    return order.map { outcome in
      let values = zip(entry.alternatives, outcomes).filter { $0.1 == outcome }.map { entryText($0.0, say) }
      let name = outcome.map { say.option($0) } ?? say(en: "nothing", de: "nichts")
      let list = values.map { say.quoted($0) }.joined(separator: say(en: " or ", de: " oder "))
      return say(en: "\(name) with \(list)", de: "\(name) bei \(list)")
    }.joined(separator: "; ")
  }

  /// "A, C Namespaces; B Own servers"
  private func said(_ entry: MergedEntry) -> String {
    var order: [ProfileEntry] = []
    for one in entry.said where !order.contains(one) && !(one.isOpen && !isAskedOpen(one)) { order.append(one) }
    return order.map { one in
      let people = entry.said.indices.filter { entry.said[$0] == one }.map { labels[$0] }
      return "\(people.joined(separator: ", ")) \(entryText(one, say))"
    }.joined(separator: "; ")
  }

  private func isAskedOpen(_ entry: ProfileEntry) -> Bool {
    if case .answer(_, .notKnown) = entry { true } else { false }
  }

  private func taken(_ entry: MergedEntry) -> String {
    entry.taken.isOpen
      ? say(en: "left open", de: "bleibt offen")
      : say(en: "taken: \(entryText(entry.taken, say))", de: "übernommen: \(entryText(entry.taken, say))")
  }

  // MARK: The rest

  private func partial(_ account: inout Account) {
    let own = merge.entries(.partial).filter { isShown($0.subject, say) }
    guard !own.isEmpty else { return }
    account.add(.heading(say(en: "What only some answered, taken", de: "Was nur einige beantwortet haben, übernommen")))
    let limit = showsAll ? own.count : 12
    for entry in own.prefix(limit) {
      let more = Set(entry.alternatives).count > 1 ? "; \(taken(entry))" : ""
      account.add(.item(.plain, "\(subjectText(entry.subject, say)): \(said(entry))\(more)"))
    }
    if own.count > limit {
      account.add(
        .aside(say(en: "and \(own.count - limit) more (--all)", de: "und \(own.count - limit) weitere (--all)"))
      )
    }
  }

  private func agreed(_ account: inout Account) {
    let count = merge.entries(.agreed).count { !$0.taken.isOpen }
    let open = merge.entries(.agreed).count { $0.taken.isOpen }
    account.add(.heading(say(en: "Agreement", de: "Übereinstimmung")))
    let unknown =
      open > 0
      ? say(en: " On \(open) asked nobody knows the answer.", de: " Bei \(open) gestellten weiss niemand die Antwort.")
      : ""
    account.add(
      .sentence(
        say(
          en: "\(count) \(count == 1 ? "point is" : "points are") answered alike by everybody.",
          de: "\(count) \(count == 1 ? "Punkt ist" : "Punkte sind") von allen gleich beantwortet."
        ) + unknown
      )
    )
  }
}
