import Assessing
import LocatedJSON
import RuleCompiler
import TestSupport

/// Assesses the same random profiles with two sets of packs.
///
/// - Parameters:
///   - catalogue: what the profiles are drawn to fit.
///   - seed: of the profiles.
///   - answers: further answers for each side.
func compare(
  _ one: CompiledRules,
  _ other: CompiledRules,
  profilesFor catalogue: Catalogue,
  seed: Int,
  count: Int = 5,
  answers: (one: [String: JSONValue], other: [String: JSONValue]) = ([:], [:]),
  _ body: (Assessment, Assessment) throws -> Void
) throws {
  var profiles = RandomProfile(catalogue, seed: UInt64(seed))
  profiles.answered = 0.8
  for _ in 0..<count {
    let profile = profiles.profile()
    func assessment(_ rules: CompiledRules, _ added: [String: JSONValue]) throws -> Assessment {
      var whole = profile
      var all = profile["answers"] ?? [:]
      for (fact, answer) in added { all[fact] = answer }
      whole["answers"] = all
      return try rules.assessment(of: whole)
    }
    try body(assessment(one, answers.one), assessment(other, answers.other))
  }
}

/// Random packs with a fact `probe` that nothing else asks for.
func packsWithProbe(seed: Int) throws -> RandomPacks {
  var packs = RandomPacks(seed: UInt64(seed))
  packs.base.add(["id": "probe", "type": "boolean"], to: "facts")
  return packs
}

/// A rule that is true while `probe` is.
func probeRule(_ effects: JSONValue) -> JSONValue {
  var rule = effects
  rule["id"] = "probe-rule"
  rule["when"] = ["probe": true]
  return rule
}
