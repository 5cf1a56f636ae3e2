package import RuleModel

/// What an editor can complete: the ids, choices and kinds of the loaded packs.
///
/// Made from packs as they were read, before they are linked, so that there is a schema also while a pack holds mistakes.
package struct SchemaVocabulary: Sendable {
  /// By id, each once, with the choices that other packs add.
  let facts: [Fact]
  /// Ids of choices that were renamed or removed: old profiles may hold them.
  let formerChoices: [String: [String]]
  /// By id.
  let options: [Option]
  private let ids: [IDKind: [String]]
  /// Ids that were renamed or removed, by kind.
  private let formerIDs: [IDKind: [String]]
  /// Whether a pack that some loaded pack may use is not loaded: then names that are not known may still be right.
  package let isOpen: Bool
  /// What the schema was made from, for its description.
  let origin: String

  package init(_ packs: [RulePack]) {
    var ids: [IDKind: Set<String>] = [:]
    var formerIDs: [IDKind: Set<String>] = [:]
    var facts: [String: Fact] = [:]
    var options: [String: Option] = [:]
    var formerChoices: [String: Set<String>] = [:]
    for pack in packs {
      func add(_ kind: IDKind, _ names: [String]) { ids[kind, default: []].formUnion(names) }
      let content = pack.content
      add(.pack, [pack.id])
      add(.loadedPack, [pack.id])
      add(.group, content.groups.map(\.id))
      add(.fact, content.facts.map(\.id))
      add(.criterion, content.criteria.map(\.id))
      add(.decision, content.decisions.map(\.id))
      add(.option, content.options.map(\.id))
      add(.source, content.sources.map(\.id))
      add(.rule, content.rules.map(\.id))
      add(.component, content.components.map(\.id))
      add(.step, content.steps.map(\.id))
      add(.price, content.prices.map(\.id))
      add(.contradiction, content.contradictions.map(\.id))
      for kind in IDKind.allCases { add(kind, Array(pack.flawed[kind.rawValue] ?? [])) }
      for fact in content.facts where facts[fact.id] == nil { facts[fact.id] = fact }
      for option in content.options where options[option.id] == nil { options[option.id] = option }
      for renaming in content.renamings {
        switch renaming.subject {
        case .fact: formerIDs[.fact, default: []].insert(renaming.from.id)
        case .option: formerIDs[.option, default: []].insert(renaming.from.id)
        case .criterion: formerIDs[.criterion, default: []].insert(renaming.from.id)
        case .decision: formerIDs[.decision, default: []].insert(renaming.from.id)
        case .rule: formerIDs[.rule, default: []].insert(renaming.from.id)
        case .choice(let fact): formerChoices[fact.id, default: []].insert(renaming.from.id)
        }
      }
    }
    for addition in packs.flatMap(\.content.extensions) {
      guard let fact = facts[addition.fact.id] else { continue }
      let known = fact.choices.map(\.name.id)
      facts[fact.id] = fact.with(fact.choices + addition.choices.filter { !known.contains($0.name.id) })
    }
    self.facts = facts.values.sorted { idPrecedes($0.id, $1.id) }
    self.options = options.values.sorted { idPrecedes($0.id, $1.id) }
    ids[.choiceFact] = Set(self.facts.filter { $0.isChoice }.map(\.id))
    ids[.check] = Set(Check.all.map(\.code))
    self.ids = ids.mapValues { $0.sorted(by: idPrecedes) }
    self.formerIDs = formerIDs.mapValues { $0.sorted(by: idPrecedes) }
    self.formerChoices = formerChoices.mapValues { $0.sorted(by: idPrecedes) }
    let loaded = Set(packs.map(\.id))
    let wanted = packs.flatMap { $0.manifest.optional + $0.manifest.requires }.map(\.pack.id)
    isOpen = packs.contains(where: \.isIncomplete) || !loaded.isSuperset(of: wanted)
    origin = packs.sorted { idPrecedes($0.id, $1.id) }.map { "\($0.id) \($0.manifest.version)" }.joined(separator: ", ")
  }

  /// The ids of a kind, by id.
  func ids(_ kind: IDKind) -> [String] { ids[kind] ?? [] }

  /// Ids that profiles may still hold.
  func formerIDs(_ kind: IDKind) -> [String] { formerIDs[kind] ?? [] }

  /// The decisions with the options that belong to them.
  var decisions: [(id: String, options: [Option])] {
    ids(.decision).map { id in (id, options.filter { $0.decision.id == id }) }
  }

  /// Number and date facts, for formulas.
  func facts(where isWanted: (Fact) -> Bool) -> [String] { facts.filter(isWanted).map(\.id) }
}

extension Fact {
  var isChoice: Bool {
    switch kind {
    case .choice, .choices: true
    case .boolean, .number, .date: false
    }
  }

  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  /// What comparisons may ask of it.
  var subjectKind: SubjectKind {
    switch kind {
    case .boolean: .boolean
    case .choice(let ordered): ordered ? .orderedChoice : .choice
    case .choices: .choices
    case .number: .number
    case .date: .date
    }
  }
}
