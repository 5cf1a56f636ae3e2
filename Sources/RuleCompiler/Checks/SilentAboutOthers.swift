import Diagnostics
import RuleModel

extension Check {
  /// A strong word about some options, and nothing about the others.
  package static let silentAboutOthers = Check(
    code: "silent-about-others",
    summary: "a rule excludes options, or rates them -3 or +3, and nothing is said about the others in that case",
    rationale: """
      Silence must not be an advantage: an option nobody looked at would overtake one that was examined and found weak. All \
      loaded packs are looked through for a rule that can be true together with this one, asks about one of the same facts, \
      and rates, excludes, asks or notes something about the other option. A rating of 0 says: looked at, makes no \
      difference. Rules of packs that cannot know an option (they do not require its pack) are gathered into one finding at \
      the option: its own pack has to speak.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": «"gpu"», "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -3 } } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": -3, "own": 0 } } ] }
      """,
      """
      { "facts": [ { "id": "gpus", "type": "number" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpus": { "above": 0 } }, "exclude": [ "cloud" ] },
                   { "id": "many", "when": { "gpus": { "above": 8 } }, "criterion": "fit", "rate": { "own": 2 } } ] }
      """,
    ],
    find: { packs in
      let catalogue = packs.catalogue
      let facts = Dictionary(
        uniqueKeysWithValues: catalogue.rules.map {
          ($0.id, catalogue.closure(of: $0.condition.factNames, withRelevance: false))
        }
      )
      var byFact: [String: [LinkedRule]] = [:]
      for rule in catalogue.rules where !packs.neverTrue.contains(rule.id) {
        for fact in facts[rule.id] ?? [] { byFact[fact, default: []].append(rule) }
      }
      var found: [Diagnostic] = []
      // Per option, the rules whose packs cannot name it: its own pack has to speak.
      var owed: [String: [LinkedRule]] = [:]
      for rule in catalogue.rules where isStrong(rule) && !packs.neverTrue.contains(rule.id) {
        guard let decision = rule.decision.flatMap({ catalogue.decision($0) }) else { continue }
        var silent = Set(decision.families).subtracting(families(of: rule, in: decision))
        for fact in (facts[rule.id] ?? []).sorted(by: idPrecedes) where !silent.isEmpty {
          for other in byFact[fact] ?? [] where !silent.isEmpty && other.id != rule.id {
            let spoken = families(of: other, in: decision)
            if !silent.isDisjoint(with: spoken), packs.canBeTrueTogether(rule, other) { silent.subtract(spoken) }
          }
        }
        let known = catalogue.packsVisible(from: rule.rule.header.pack)
        for family in silent {
          guard let pack = decision.option(family)?.header.pack, !known.contains(pack) else { continue }
          silent.remove(family)
          // Nobody owes an answer to a question that its pack cannot know.
          let speakers = catalogue.packsVisible(from: pack)
          let asked = rule.condition.factNames.compactMap { catalogue.fact($0)?.fact.header.pack }
          if speakers.isSuperset(of: asked) { owed[family, default: []].append(rule) }
        }
        if !silent.isEmpty { found.append(finding(about: silent, rule, decision, packs)) }
      }
      for decision in catalogue.decisions {
        for family in decision.families.sorted(by: idPrecedes) {
          guard let rules = owed[family], let option = decision.option(family) else { continue }
          found.append(finding(about: option, silentBeside: rules, decision, packs))
        }
      }
      return found
    }
  )

  /// A rule says nothing about options that it could name.
  private static func finding(
    about silent: Set<String>,
    _ rule: LinkedRule,
    _ decision: LinkedDecision,
    _ packs: CheckedPacks
  ) -> Diagnostic {
    let names = silent.sorted(by: idPrecedes)
    return Diagnostic(
      .warning,
      code: "silent-about-others",
      "rule '\(rule.id)' \(verb(rule)) \(list(families(of: rule, in: decision))), "
        + "and nothing is said about \(list(silent)) in that case",
      at: rule.rule.name.span,
      help:
        "rate the others, with 0 where it makes no difference: \"rate\": { \(names.map { "\"\($0)\": 0" }.joined(separator: ", ")) }",
      related: packs.example(packs.together([rule])).map { [Diagnostic.Related($0, at: nil)] } ?? []
    )
  }

  /// Nothing is said about an option where packs that do not know it speak strongly: one finding, a work list.
  private static func finding(
    about option: Option,
    silentBeside rules: [LinkedRule],
    _ decision: LinkedDecision,
    _ packs: CheckedPacks
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      code: "silent-about-others",
      "nothing is said about '\(option.id)' where others are excluded or rated -3 or +3 "
        + "(by \(rules.count == 1 ? "a rule" : "\(rules.count) rules") of other packs)",
      at: option.name.span,
      help: "write rules about it in pack '\(option.header.pack)', with a rating of 0 where it makes no difference",
      related: rules.map { rule in
        let example = packs.together([rule]).map { ": " + $0.text(packs.catalogue) } ?? ""
        return Diagnostic.Related(
          "'\(rule.id)' \(verb(rule)) \(list(families(of: rule, in: decision)))\(example)",
          at: nil
        )
      }
    )
  }

  private static func verb(_ rule: LinkedRule) -> String {
    if !rule.excludedLeaves.isEmpty { return "excludes" }
    return rule.ratings.contains { $0.value == .points(-3) } ? "speaks strongly against" : "speaks strongly for"
  }

  private static func isStrong(_ rule: LinkedRule) -> Bool {
    !rule.excludedLeaves.isEmpty
      || rule.ratings.contains { $0.value == .points(-3) || $0.value == .points(3) }
  }

  /// The options, without variants, that a rule says anything about.
  private static func families(of rule: LinkedRule, in decision: LinkedDecision) -> Set<String> {
    let leaves = rule.ratings.map(\.leaf) + rule.excludedLeaves + rule.confirmations.map(\.leaf)
    let named = rule.rule.notes.flatMap(\.options).map(\.id)
    return Set((leaves + named).compactMap { id in decision.option(id).map { $0.variantOf?.id ?? $0.id } })
  }

  private static func list(_ ids: Set<String>) -> String {
    ids.sorted(by: idPrecedes).map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension Catalogue {
  /// The packs whose ids a pack may name: itself and those it requires, directly or not.
  fileprivate func packsVisible(from id: String) -> Set<String> {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      guard found.insert(next).inserted, let pack = packs.first(where: { $0.id == next }) else { continue }
      open += pack.manifest.requires.map(\.pack.id)
    }
    return found
  }
}

extension CheckedPacks {
  /// Whether two rules can be true together; yes where that was not refuted.
  fileprivate func canBeTrueTogether(_ a: LinkedRule, _ b: LinkedRule) -> Bool {
    if worlds.areTrueTogether(register(a), register(b)) { return true }
    var reasoner = reasoner
    return !reasoner.solve([(register(a), .yes), (register(b), .yes)], budget: 100_000).isImpossible
  }
}
