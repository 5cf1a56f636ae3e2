import Diagnostics
import RuleModel

extension Linker {
  /// Gathers the items of all packs by kind and id; reports ids that are defined twice; leaves out what needs a pack that
  /// is not loaded.
  mutating func collectItems() {
    for pack in packs {
      let content = pack.content
      for item in content.groups where counts("group", item.name, item.header) { groups[item.id] = item }
      for item in content.facts where counts("fact", item.name, item.header) { facts[item.id] = item }
      for item in content.criteria where counts("criterion", item.name, item.header) { criteria[item.id] = item }
      for item in content.decisions where counts("decision", item.name, item.header) { decisions[item.id] = item }
      for item in content.options where counts("option", item.name, item.header) { options[item.id] = item }
      for item in content.sources where counts("source", item.name, item.header) { sources[item.id] = item }
      for item in content.rules where counts("rule", item.name, item.header) { rules[item.id] = item }
      for item in content.contradictions where counts("contradiction", item.name, item.header) {
        contradictions[item.id] = item
      }
      for item in content.components where counts("component", item.name, item.header) { components[item.id] = item }
      for item in content.steps where counts("step", item.name, item.header) { steps[item.id] = item }
      for item in content.prices where counts("price", item.name, item.header) { prices[item.id] = item }
      for test in content.tests where isLoaded(test.header, kind: "test", id: test.name) {
        catalogue.tests.append(test)
      }
    }
  }

  /// Whether an item is the first one with its id, and all packs that it needs are loaded.
  private mutating func counts(_ kind: String, _ name: Name, _ header: ItemHeader) -> Bool {
    if let first = definitions[kind]?[name.id] {
      log.error(
        "duplicate-id",
        "\(kind) '\(name.id)' is defined twice",
        at: name.span,
        help: "give one of them another id",
        related: [Diagnostic.Related("first defined here", at: first)]
      )
      return false
    }
    if let span = name.span { definitions[kind, default: [:]][name.id] = span }
    return isLoaded(header, kind: kind, id: name.id)
  }

  /// Whether all packs that an item needs are loaded; lists it as skipped if not.
  private mutating func isLoaded(_ header: ItemHeader, kind: String, id: String) -> Bool {
    if header.needs.isEmpty { return true }
    let manifest = packs.first { $0.id == header.pack }?.manifest
    var missing: [String] = []
    for need in header.needs {
      let isDeclared =
        manifest?.optional.contains { $0.pack == need } == true
        || manifest?.requires.contains { $0.pack == need } == true
      if !isDeclared {
        log.error(
          "undeclared-need",
          "pack \(quoted(need.id)) is needed here and declared nowhere",
          at: need.span,
          help: nearest(need.id, in: (manifest?.optional ?? []).map(\.pack.id)).map { "did you mean '\($0)'?" }
            ?? "add \"\(need.id)\" to 'optional' of pack '\(header.pack)'"
        )
      }
      if visible[need.id] == nil { missing.append(need.id) }
    }
    guard let first = missing.first else { return true }
    catalogue.skipped.append(SkippedItem(kind: kind, id: id, pack: header.pack, missing: missing))
    skippedIDs[kind, default: [:]][id] = first
    return false
  }

  /// Adds the choices that packs bring to facts of others, in the order of pack ids.
  mutating func applyExtensions() {
    for pack in packs {
      // Choices stand as written within one addition; several of one pack stand by their first choice.
      let additions = pack.content.extensions.sorted {
        idPrecedes($0.choices.first?.name.id ?? "", $1.choices.first?.name.id ?? "")
      }
      for addition in additions {
        guard isLoaded(addition.header, kind: "extension", id: addition.fact.id),
          let fact = checkFact(addition.fact, for: addition.header)
        else { continue }
        guard fact.kind == .choices || fact.kind == .choice(ordered: false) else {
          log.error(
            "wrong-kind",
            "choices can be added to a choice without order or to choices, and '\(fact.id)' is of type \(kindWord(of: fact))",
            at: addition.fact.span
          )
          continue
        }
        var choices = fact.choices
        for choice in addition.choices {
          if let first = choices.first(where: { $0.name == choice.name }) {
            log.error(
              "duplicate-choice",
              "choice '\(choice.name.id)' of '\(fact.id)' is defined twice",
              at: choice.name.span,
              help: "remove it here, or give it another id",
              related: [Diagnostic.Related("first defined here", at: first.name.span)]
            )
          } else {
            choices.append(choice)
          }
        }
        facts[fact.id] = fact.with(choices)
      }
    }
  }

  private func kindWord(of fact: Fact) -> String { LinkedFact(fact: fact).subjectKind.word }

  /// One machine word holds the choices of a fact and the options of a decision.
  mutating func checkSizes() {
    for fact in facts.values.sorted(by: { idPrecedes($0.id, $1.id) }) where fact.choices.count > 64 {
      log.error(
        "too-many-choices",
        "a fact has at most 64 choices, and '\(fact.id)' has \(fact.choices.count)",
        at: fact.name.span,
        help: "join choices that lead to the same recommendation, or ask two questions"
      )
    }
    for decision in decisions.values.sorted(by: { idPrecedes($0.id, $1.id) }) {
      let count = options.values.count { $0.decision == decision.name }
      if count > 64 {
        log.error(
          "too-many-options",
          "a decision has at most 64 options, and '\(decision.id)' has \(count)",
          at: decision.name.span,
          help: "make two decisions of it"
        )
      }
    }
  }
}
