package import RuleCompiler
import RuleModel

/// One decision over many cases.
package struct DecisionPortfolio: Sendable {
  package let decision: LinkedDecision
  /// Cases to which it applies, or may apply.
  package let applicable: [Int]
  /// What stands in how many cases: options (without variants), in most cases first, then by id. Options that stand in none
  /// are listed, too.
  package let chosen: [(option: String, cases: [Int])]
  /// Cases in which no option meets all requirements.
  package let withoutSolution: [Int]
  /// Cases in which there are not enough facts for a recommendation.
  package let withoutFacts: [Int]
  /// What keeps options out. The most telling first: where removing it would bring most cases to the option, then where it is
  /// the only obstacle most often, then in most cases, then by option and rule.
  package let barriers: [Barrier]
  /// What was chosen in the end, by case.
  package let outcomes: [(place: Int, option: String)]

  package var id: String { decision.id }

  init(_ decision: LinkedDecision, _ cases: [PortfolioCase]) {
    self.decision = decision
    let assessed = cases.map { $0.assessment.decision(decision.id) }
    let applying = cases.indices.filter { assessed[$0].map { $0.applicable != .no } ?? false }
    applicable = applying
    chosen = decision.families.map { family in
      (option: family, cases: applying.filter { assessed[$0]?.recommended == family })
    }
    .sorted { a, b in
      a.cases.count == b.cases.count ? idPrecedes(a.option, b.option) : a.cases.count > b.cases.count
    }
    withoutSolution = applying.filter { assessed[$0]?.recommended == nil && assessed[$0]?.reason == .noSolution }
    withoutFacts = applying.filter { assessed[$0]?.recommended == nil && assessed[$0]?.reason != .noSolution }
    barriers = Barrier.all(of: decision, applying.compactMap { place in assessed[place].map { (place, $0) } })
    outcomes = applying.compactMap { place in
      guard let outcome = cases[place].assessment.profile.outcome, outcome.decision == decision.id else { return nil }
      return (place, outcome.option)
    }
  }
}

/// A rule that keeps an option out, over many cases.
package struct Barrier: Sendable {
  /// An option, or one of its variants.
  package let option: String
  package let isVariant: Bool
  package let rule: String
  /// Cases in which the option is out and this rule is among the reasons: it belongs to a smallest set of rules without which
  /// the option, or one of its variants, could be chosen.
  package private(set) var cases: [Int] = []
  /// Those in which it is the only reason: without it, the option could be chosen.
  package private(set) var alone: [Int] = []
  /// Those in which the option would then come first by its score.
  package private(set) var wouldLead: [Int] = []

  fileprivate static func all(
    of decision: LinkedDecision,
    _ cases: [(place: Int, assessed: AssessedDecision)]
  ) -> [Barrier] {
    var found: [Barrier] = []
    for family in decision.families {
      let leaves = decision.leaves(of: family)
      found += of(family, isVariant: false, leaves: leaves, cases)
      if leaves.count > 1 { for leaf in leaves { found += of(leaf, isVariant: true, leaves: [leaf], cases) } }
    }
    return found.sorted { a, b in
      let (x, y) = (a.figures, b.figures)
      if x != y { return x > y }
      return a.option == b.option ? idPrecedes(a.rule, b.rule) : idPrecedes(a.option, b.option)
    }
  }

  private var figures: (Int, Int, Int) { (wouldLead.count, alone.count, cases.count) }

  /// The rules that keep all of some leaves out.
  private static func of(
    _ option: String,
    isVariant: Bool,
    leaves: [String],
    _ cases: [(place: Int, assessed: AssessedDecision)]
  ) -> [Barrier] {
    var found: [String: Barrier] = [:]
    for (place, assessed) in cases {
      let own = leaves.compactMap { assessed.leaf($0) }
      guard own.allSatisfy(\.isExcluded) else { continue }
      let best = assessed.chosenLeaf.flatMap { $0.isExcluded ? nil : $0.score }
      let reasons = own.map { Set($0.excludedBy) }
      let smallest = reasons.filter { one in !reasons.contains { $0.isStrictSubset(of: one) } }
      for rule in smallest.reduce(into: Set<String>(), { $0.formUnion($1) }) {
        var barrier = found[rule] ?? Barrier(option: option, isVariant: isVariant, rule: rule)
        barrier.cases.append(place)
        let readmitted = own.filter { $0.excludedBy == [rule] }
        if !readmitted.isEmpty { barrier.alone.append(place) }
        if readmitted.contains(where: { leaf in best.map { leaf.score > $0 } ?? true }) {
          barrier.wouldLead.append(place)
        }
        found[rule] = barrier
      }
    }
    return Array(found.values)
  }

  private init(option: String, isVariant: Bool, rule: String) {
    self.option = option
    self.isVariant = isVariant
    self.rule = rule
  }
}

extension AssessedDecision {
  /// How far what stands is ahead of the best leaf of another option, in points; nil without a rival or a recommendation.
  package var lead: Double? {
    guard let chosen = chosenLeaf, let other = runnerUp else { return nil }
    return chosen.score - other.score
  }
}
