import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// How reasons are cut into rules changes nothing (method.md, section 4), on random packs and worlds.
@Suite struct SplittingTests {
  /// Weight 4 into 3 + 1: what a rule does beside rating stays with the first half.
  @Test(arguments: 0..<20)
  func splittingTheWeightOfARuleChangesNothing(seed: Int) throws {
    try expectNothingChanges(seed) { rule, _ in
      guard let rate = rule["rate"]?.members, case .number(let weight)? = rule["weight"], weight > 1 else { return nil }
      let numbers = rate.filter { $0.value != "unknown" }
      guard !numbers.isEmpty else { return nil }
      var (first, second) = (rule, rule)
      first["weight"] = .number(weight - 1)
      second["weight"] = 1
      second["id"] = .string("\(rule["id"]?.text ?? "")-half")
      second["rate"] = .object(numbers)
      for key in ["exclude", "confirm", "notes", "decision"] { second[key] = nil }
      return [first, second]
    }
  }

  /// One rule per option, unless the rule rates an option and one of its variants, where the second replaces the first.
  @Test(arguments: 0..<20)
  func splittingARuleByOptionChangesNothing(seed: Int) throws {
    try expectNothingChanges(seed) { rule, catalogue in
      guard let rate = rule["rate"]?.members, rate.count > 1 else { return nil }
      let ids = Set(rate.map(\.key))
      guard !ids.contains(where: { id in catalogue.option(id)?.variantOf.map { ids.contains($0.id) } == true })
      else { return nil }
      // The part that asks keeps the id, since the profile's clarifications name it.
      return rate.enumerated().map { place, rating in
        var part = rule
        part["rate"] = .object([rating])
        guard place > 0 else { return part }
        part["id"] = .string("\(rule["id"]?.text ?? "")-\(place)")
        for key in ["exclude", "confirm", "notes", "decision"] { part[key] = nil }
        return part
      }
    }
  }

  private func expectNothingChanges(
    _ seed: Int,
    _ split: (_ rule: JSONValue, _ catalogue: Catalogue) -> [JSONValue]?
  ) throws {
    var shape = RandomPackShape()
    // An adjustment names one rule, and would switch off one part only.
    shape.hasAdjustments = false
    shape.rulesPerDecision = 12...14
    var packs = RandomPacks(seed: UInt64(seed), shape)
    let whole = try compiled(packs.packs)
    var parts = 0
    packs.replace("rules") { rule in
      guard rule["needs"] == nil, rule["rate"]?.members?.contains(where: { $0.value == "unknown" }) != true,
        let split = split(rule, whole.catalogue)
      else { return [rule] }
      parts += 1
      return split
    }
    let divided = try compiled(packs.packs)
    #expect(parts > 0)
    try compare(whole, divided, profilesFor: whole.catalogue, seed: seed) { one, other in
      for (before, after) in zip(one.decisions, other.decisions) { #expect(summary(before) == summary(after)) }
    }
  }

  /// What a split must leave as it is: all but the names of the rules behind it.
  private func summary(_ decision: AssessedDecision) -> String {
    let leaves = decision.leaves.map { leaf in
      "\(leaf.id) \(leaf.rank ?? 0) \(leaf.score.bitPattern) \(leaf.excludedBy) \(leaf.confirm.map(\.rule))"
    }
    return
      "\(decision.id) \(decision.applicable) \(decision.variant ?? "-") \(decision.decidedBy) \(decision.evidence) "
      + "\(decision.reason.map { "\($0)" } ?? "-") \(decision.tie) \(decision.close) \(decision.variantTie) \(leaves)"
  }
}
