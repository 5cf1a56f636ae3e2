import RuleCompiler
package import RuleModel

/// What every rule gives to the score of a leaf, or to its lead over another one; it adds up to that (method.md, section 5).
///
/// - Parameters:
///   - leaf: nil gives nothing, as a leaf that a version of the packs does not have.
///   - rival: nil: the score of the leaf.
///   - name: the id under which a rule is listed.
func rulePoints(
  of leaf: AssessedLeaf?,
  over rival: AssessedLeaf?,
  name: (String) -> String = { $0 }
) -> [String: Double] {
  var points: [String: Double] = [:]
  for part in leaf?.contributions ?? [] { points[name(part.rule), default: 0] += part.points }
  for part in rival?.contributions ?? [] { points[name(part.rule), default: 0] -= part.points }
  return points
}

/// How the score of a leaf, or its lead over another one, became another one: rule by rule, and it adds up.
package struct PointDifference: Sendable {
  package let leaf: String
  /// nil: the score is compared, and not a lead.
  package let rival: String?
  /// In points.
  package let before: Double
  package let after: Double
  /// The rules whose part differs, what moves most first, then by id. They add up to `difference`, to 1e-9 points.
  package let shifts: [PointShift]

  package var difference: Double { after - before }

  /// Nil if one of the leaves is not scored in both.
  init?(
    of leaf: String,
    over rival: String?,
    from before: AssessedDecision,
    in first: Assessment,
    to after: AssessedDecision,
    in second: Assessment
  ) {
    guard let old = before.leaf(leaf), let new = after.leaf(leaf) else { return nil }
    let (former, present) = (rival.flatMap { before.leaf($0) }, rival.flatMap { after.leaf($0) })
    if rival != nil && (former == nil || present == nil) { return nil }
    self.leaf = leaf
    self.rival = rival
    self.before = old.score - (former?.score ?? 0)
    self.after = new.score - (present?.score ?? 0)
    let (past, now) = (rulePoints(of: old, over: former), rulePoints(of: new, over: present))
    shifts = Set(past.keys).union(now.keys).compactMap { id in
      guard let rule = second.catalogue.rule(id) else { return nil }
      let shift = PointShift(
        rule: id,
        criterion: rule.rule.criterion?.id ?? "",
        before: past[id] ?? 0,
        after: now[id] ?? 0,
        was: first.truth(ofRule: id),
        is: second.truth(ofRule: id)
      )
      return shift.difference.magnitude > 1e-12 ? shift : nil
    }.sorted { a, b in
      let (x, y) = (a.difference.magnitude, b.difference.magnitude)
      return x == y ? idPrecedes(a.rule, b.rule) : x > y
    }
  }

  /// Per criterion that has a part in it, what moves most first: the points that its rules give before and after.
  package var criteria: [(criterion: String, difference: Double)] {
    var sums: [String: Double] = [:]
    for shift in shifts { sums[shift.criterion, default: 0] += shift.difference }
    return sums.sorted { a, b in
      let (x, y) = (a.value.magnitude, b.value.magnitude)
      return x == y ? idPrecedes(a.key, b.key) : x > y
    }.map { ($0.key, $0.value) }
  }
}

/// One rule's part in a difference of points.
package struct PointShift: Sendable {
  package enum Why: String, Sendable, CaseIterable {
    /// Its condition holds now, and did not before.
    case began
    /// Its condition held before, and does no more.
    case ceased
    /// It holds as before, and its criterion has another share of the weights.
    case weights
  }

  package let rule: String
  package let criterion: String
  /// What it gives, in points; 0 while it does not hold.
  package let before: Double
  package let after: Double
  /// Whether its condition holds in the one case and the other.
  package let was: Truth
  package let `is`: Truth

  package var difference: Double { after - before }
  package var why: Why { was == .yes ? (self.is == .yes ? .weights : .ceased) : .began }
}
