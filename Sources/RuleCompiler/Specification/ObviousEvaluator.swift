package import RuleModel

/// What the rules mean: one world, evaluated in the plainest way, straight from method.md sections 1 to 5.
///
/// This is the specification of the engine. It works on names, trees and dictionaries and takes its time; the flat
/// program must agree with it on every pack and every world. It also serves explanations, which want names anyway.
package struct ObviousEvaluator: Sendable {
  package let catalogue: Catalogue
  package let answers: [String: FactValue]
  /// The profile's date, for `weeksUntil`.
  package let today: CalendarDate?
  /// Whether the defaults of the packs stand in for missing answers.
  package var assumesDefaults = true
  /// Criterion id → weight that the profile states.
  package var weights: [String: Double] = [:]
  /// Decision id → option or leaf that the profile has decided on.
  package var decided: [String: String] = [:]
  /// Rule id and leaf id of clarifications that did not hold.
  package var refuted: [(rule: String, leaf: String)] = []

  package private(set) var factStates: [String: FactState] = [:]
  package private(set) var decisionOutcomes: [String: ObviousDecision] = [:]
  package private(set) var ruleTruths: [String: Truth] = [:]

  package init(catalogue: Catalogue, answers: [String: FactValue], today: CalendarDate?) {
    self.catalogue = catalogue
    self.answers = answers
    self.today = today
  }

  /// Evaluates everything.
  package mutating func evaluate() {
    evaluateFacts()
    for decision in catalogue.decisions { decide(decision) }
    for rule in catalogue.rules where rule.decision == nil { ruleTruths[rule.id] = truth(of: rule.condition) }
  }

  /// Takes up how a decision came out elsewhere, instead of deciding it.
  package mutating func take(_ outcome: ObviousDecision, of decision: String) { decisionOutcomes[decision] = outcome }

  // MARK: Facts

  /// Evaluates facts only, in an order in which each comes after those it is computed from.
  package mutating func evaluateFacts() {
    for id in catalogue.factOrder {
      guard let fact = catalogue.fact(id) else { continue }
      factStates[id] = state(of: fact)
    }
  }

  package func state(ofFact id: String) -> FactState { factStates[id] ?? .unknown }

  private func state(of fact: LinkedFact) -> FactState {
    switch fact.relevance.map({ truth(of: $0) }) ?? .yes {
    case .no: return .notApplicable
    case .unknown: return .unknown
    case .yes: break
    }
    switch fact.derivation {
    case nil:
      let value = answers[fact.id] ?? (assumesDefaults ? fact.defaultValue : nil)
      return value.map { .known($0) } ?? .unknown
    case .condition(let condition): return truth(of: condition).known.map { .known(.boolean($0)) } ?? .unknown
    case .cases(let cases, let otherwise):
      for part in cases {
        switch truth(of: part.condition) {
        case .yes: return .known(part.value)
        case .unknown: return .unknown
        case .no: continue
        }
      }
      return .known(otherwise)
    case .expression(let expression): return value(of: expression)
    }
  }

  /// The value of a formula: not applicable if any part is, otherwise unknown if any part is.
  package func value(of expression: Expression, costs: [String: FactState] = [:]) -> FactState {
    switch expression {
    case .constant(let number): return .known(.number(number))
    case .fact(let name): return state(ofFact: name.id)
    case .cost(let name): return costs[name.id] ?? .unknown
    case .weeksUntil(let name):
      guard let today else { return state(ofFact: name.id) == .notApplicable ? .notApplicable : .unknown }
      return combine([state(ofFact: name.id)]) { ends in
        ((ends[0].from - Double(today.days)) / 7, (ends[0].to - Double(today.days)) / 7)
      }
    case .sum(let parts):
      return fold(parts, costs) { a, b in (a.from + b.from, a.to + b.to) }
    case .product(let parts):
      return fold(parts, costs) { a, b in
        corners(a.from * b.from, a.from * b.to, a.to * b.from, a.to * b.to)
      }
    case .minimum(let parts):
      return fold(parts, costs) { a, b in (min(a.from, b.from), min(a.to, b.to)) }
    case .maximum(let parts):
      return fold(parts, costs) { a, b in (max(a.from, b.from), max(a.to, b.to)) }
    case .quotient(let dividend, let divisor):
      return fold([dividend, divisor], costs) { a, b in
        if b.from <= 0 && b.to >= 0 { return (.nan, .nan) }
        return corners(a.from / b.from, a.from / b.to, a.to / b.from, a.to / b.to)
      }
    }
  }

  package typealias Ends = (from: Double, to: Double)

  private func corners(_ w: Double, _ x: Double, _ y: Double, _ z: Double) -> Ends {
    (min(min(w, x), min(y, z)), max(max(w, x), max(y, z)))
  }

  private func fold(_ parts: [Expression], _ costs: [String: FactState], _ body: (Ends, Ends) -> Ends) -> FactState {
    let values = parts.map { value(of: $0, costs: costs) }
    return values.dropFirst().reduce(values[0]) { a, b in combine([a, b]) { body($0[0], $0[1]) } }
  }

  private func combine(_ states: [FactState], _ body: ([Ends]) -> Ends) -> FactState {
    if states.contains(.notApplicable) { return .notApplicable }
    var ends: [Ends] = []
    for state in states {
      guard case .known(.number(let from, let to)) = state else { return .unknown }
      ends.append((from, to))
    }
    let (from, to) = body(ends)
    return from.isFinite && to.isFinite ? .known(.number(from: from, to: to)) : .unknown
  }

  // MARK: Conditions

  package func truth(of condition: LinkedCondition) -> Truth {
    switch condition {
    case .all(let parts): parts.reduce(.yes) { $0.and(truth(of: $1)) }
    case .any(let parts): parts.reduce(.no) { $0.or(truth(of: $1)) }
    case .not(let part): truth(of: part).negated
    case .comparison(let comparison): truth(of: comparison)
    }
  }

  /// Not applicable is false, unknown is unknown; a known value is compared.
  package func truth(of comparison: LinkedComparison) -> Truth {
    switch state(of: comparison.subject) {
    case .unknown: .unknown
    case .notApplicable: .no
    case .known(let value): comparison.operator.holds(value, comparison.operands, comparison.order)
    }
  }

  /// What a comparison sees.
  package func state(of subject: Subject) -> FactState {
    switch subject {
    case .fact(let id): state(ofFact: id)
    case .decision(let id): decisionOutcomes[id]?.seenAsOption ?? .unknown
    case .decisionVariant(let id): decisionOutcomes[id]?.seenAsLeaf ?? .unknown
    }
  }

  // MARK: Decisions

  private mutating func decide(_ decision: LinkedDecision) {
    let rules = catalogue.rules.filter { $0.decision == decision.id }
    for rule in rules { ruleTruths[rule.id] = truth(of: rule.condition) }
    let applying = rules.filter { ruleTruths[$0.id] == .yes }
    let counted = decision.criteria.filter { weight(of: $0) > 0 }
    let total = counted.reduce(0) { $0 + weight(of: $1) }

    var result = ObviousDecision()
    result.applicable = decision.condition.map { truth(of: $0) } ?? .yes
    for leaf in decision.leaves {
      var contributions: [ObviousDecision.Contribution] = []
      var score = 0.0
      for criterion in counted {
        let scale = Double(catalogue.criterion(criterion)?.criterion.scale ?? 1)
        let share = total > 0 ? weight(of: criterion) / total : 0
        var net = 0
        for rule in applying where rule.rule.criterion?.id == criterion {
          for rating in rule.ratings where rating.leaf == leaf.id {
            guard case .points(let points) = rating.value else { continue }
            net += rule.rule.weight * points
            let value = 100 * share * Double(rule.rule.weight * points) / scale
            contributions.append(.init(rule: rule.id, criterion: criterion, points: value))
          }
        }
        result.net[leaf.id, default: [:]][criterion] = net
        score += 100 * share * Double(net) / scale
      }
      result.scores[leaf.id] = score
      result.contributions[leaf.id] = contributions
      let excluding = applying.filter { $0.excludedLeaves.contains(leaf.id) }.map(\.id)
      let refuting = refuted.filter { $0.leaf == leaf.id && ruleTruths[$0.rule] == .yes }.map(\.rule)
      result.excludedBy[leaf.id] = Set(excluding + refuting).sorted(by: idPrecedes)
    }
    let speaking = counted.filter { criterion in
      applying.contains { $0.rule.criterion?.id == criterion && !$0.ratings.isEmpty }
    }
    result.evidence = total > 0 ? speaking.reduce(0) { $0 + weight(of: $1) } / total : 0
    result.hasEnoughFacts =
      !speaking.isEmpty || applying.contains { !$0.excludedLeaves.isEmpty }
      || result.excludedBy.values.contains { !$0.isEmpty }
    result.ranking = decision.leaves.sorted { a, b in result.precedes(a, b) }.map(\.id)
    let admissible = result.ranking.filter { result.excludedBy[$0]?.isEmpty == true }
    result.recommendedLeaf = result.hasEnoughFacts ? admissible.first : nil
    result.outcomeLeaf = result.recommendedLeaf
    if let choice = decided[decision.id] {
      let leaves = decision.leaves(of: choice)
      result.outcomeLeaf =
        admissible.first { leaves.contains($0) }
        ?? decision.leaves.filter { leaves.contains($0.id) }.sorted { result.precedesByScore($0, $1) }.first?.id
    }
    result.outcomeFamily = result.outcomeLeaf.flatMap { id in decision.leaves.first { $0.id == id }?.family }
    decisionOutcomes[decision.id] = result
  }

  private func weight(of criterion: String) -> Double {
    weights[criterion] ?? catalogue.criterion(criterion)?.weight ?? 0
  }
}

