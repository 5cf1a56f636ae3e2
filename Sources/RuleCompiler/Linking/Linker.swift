package import Diagnostics
package import RuleModel

/// Links packs into one catalogue and reports every name, kind or cycle that does not fit.
///
/// The catalogue is only fit for use if the log holds no error afterwards. The order of the packs does not matter.
package func link(_ packs: [RulePack], into log: inout DiagnosticLog) -> Catalogue {
  var linker = Linker(packs: packs)
  linker.link()
  log.append(contentsOf: linker.log)
  return linker.catalogue
}

/// The work of `link`, one concern per extension.
struct Linker {
  var packs: [RulePack]
  var log = DiagnosticLog()
  var catalogue = Catalogue()
  /// Pack id → ids of the packs it requires, directly or through others, and itself.
  var visible: [String: Set<String>] = [:]
  /// Facts, options and decisions as written, before conditions can be resolved.
  var facts: [String: Fact] = [:]
  var options: [String: Option] = [:]
  var decisions: [String: Decision] = [:]
  var criteria: [String: Criterion] = [:]
  var sources: [String: Source] = [:]
  var rules: [String: Rule] = [:]
  var components: [String: Component] = [:]
  var steps: [String: Step] = [:]
  var prices: [String: Price] = [:]
  var groups: [String: FactGroup] = [:]
  var contradictions: [String: Contradiction] = [:]
  /// Where every id was defined first, by kind.
  var definitions: [String: [String: SourceSpan]] = [:]
  /// Ids of items with mistakes that were reported when they were read, by kind.
  var flawed: [String: Set<String>] = [:]
  /// Pairs of a pack and one that it names without declaring it: reported once.
  var undeclared: Set<[String]> = []
  /// Packs of which something could not be read.
  var incomplete: Set<String> = []
  /// The leaves of every decision with the options they are variants of, by id; filled as rules ask.
  var leavesOfDecisions: [String: [(id: String, parent: String?)]] = [:]
  /// Ids of items that were skipped, by kind: naming one is explained as such.
  var skippedIDs: [String: [String: String]] = [:]

  init(packs: [RulePack]) {
    self.packs = packs.sorted { a, b in
      func file(_ pack: RulePack) -> String { pack.manifest.name.span?.file.name ?? "" }
      return a.id == b.id ? idPrecedes(file(a), file(b)) : idPrecedes(a.id, b.id)
    }
  }

  mutating func link() {
    checkPacks()
    collectItems()
    applyExtensions()
    checkSizes()
    linkFacts()
    linkCriteria()
    linkDecisionsAndRules()
    linkRemaining()
    checkRenamings()
    catalogue.packs = packs
    catalogue.renamings = packs.flatMap(\.content.renamings).sorted { a, b in
      a.from == b.from ? idPrecedes(a.to?.id ?? "", b.to?.id ?? "") : idPrecedes(a.from.id, b.from.id)
    }
    catalogue.skipped.sort { a, b in a.kind == b.kind ? idPrecedes(a.id, b.id) : a.kind < b.kind }
  }

  // MARK: Packs

  private mutating func checkPacks() {
    var byID: [String: RulePack] = [:]
    var unique: [RulePack] = []
    for pack in packs {
      if let first = byID[pack.id] {
        log.error(
          "duplicate-pack",
          "pack '\(pack.id)' is loaded twice",
          at: pack.manifest.name.span,
          help: "remove one of the folders, or change its id",
          related: [Diagnostic.Related("the other one", at: first.manifest.name.span)]
        )
        continue
      }
      byID[pack.id] = pack
      unique.append(pack)
    }
    packs = unique
    for pack in packs {
      for requirement in pack.manifest.requires {
        guard let other = byID[requirement.pack.id] else {
          log.error(
            "missing-pack",
            "pack '\(pack.id)' requires \(quoted(requirement.pack.id)), which is not loaded",
            at: requirement.pack.span,
            help: nearest(requirement.pack.id, in: packs.map(\.id).filter { $0 != pack.id }).map {
              "did you mean '\($0)'?"
            }
              ?? "add its folder beside the others, or move the line to 'optional'"
          )
          continue
        }
        checkVersion(of: other, requirement, pack)
      }
      for requirement in pack.manifest.optional {
        if let other = byID[requirement.pack.id] { checkVersion(of: other, requirement, pack) }
      }
    }
    for pack in packs {
      visible[pack.id] = reach(from: pack.id, byID)
      if pack.isIncomplete { incomplete.insert(pack.id) }
      flawed.merge(pack.flawed) { $0.union($1) }
    }
    incomplete.formUnion(visible.values.reduce(into: Set()) { $0.formUnion($1) }.subtracting(byID.keys))
    reportCycles(
      among: packs.map(\.id),
      code: "cyclic-packs",
      what: "packs that require each other form a cycle",
      edges: { byID[$0]?.manifest.requires.map(\.pack) ?? [] }
    )
  }

