import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What is proved about conditions is what trying every world gives.
struct ChecksProofTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 20)
  private static let worlds = 3000

  private static func rules(seed: UInt64, hasFormulas: Bool, decisions: ClosedRange<Int>) throws -> CompiledRules {
    var shape = RandomPackShape()
    shape.facts = 2...4
    shape.decisions = decisions
    shape.rulesPerDecision = 3...8
    shape.addons = 0...1
    var random = RandomPacks(seed: seed, shape)
    if !hasFormulas {
      random.replace("facts") { fact in
        var fact = fact
        if let derivation = fact["derive"], derivation["cases"] == nil, derivation["when"] == nil {
          fact["derive"] = nil
        }
        return [fact]
      }
    }
    return try compiled(random.packs)
  }

  /// 1,600 packs; those with too many worlds are left out, and most are not.
  @Test(arguments: 0..<8)
  func findsOutWhatIsPossibleExactly(part: Int) throws {
    var tried = 0
    for seed in part * 200..<part * 200 + 200 {
      let rules = try Self.rules(seed: UInt64(seed), hasFormulas: false, decisions: 1...1)
      guard let every = EveryWorld(rules, today: Self.today, limit: Self.worlds) else { continue }
      tried += 1
      var reasoner = Reasoner(rules)
      let registers = rules.catalogue.rules.filter { $0.decision != nil }.compactMap { rules.ruleRegisters[$0.id] }
      for a in registers {
        let canHold = reasoner.solve([(a, .yes)])
        #expect(canHold.isPossible == every.isEverTrue(a), "seed \(seed), true")
        let canFail = reasoner.solve([(a, .notYes)])
        #expect(canFail.isImpossible == every.isAlwaysTrue(a), "seed \(seed), always")
        #expect(canHold.isPossible || canHold.isImpossible)
        for b in registers where b != a {
          let verdict = reasoner.solve([(a, .yes), (b, .notYes)])
          #expect(verdict.isPossible == every.isTrueWithout(a, b), "seed \(seed), \(a) without \(b)")
          #expect(verdict.isImpossible != every.isTrueWithout(a, b))
        }
      }
    }
    #expect(tried > 100)
  }

  /// With formulas and decisions that depend on one another, what is called impossible never happens.
  @Test(arguments: 0..<8)
  func neverCallsImpossibleWhatHappens(part: Int) throws {
    for seed in part * 60..<part * 60 + 60 {
      let rules = try Self.rules(seed: UInt64(seed), hasFormulas: true, decisions: 1...3)
      guard let every = EveryWorld(rules, today: Self.today, limit: Self.worlds) else { continue }
      var reasoner = Reasoner(rules)
      for register in every.yes.indices {
        if every.isEverTrue(register) { #expect(!reasoner.solve([(register, .yes)]).isImpossible, "seed \(seed)") }
        if !every.isAlwaysTrue(register) {
          #expect(!reasoner.solve([(register, .notYes)]).isImpossible, "seed \(seed)")
        }
      }
    }
  }

  /// A witness does what it shows, in the plainest evaluation and with no other answers.
  @Test(arguments: 0..<4)
  func witnessesDoWhatTheyShow(part: Int) throws {
    var shown = 0
    for seed in part * 30..<part * 30 + 30 {
      let packs = RandomPacks(seed: UInt64(seed)).packs
      let rules = try compiled(packs)
      var reasoner = Reasoner(rules)
      for rule in rules.catalogue.rules {
        guard let register = rules.ruleRegisters[rule.id] else { continue }
        for wanted in [TruthSet.yes, .no] {
          guard let witness = reasoner.solve([(register, wanted)]).witness, !witness.assumesOutcomes else { continue }
          shown += 1
          let truth = try Self.truth(of: rule.id, with: witness, rules)
          #expect(truth == (wanted == .yes ? .yes : .no), "seed \(seed), \(rule.id): \(witness.text(rules.catalogue))")
        }
      }
    }
    #expect(shown > 250)
  }

  /// The witness as people see it: read again as a profile.
  private static func truth(of rule: String, with witness: Witness, _ rules: CompiledRules) throws -> Truth? {
    let (profile, log) = try rules.profile(parsed(witness.text(rules.catalogue)))
    if log.hasErrors { throw UnexpectedProblems(log) }
    var evaluator = ObviousEvaluator(
      catalogue: rules.catalogue,
      answers: profile.answers,
      today: profile.profile.date
    )
    evaluator.evaluate()
    return evaluator.ruleTruths[rule]
  }

  /// Leaves that the check says cannot win are those that win in no world, with the weights of the packs.
  @Test(arguments: 0..<6)
  func findsEveryOptionThatCannotWin(part: Int) throws {
    var losers = 0
    for seed in part * 50..<part * 50 + 50 {
      let rules = try Self.rules(seed: UInt64(seed), hasFormulas: false, decisions: 1...1)
      guard let every = EveryWorld(rules, today: Self.today, limit: Self.worlds) else { continue }
      let found = check(rules.catalogue, date: Self.today)
      let called = found.filter { $0.code == "option-cannot-win" }
      #expect(called.allSatisfy { $0.severity == .warning }, "seed \(seed): nothing is left open in a small pack")
      let expected = zip(rules.catalogue.decisions[0].leaves, every.wins).filter { $0.1 == 0 }.map(\.0.id)
      let neverApplies = found.contains { $0.summary.contains("never has to be taken") }
      let isDecided = rules.catalogue.decisions[0].leaves.count > 1 && !neverApplies
      losers += expected.count
      #expect(
        called.compactMap { Self.quotedName($0.summary) }.sorted() == (isDecided ? expected.sorted() : []),
        "seed \(seed)"
      )
    }
    #expect(losers > 10)
  }

  private static func quotedName(_ text: String) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : nil
  }

  /// What checks say about whole packs agrees with trying every world, and their examples do what they show.
  @Test(arguments: 0..<6)
  func checksAgreeWithTryingEverything(part: Int) throws {
    for seed in part * 40..<part * 40 + 40 {
      let rules = try Self.rules(seed: UInt64(seed) + 10_000, hasFormulas: false, decisions: 1...1)
      guard let every = EveryWorld(rules, today: Self.today, limit: Self.worlds) else { continue }
      let found = check(rules.catalogue, date: Self.today)
      func named(_ code: String) -> [String] {
        found.filter { $0.code == code }.compactMap { Self.quotedName($0.summary) }.sorted()
      }
      let asked = rules.catalogue.rules.filter { $0.decision != nil }
      let ids = Set(asked.map(\.id))
      func register(_ rule: LinkedRule) -> Int { rules.ruleRegisters[rule.id] ?? 0 }
      #expect(
        named("rule-never-true").filter { ids.contains($0) }
          == asked.filter { !every.isEverTrue(register($0)) }.map(\.id).sorted()
      )
      #expect(
        named("rule-always-true").filter { ids.contains($0) }
          == asked.filter { every.isAlwaysTrue(register($0)) }.map(\.id).sorted()
      )
      for finding in found where ["subsumed-rule", "duplicate-rule", "contradicting-rules"].contains(finding.code) {
        let names = finding.summary.split(separator: "'").map(String.init).compactMap { rules.catalogue.rule($0) }
        let (a, b) = (register(names[0]), register(names[1]))
        #expect(!every.isTrueWithout(a, b), "seed \(seed): \(finding.summary)")
        if finding.code != "subsumed-rule" { #expect(!every.isTrueWithout(b, a), "seed \(seed): \(finding.summary)") }
        for example in finding.related.compactMap({ Self.example($0.message) }) {
          let assessed = try rules.assessment(of: example)
          #expect(assessed.ruleTruths[names[0].id] == .yes && assessed.ruleTruths[names[1].id] == .yes)
        }
      }
    }
  }

  private static func example(_ message: String) -> String? {
    let head = "for example with these answers: "
    return message.hasPrefix(head) ? String(message.dropFirst(head.count)) : nil
  }
}
