import RuleCompiler
import RuleModel

/// Finds the rules that make an outcome another one, by the difference of their contributions.
struct CauseAttribution {
  typealias Side = (decision: AssessedDecision?, assessment: Assessment)

  let renames: Renames
  private var differences: [String: ItemDifference] = [:]

  init(renames: Renames, difference: PackDifference) {
    self.renames = renames
    for item in difference.items where item.kind == .rule { differences[item.id] = item }
  }

  /// Under the same packs, where no rule says something else.
  init() { renames = Renames() }

  /// The causes, exclusions first, then by the size of what they move, then id.
  func causes(of effect: DecisionImpact.Effect, _ before: Side, _ after: Side) -> [Cause] {
    guard let old = before.decision, let new = after.decision else { return [] }
    let from = old.variantByScore.flatMap { old.leaf($0) }
    let to = new.variantByScore.flatMap { new.leaf($0) }
    var causes: [Cause] = []
    switch effect {
    case .same, .added, .removed: return []
    case .flips, .variant:
      guard let from, let to else { return [] }
      causes += exclusions(of: from, in: new, before, after)
      causes += readmissions(of: to, in: old, before, after)
      if new.leaf(renames("option", from.id)) == nil {
        causes.append(Cause(kind: .option, id: from.id, why: .removed, aspects: [], points: 0))
      }
      if !old.leaves.contains(where: { renames("option", $0.id) == to.id }) {
        causes.append(Cause(kind: .option, id: to.id, why: .added, aspects: [], points: 0))
      }
      causes += shifts(toward: to.id, from: renames("option", from.id), before, after)
    case .moves:
      guard let from, let to else { break }
      let rival =
        new.leaves.first { $0.rank != nil && $0.family != to.family }
        ?? old.leaves.first { $0.rank != nil && $0.family != from.family }
      causes += shifts(toward: to.id, from: rival.map { renames("option", $0.id) }, before, after)
    case .opens:
      causes += new.leaves.flatMap { exclusions(of: $0, in: new, before, after) }
      causes += basis(before, after, lost: true)
    case .closes:
      causes += old.leaves.flatMap { leaf in
        readmissions(of: renames("option", leaf.id), in: old, before, after)
      }
      causes += basis(before, after, lost: false)
    }
    return unique(causes)
  }

  private func unique(_ causes: [Cause]) -> [Cause] {
    var seen: Set<String> = []
    return causes.sorted { a, b in
      let order: [Cause.Kind] = [.excludes, .readmits, .option, .points, .basis]
      let (x, y) = (order.firstIndex(of: a.kind) ?? 0, order.firstIndex(of: b.kind) ?? 0)
      if x != y { return x < y }
      if a.points.magnitude != b.points.magnitude { return a.points.magnitude > b.points.magnitude }
      return idPrecedes(a.id, b.id)
    }.filter { seen.insert("\($0.kind) \($0.id)").inserted }
  }

  // MARK: Exclusions

  /// Rules that exclude a leaf now and did not before.
  private func exclusions(of leaf: AssessedLeaf, in new: AssessedDecision, _ before: Side, _ after: Side) -> [Cause] {
    let present = new.leaf(renames("option", leaf.id)) ?? leaf
    let former = before.decision?.leaves.first { renames("option", $0.id) == present.id }
    let known = Set((former?.excludedBy ?? []).map { renames("rule", $0) })
    return present.excludedBy.filter { !known.contains($0) }.map { cause(.excludes, $0, 0, before, after) }
  }

  private func readmissions(of leaf: AssessedLeaf, in old: AssessedDecision, _ before: Side, _ after: Side) -> [Cause] {
    readmissions(of: leaf.id, in: old, before, after)
  }

  /// Rules that excluded a leaf and do so no more.
  private func readmissions(of leaf: String, in old: AssessedDecision, _ before: Side, _ after: Side) -> [Cause] {
    guard let former = old.leaves.first(where: { renames("option", $0.id) == leaf }) else { return [] }
    let present = Set(after.decision?.leaf(leaf)?.excludedBy ?? [])
    return former.excludedBy.map { renames("rule", $0) }.filter { !present.contains($0) }
      .map { cause(.readmits, $0, 0, before, after) }
  }

  // MARK: Points

  /// For every rule, by how much its contributions move the lead of one leaf over another; their sum is the change of that
  /// lead. Without a second leaf: of the score.
  private func shifts(toward leaf: String, from rival: String?, _ before: Side, _ after: Side) -> [Cause] {
    func old(_ id: String) -> AssessedLeaf? { before.decision?.leaves.first { renames("option", $0.id) == id } }
    let new = { (id: String) in after.decision?.leaf(id) }
    var moved = rulePoints(of: new(leaf), over: rival.flatMap(new))
    let former = rulePoints(of: old(leaf), over: rival.flatMap(old)) { renames("rule", $0) }
    for (rule, points) in former { moved[rule, default: 0] -= points }
    return moved.filter { $0.value.magnitude > 1e-9 }.map { cause(.points, $0.key, $0.value, before, after) }
  }

  /// Rules that rate or exclude and have stopped to be true, or have begun to.
  private func basis(_ before: Side, _ after: Side, lost: Bool) -> [Cause] {
    guard let decision = (lost ? before : after).decision else { return [] }
    let side = lost ? before : after
    let rules = side.assessment.catalogue.rules.filter { rule in
      rule.decision == decision.id && side.assessment.truth(ofRule: rule.id) == .yes
        && !(rule.ratings.isEmpty && rule.excludedLeaves.isEmpty)
    }
    return rules.map { lost ? renames("rule", $0.id) : $0.id }
      .filter { truth($0, lost ? after : before, isOld: !lost) != .yes }
      .map { cause(.basis, $0, 0, before, after) }
  }

  // MARK: Reasons

  private func truth(_ rule: String, _ side: Side, isOld: Bool) -> Truth? {
    let truths = side.assessment.ruleTruths
    if !isOld { return truths[rule] }
    return truths.first { renames("rule", $0.key) == rule }?.value
  }

  private func cause(_ kind: Cause.Kind, _ rule: String, _ points: Double, _ before: Side, _ after: Side) -> Cause {
    let (was, now) = (truth(rule, before, isOld: true), truth(rule, after, isOld: false))
    let difference = differences[rule]
    let aspects = difference?.aspects.map(\.name).filter { Self.matters($0) } ?? []
    let why: Cause.Why =
      was == nil
      ? .added
      : now == nil
        ? .removed
        : !aspects.isEmpty ? .changed : was == now ? .weights : now == .yes ? .nowTrue : .noLongerTrue
    return Cause(kind: kind, id: rule, why: why, aspects: why == .changed ? aspects : [], points: points)
  }

  /// Respects of a rule that can change an outcome.
  private static func matters(_ aspect: String) -> Bool {
    ["condition", "criterion", "weight", "ratings", "exclusions", "decision", "switched off", "needs"].contains(aspect)
      || aspect.hasPrefix("confirmation of")
  }
}
