import Engine
import RuleCompiler
import RuleModel

/// Which of several things said differently make a decision another one.
///
/// Two ways, which supplement each other. *Points*: every rule whose part differs is put down to what differs among that
/// which it reads; if that is several things, to all of them together, unless just one of them switches it when put into
/// the former case, and switches it back when taken out of the present one. A rule that holds in both is put down to the
/// weights. Every rule is counted once, so the parts add up to the difference. *Outcomes*: every single difference, then every pair,
/// is put into the former case alone, and every single one is taken back in the present case.
package struct DecisionAttribution: Sendable {
  /// One part of the difference of points.
  package struct Part: Sendable {
    /// Places in `CaseDifference.entries`, ascending.
    package let entries: [Int]
    /// Decisions with another outcome that rules look at, by id.
    package let decisions: [String]
    /// Rules that make it up, what moves most first.
    package let rules: [String]
    package let points: Double
  }

  /// What moves most first; empty where no points are compared. They add up to the difference.
  package let parts: [Part]
  /// The smallest sets of differences, of at most two, that alone make what stands in the former case what stands in the
  /// present one; all of them, by place. Empty where nothing else stands, or it takes more than two.
  package let sufficient: [[Int]]
  /// Single differences without which the former outcome would stand again; by place.
  package let necessary: [Int]
  /// Where the same stands in both: single differences that alone would have made it another one; others make up for them.
  package let offset: [Int]
  /// Whether pairs were tried; not where there are very many differences.
  package let triedPairs: Bool
}

/// The work behind `DecisionAttribution` for all decisions at once.
struct ChangeAttribution {
  private let entries: [EntryDifference]
  private let rules: CompiledRules
  private let catalogue: Catalogue
  private let index: ProgramIndex
  private let before: Assessment
  private let after: Assessment
  /// The former case with one difference, or with two; and the present case without one.
  private let alone: [WorldRuns.Outcome]
  private let pairs: [(first: Int, second: Int)]
  private let together: [WorldRuns.Outcome]
  private let without: [WorldRuns.Outcome]
  /// Places of rules in the catalogue.
  private let places: [String: Int]

  /// Pairs are tried up to so many differences.
  static let mostPaired = 100

  init(from before: Assessment, to after: Assessment, entries: [EntryDifference]) {
    self.entries = entries
    self.before = before
    self.after = after
    rules = after.rules
    catalogue = rules.catalogue
    index = ProgramIndex(rules.program)
    let runs = WorldRuns(rules: rules)
    alone = runs.outcomes(of: entries.map { before.profile.with($0.after) })
    without = runs.outcomes(of: entries.map { after.profile.with($0.before) })
    var pairs: [(first: Int, second: Int)] = []
    let isAnother = zip(before.decisions, after.decisions).contains { $0.variant != $1.variant }
    if isAnother && entries.count > 1 && entries.count <= Self.mostPaired {
      for first in entries.indices {
        for second in entries.indices where second > first { pairs.append((first, second)) }
      }
    }
    self.pairs = pairs
    together = runs.outcomes(
      of: pairs.map { before.profile.with(entries[$0.first].after).with(entries[$0.second].after) }
    )
    places = Dictionary(catalogue.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func decision(
    _ place: Int,
    _ old: AssessedDecision,
    _ new: AssessedDecision,
    _ points: PointDifference?
  ) -> DecisionAttribution {
    let isAnother = old.variant != new.variant
    let single = entries.indices.filter { isAnother && alone[$0].leaves[place] == new.variant }.map { [$0] }
    let double = pairs.indices.filter { isAnother && together[$0].leaves[place] == new.variant }
      .map { [pairs[$0].first, pairs[$0].second] }
    return DecisionAttribution(
      parts: parts(points),
      sufficient: single.isEmpty ? double : single,
      necessary: entries.indices.filter { isAnother && without[$0].leaves[place] == old.variant },
      offset: entries.indices.filter { !isAnother && alone[$0].leaves[place] != old.variant },
      triedPairs: entries.count <= Self.mostPaired
    )
  }

  // MARK: Points

  private struct Reads: Hashable {
    let entries: [Int]
    let decisions: [String]
  }

  private func parts(_ points: PointDifference?) -> [DecisionAttribution.Part] {
    var order: [Reads] = []
    var shifts: [Reads: [PointShift]] = [:]
    for shift in points?.shifts ?? [] {
      let reads = reads(shift)
      if shifts[reads] == nil { order.append(reads) }
      shifts[reads, default: []].append(shift)
    }
    return order.map { reads in
      let own = shifts[reads] ?? []
      return DecisionAttribution.Part(
        entries: reads.entries,
        decisions: reads.decisions,
        rules: own.map(\.rule),
        points: own.reduce(0) { $0 + $1.difference }
      )
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element.points.magnitude, b.element.points.magnitude)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// What a rule's part is put down to.
  private func reads(_ shift: PointShift) -> Reads {
    if shift.why == .weights {
      let weights = entries.indices.filter { if case .weight = entries[$0].subject { true } else { false } }
      return Reads(entries: weights, decisions: [])
    }
    guard let register = rules.ruleRegisters[shift.rule], let place = places[shift.rule] else {
      return Reads(entries: [], decisions: [])
    }
    let cone = index.cone(of: [register])
    let facts = Set(cone.facts.map { catalogue.facts[$0].id })
    let decisions = otherOutcomes(read: catalogue.rules[place].condition)
    let seen = entries.indices.filter { entry in
      switch entries[entry].subject {
      case .fact(let id): facts.contains(id)
      case .date: cone.operations.contains { countsFromToday($0) }
      case .weight, .decision, .clarification: false
      }
    }
    let switches = seen.filter { entry in
      alone[entry].holding[place] == (shift.is == .yes) && without[entry].holding[place] == (shift.was == .yes)
    }
    // A decision that is read may do the same; then it is both.
    return Reads(entries: switches.count == 1 && decisions.isEmpty ? switches : seen, decisions: decisions)
  }

  private func countsFromToday(_ operation: Int) -> Bool {
    guard case .formula(_, let root) = index.program.operations[operation] else { return false }
    return index.readsToday(formula: Int(root))
  }

  /// The decisions with another outcome that a condition names.
  private func otherOutcomes(read condition: LinkedCondition) -> [String] {
    var found: Set<String> = []
    condition.forEachComparison { comparison in
      switch comparison.subject {
      case .decision(let id):
        if before.decision(id)?.recommended != after.decision(id)?.recommended { found.insert(id) }
      case .decisionVariant(let id):
        if before.decision(id)?.variant != after.decision(id)?.variant { found.insert(id) }
      case .fact: break
      }
    }
    return found.sorted(by: idPrecedes)
  }
}