/// The outcome of one decision in one world.
package struct ObviousDecision: Sendable {
  package struct Contribution: Sendable {
    package let rule: String
    package let criterion: String
    package let points: Double
  }

  package internal(set) var applicable = Truth.yes
  package internal(set) var scores: [String: Double] = [:]
  package internal(set) var net: [String: [String: Int]] = [:]
  package internal(set) var contributions: [String: [Contribution]] = [:]
  package internal(set) var excludedBy: [String: [String]] = [:]
  package internal(set) var evidence = 0.0
  package internal(set) var hasEnoughFacts = false
  /// Leaf ids, best first, excluded ones last.
  package internal(set) var ranking: [String] = []
  /// What the scores recommend.
  package internal(set) var recommendedLeaf: String?
  /// What stands: the decided leaf, else the recommended one.
  package internal(set) var outcomeLeaf: String?
  package internal(set) var outcomeFamily: String?

  init() {}

  /// What conditions can see of a decision, and no more.
  package init(applicable: Truth, hasEnoughFacts: Bool, leaf: String?, family: String?) {
    self.applicable = applicable
    self.hasEnoughFacts = hasEnoughFacts
    outcomeLeaf = leaf
    outcomeFamily = family
  }

  /// Excluded ones after all others, then by score.
  func precedes(_ a: LinkedDecision.Leaf, _ b: LinkedDecision.Leaf) -> Bool {
    let (x, y) = (excludedBy[a.id]?.isEmpty == true, excludedBy[b.id]?.isEmpty == true)
    return x == y ? precedesByScore(a, b) : x
  }

  /// By score rounded to 9 decimals, then by preference and id.
  func precedesByScore(_ a: LinkedDecision.Leaf, _ b: LinkedDecision.Leaf) -> Bool {
    func rounded(_ id: String) -> Double { ((scores[id] ?? 0) * 1e9).rounded(.toNearestOrEven) }
    let (x, y) = (rounded(a.id), rounded(b.id))
    return x == y ? a.tieOrder < b.tieOrder : x > y
  }

  var seenAsOption: FactState { seen(outcomeFamily) }
  var seenAsLeaf: FactState { seen(outcomeLeaf) }

  /// Not applicable where the decision does not apply or has no solution; unknown where facts are missing.
  private func seen(_ id: String?) -> FactState {
    if applicable == .no { return .notApplicable }
    if let id { return .known(.choice(id)) }
    return hasEnoughFacts ? .notApplicable : .unknown
  }
}