  private mutating func checkVersion(of other: RulePack, _ requirement: PackManifest.Requirement, _ pack: RulePack) {
    guard !requirement.range.contains(other.manifest.version) else { return }
    log.error(
      "version-mismatch",
      "pack '\(pack.id)' needs '\(other.id)' \(requirement.range), and \(other.manifest.version) is loaded",
      at: requirement.pack.span,
      help: "load a version that fits, or see whether \"^\(other.manifest.version)\" will do"
    )
  }

  private func reach(from id: String, _ byID: [String: RulePack]) -> Set<String> {
    var seen: Set<String> = [id]
    var open = [id]
    while let next = open.popLast() {
      for requirement in byID[next]?.manifest.requires ?? [] where seen.insert(requirement.pack.id).inserted {
        open.append(requirement.pack.id)
      }
    }
    return seen
  }

  // MARK: Names

  /// Whether an item may name another: its pack must be its own, a required one, or one it says it needs.
  ///
  /// - Parameter known: looked at only to say what may be meant.
  mutating func check(
    _ name: Name,
    kind: String,
    in pack: String?,
    known: some Collection<String>,
    for header: ItemHeader,
    hint: String? = nil
  ) -> Bool {
    if let pack {
      if pack == header.pack { return true }
      if visible[header.pack]?.contains(pack) == true || header.needs.contains(where: { $0.id == pack }) { return true }
      reportUndeclared(pack, name, kind, header)
      return false
    }
    if mayBeHidden(name.id, kind: kind, from: header) { return false }
    if let missing = skippedIDs[kind]?[name.id] {
      log.error(
        "skipped-item",
        "\(kind) '\(name.id)' is not there while pack '\(missing)' is not loaded",
        at: name.span,
        help: "add \"needs\": [\"\(missing)\"] to this item"
      )
      return false
    }
    let known = Array(known)
    log.error(
      "unknown-\(kind)",
      "\(kind) \(quoted(name.id)) is not defined",
      at: name.span,
      help: nearest(name.id, in: known).map { "did you mean '\($0)'?" } ?? hint ?? listed(known, kind: kind)
    )
    return false
  }

  /// Whether an id that is not there may belong to something that was reported already: a mistake is reported once, not
  /// again wherever its name stands.
  func mayBeHidden(_ id: String, kind: String, from header: ItemHeader) -> Bool {
    flawed[kind]?.contains(id) == true || visible[header.pack]?.isDisjoint(with: incomplete) == false
  }

  /// A short list of what there is.
  private func listed(_ known: [String], kind: String) -> String? {
    guard (1...8).contains(known.count) else { return nil }
    return "\(kind == "criterion" ? "criteria" : kind + "s"): \(known.sorted(by: idPrecedes).joined(separator: ", "))"
  }

  /// A pack that is not declared at all is one mistake, whatever number of its items are named; an optional one must be
  /// declared by every item.
  private mutating func reportUndeclared(_ other: String, _ name: Name, _ kind: String, _ header: ItemHeader) {
    let manifest = packs.first { $0.id == header.pack }?.manifest
    let isOptional = manifest?.optional.contains { $0.pack.id == other } == true
    guard isOptional || undeclared.insert([header.pack, other]).inserted else { return }
    log.error(
      "undeclared-pack",
      "\(kind) '\(name.id)' belongs to pack '\(other)', which \(isOptional ? "this item does not say it needs" : "pack '\(header.pack)' does not require")",
      at: name.span,
      help: isOptional
        ? "add \"needs\": [\"\(other)\"] to this item"
        : "add \"\(other)\" to 'requires' of pack '\(header.pack)', or to 'optional' and to 'needs' of the items"
    )
  }

  mutating func checkFact(_ name: Name, for header: ItemHeader, hint: String? = nil) -> Fact? {
    let fact = facts[name.id]
    return check(name, kind: "fact", in: fact?.header.pack, known: facts.keys, for: header, hint: hint)
      ? fact : nil
  }

  mutating func checkOption(_ name: Name, for header: ItemHeader) -> Option? {
    let option = options[name.id]
    return check(name, kind: "option", in: option?.header.pack, known: options.keys, for: header) ? option : nil
  }

  mutating func checkDecision(_ name: Name, for header: ItemHeader) -> Decision? {
    let decision = decisions[name.id]
    return check(name, kind: "decision", in: decision?.header.pack, known: decisions.keys, for: header)
      ? decision : nil
  }

  mutating func checkSources(_ names: [Name], for header: ItemHeader) {
    for name in names {
      _ = check(name, kind: "source", in: sources[name.id]?.header.pack, known: sources.keys, for: header)
    }
  }
}
