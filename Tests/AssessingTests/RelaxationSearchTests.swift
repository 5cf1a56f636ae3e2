import Assessing
import Engine
import RuleCompiler
import TestSupport
import Testing

/// The search for ways out leaves out whatever cannot help, and judges sets of changes in a short way where it may. Here
/// every set of changes up to some size is made and evaluated, in the plainest way.
@Suite struct RelaxationSearchTests {
  @Test(arguments: 0..<30)
  func findsTheSmallestSetsAndNoOthers(seed: Int) throws {
    var tried = 0
    for number in 0..<4 {
      let case_ = try Case(seed: UInt64(7_000 + seed * 4 + number))
      for decision in case_.rules.program.decisions.indices {
        for leaf in 0..<Int(case_.rules.program.decisions[decision].leaves.count) {
          var worlds = case_.worlds(decision)
          let search = worlds.relaxations(of: leaf)
          let expected = case_.smallestSets(decision, leaf, worlds.changes)
          let found = search.found.map { Found(changes: $0.changes, score: $0.score, wins: $0.wins) }
          if let expected {
            #expect(found == expected)
            tried += expected.count
          } else {
            #expect(found.allSatisfy { $0.changes.count > Case.mostChanges })
          }
        }
      }
    }
    #expect(tried > 0)
  }

  @Test(arguments: 0..<10)
  func aSearchThatIsGivenUpFindsTheFirstSetsOnly(seed: Int) throws {
    let case_ = try Case(seed: UInt64(7_000 + seed))
    for decision in case_.rules.program.decisions.indices {
      for leaf in 0..<Int(case_.rules.program.decisions[decision].leaves.count) {
        var worlds = case_.worlds(decision)
        let all = worlds.relaxations(of: leaf)
        for limit in [1, 2, 20, 64, 65, 100, 130, 300, 1_000] {
          let some = worlds.relaxations(of: leaf, limit: limit)
          if some.isComplete {
            #expect(some.found.map(\.changes) == all.found.map(\.changes) && all.isComplete)
          } else {
            #expect(some.found.map(\.changes) == Array(all.found.map(\.changes).prefix(some.found.count)))
            #expect(some.found.count < all.found.count || all.found.isEmpty || !all.isComplete)
          }
        }
      }
    }
  }
}

private struct Found: Equatable {
  let changes: [Int]
  let score: Double
  let wins: Bool
}

private struct Case {
  static let mostChanges = 2

  let rules: CompiledRules
  private let work: Casework

  init(seed: UInt64) throws {
    var shape = RandomPackShape()
    shape.facts = 3...6
    shape.addons = 0...1
    rules = try compiled(RandomPacks(seed: seed, shape).packs)
    var profiles = RandomProfile(rules.catalogue, seed: seed)
    profiles.answered = 0.9
    let assessment = try rules.assessment(of: profiles.profile())
    work = Casework(rules.book, rules.caseFile(of: assessment.profile))
  }

  func worlds(_ decision: Int) -> ChangedWorlds {
    var kernel = Kernel(rules.program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    return work.changedWorlds(decision, block, kernel, .withAssumptions).worlds
  }

  /// All sets of the smallest size that readmit a leaf, in the order of changes; none if it is not excluded; nil if it takes
  /// more than `mostChanges`.
  func smallestSets(_ decision: Int, _ leaf: Int, _ changes: [Change]) -> [Found]? {
    if evaluated([], changes, decision, leaf) != nil { return [] }
    let single = changes.indices.map { [$0] }
    let pairs = changes.indices.flatMap { a in
      changes.indices.filter { $0 > a && changes[$0].fact.column != changes[a].fact.column }.map { [a, $0] }
    }
    for sets in [single, pairs] {
      let found = sets.compactMap { evaluated($0, changes, decision, leaf) }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// nil while the leaf is excluded.
  private func evaluated(_ set: [Int], _ changes: [Change], _ decision: Int, _ leaf: Int) -> Found? {
    var kernel = Kernel(rules.program, work.file.circumstances)
    var block = work.template(assumesDefaults: true)
    for change in set { changes[change].fact.fill(&block, lane: 0, with: changes[change].value) }
    kernel.evaluate(&block)
    let row = Int(rules.program.decisions[decision].leaves.first) + leaf
    if kernel.isExcluded(row, lane: 0) { return nil }
    let applies = kernel.applicable[decision].value(in: 0) != false
    return Found(
      changes: set,
      score: kernel.scores[row * WorldBlock.width],
      wins: applies && Int(kernel.best[decision * WorldBlock.width]) == row
    )
  }
}
