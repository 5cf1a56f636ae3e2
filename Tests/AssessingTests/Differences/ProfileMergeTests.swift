import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// The profiles of several people put together: nothing is decided by majority, and no contradiction is lost.
@Suite struct ProfileMergeTests {
  private static let pack = """
    {"facts": [{"id": "big", "type": "boolean"}, {"id": "idle", "type": "boolean"}, {"id": "own", "type": "boolean"},
       {"id": "size", "type": "number", "minimum": 0}, {"id": "day", "type": "date"}],
     "criteria": [{"id": "cost", "weight": 1, "scale": 12}, {"id": "control", "weight": 1, "scale": 12}],
     "decisions": [{"id": "d"}],
     "options": [{"id": "a", "decision": "d"}, {"id": "b", "decision": "d"}],
     "rules": [
       {"id": "large", "when": {"big": true}, "criterion": "cost", "weight": 2, "rate": {"b": 3}},
       {"id": "small", "when": {"big": false}, "criterion": "control", "weight": 2, "rate": {"a": 3}},
       {"id": "joint", "when": {"own": true, "size": {"atLeast": 100}}, "criterion": "control", "weight": 5,
        "rate": {"a": 3}}]}
    """

  private func merge(_ profiles: String...) throws -> (ProfileMerge, CompiledRules) {
    let rules = try compiled(Self.pack)
    return (ProfileMerge(try profiles.map { try rules.assessment(of: $0).profile }, rules), rules)
  }

  private func answer(_ merge: ProfileMerge, _ fact: String) -> GivenAnswer? {
    if case .answer(_, let given) = merge.merged.entry(.fact(fact)) { given } else { nil }
  }

  @Test func takesWhatIsAgreedAndWhatOnlyOneKnows() throws {
    let (merge, _) = try merge(
      #"{"answers": {"big": true, "idle": null}}"#,
      #"{"answers": {"big": true, "own": false, "idle": null}}"#
    )
    #expect(answer(merge, "big") == .value(.boolean(true)) && answer(merge, "own") == .value(.boolean(false)))
    #expect(answer(merge, "idle") == .notKnown && answer(merge, "size") == .notAsked)
    #expect(merge.entries(.partial).map(\.subject) == [.fact("own")])
    #expect(merge.entries(.conflict).isEmpty && merge.entries(.agreed).count == 2)
  }

  @Test func leavesOpenWhatIsContradictedWhateverTheMajority() throws {
    let (merge, _) = try merge(
      #"{"answers": {"big": true}}"#,
      #"{"answers": {"big": true}}"#,
      #"{"answers": {"big": false}}"#
    )
    #expect(answer(merge, "big") == .notKnown && merge.entries(.conflict).count == 1)
  }

  @Test(arguments: [
    ("100", "500", FactValue.number(from: 100, to: 500), MergedEntry.Kind.conflict),
    ("100", #"{"from": 50, "to": 500}"#, .number(100), .partial),
    (#"{"from": 10, "to": 60}"#, #"{"from": 50, "to": 500}"#, .number(from: 10, to: 500), .conflict),
    ("100", "100", .number(100), .agreed),
  ])
  func numbersBecomeTheRangeOfWhatWasSaid(
    _ one: String,
    _ other: String,
    _ taken: FactValue,
    _ kind: MergedEntry.Kind
  )
    throws
  {
    let (merge, _) = try merge(#"{"answers": {"size": \#(one)}}"#, #"{"answers": {"size": \#(other)}}"#)
    #expect(answer(merge, "size") == .value(taken) && merge.entries.map(\.kind) == [kind])
  }

  @Test func daysHaveNoRanges() throws {
    let (merge, _) = try merge(#"{"answers": {"day": "2027-01-01"}}"#, #"{"answers": {"day": "2027-03-01"}}"#)
    #expect(answer(merge, "day") == .notKnown && merge.entries(.conflict).count == 1)
  }

  @Test func decisionsAndClarificationsAreContradictedToo() throws {
    let (merge, _) = try merge(#"{"decided": {"d": "a"}}"#, #"{"decided": {"d": "b"}}"#, "{}")
    #expect(merge.merged.decided.isEmpty && merge.entries(.conflict).map(\.subject) == [.decision("d")])
  }

  @Test func contradictionsThatDecideComeFirst() throws {
    let (merge, rules) = try merge(
      #"{"answers": {"idle": true, "own": false, "size": 200, "big": true}}"#,
      #"{"answers": {"idle": false, "own": true, "size": 20, "big": false}}"#
    )
    let judged = merge.judgedConflicts(rules)
    #expect(judged.map(\.entry.subject) == [.fact("big"), .fact("own"), .fact("size"), .fact("idle")])
    #expect(judged.map(\.weight) == [.does, .could, .could, .none])
    #expect(judged[0].outcomes == [["b", "a"]])
  }

  @Test(arguments: 0..<40)
  func whatIsJudgedIsTriedOut(seed: UInt64) throws {
    let rules = try compiled(RandomPacks(seed: 700 + seed).packs)
    var profiles = RandomProfile(rules.catalogue, seed: seed)
    profiles.answered = 0.9
    let people = try (0..<2).map { _ in try rules.assessment(of: profiles.profile()).profile }
    let merge = ProfileMerge(people, rules)
    #expect(Set(merge.judgedConflicts(rules).map(\.entry.subject)) == Set(merge.entries(.conflict).map(\.subject)))
    for conflict in merge.judgedConflicts(rules) {
      let outcomes = conflict.entry.alternatives.map { assess(merge.merged.with($0), rules) }
      let changed = rules.catalogue.decisions.map(\.id).filter { id in
        Set(outcomes.map { $0.decision(id).flatMap { $0.applicable == .no ? nil : $0.variant } }).count > 1
      }
      #expect((conflict.weight == .does) == !changed.isEmpty)
      if conflict.weight == .does { #expect(conflict.decisions == changed) }
    }
  }

  // MARK: Weights

  @Test func weightsAreTheMeanOfTheShares() throws {
    let (merge, _) = try merge(
      #"{"weights": {"cost": 3, "control": 1}}"#,
      #"{"weights": {"cost": 10, "control": 30}}"#,
      "{}"
    )
    #expect(merge.weights.voices == [0, 1] && merge.weights.isConflict)
    #expect(merge.weights.shares["cost"] == [0.75, 0.25])
    #expect(merge.merged.weights == ["cost": 50, "control": 50])
  }

  @Test func weightsInTheSameProportionAreNoContradiction() throws {
    let (merge, _) = try merge(#"{"weights": {"cost": 2}}"#, #"{"weights": {"cost": 20, "control": 10}}"#)
    #expect(!merge.weights.isConflict && merge.merged.weights == ["cost": 2])
    #expect(try self.merge("{}", "{}").0.merged.weights.isEmpty)
  }
}
