package import RuleCompiler
package import RuleModel

/// What one answer did: the difference of two assessments of the same packs.
package struct StandingChange: Sendable {
  /// Who is recommended in a decision, and by how much.
  package struct Lead: Sendable, Equatable {
    /// Id of the option, without variant.
    package let option: String
    /// The best option of another family that is not excluded, and the points it is behind; nil if there is none.
    package let rival: String?
    package let points: Double?
  }

  package struct Decision: Sendable {
    package let id: String
    package let before: Lead?
    package let after: Lead?

    /// Whether another option is recommended than before.
    package var hasNewLeader: Bool { before?.option != after?.option }
  }

  /// The decisions that apply now or did before, in the order in which they are decided.
  package let decisions: [Decision]
  /// Rules that became true, and those that no longer are; by id.
  package let trueNow: [LinkedRule]
  package let trueNoMore: [LinkedRule]
  /// Leaves, or options all of whose variants are meant, that a rule excludes now, and those that none excludes any more.
  package let excludedNow: [String]
  package let admittedNow: [String]
  /// Contradictions that hold now and did not before.
  package let contradictions: [Contradiction]

  package init(from before: Assessment, to after: Assessment) {
    let catalogue = after.catalogue
    decisions = after.decisions.compactMap { decision in
      let past = before.decision(decision.id)
      guard decision.applicable != .no || past.map({ $0.applicable != .no }) == true else { return nil }
      return Decision(id: decision.id, before: past.flatMap { Lead($0) }, after: Lead(decision))
    }
    trueNow = catalogue.rules.filter { after.truth(ofRule: $0.id) == .yes && before.truth(ofRule: $0.id) != .yes }
    trueNoMore = catalogue.rules.filter { after.truth(ofRule: $0.id) != .yes && before.truth(ofRule: $0.id) == .yes }
    excludedNow = newlyExcluded(in: after, notIn: before)
    admittedNow = newlyExcluded(in: before, notIn: after)
    let known = Set(before.contradictions.map(\.id))
    contradictions = after.contradictions.filter { !known.contains($0.id) }
  }
}

extension StandingChange.Lead {
  package init?(_ decision: AssessedDecision) {
    guard decision.applicable != .no, let option = decision.recommended, let leaf = decision.chosenLeaf else {
      return nil
    }
    let rival = decision.runnerUp
    self.init(option: option, rival: rival?.family, points: rival.map { leaf.score - $0.score })
  }
}

/// Leaves excluded in one assessment only; an option in place of its variants if all of them are excluded there.
private func newlyExcluded(in one: Assessment, notIn other: Assessment) -> [String] {
  one.decisions.filter { $0.applicable != .no }.flatMap { decision -> [String] in
    let past = other.decision(decision.id)
    let isNew: (AssessedLeaf) -> Bool = { $0.isExcluded && past?.leaf($0.id)?.isExcluded != true }
    let families = decision.decision.families
    return families.flatMap { family -> [String] in
      let leaves = decision.leaves.filter { $0.family == family }
      let new = leaves.filter(isNew)
      if new.isEmpty { return [] }
      return leaves.allSatisfy(\.isExcluded) ? [family] : new.map(\.id).sorted(by: idPrecedes)
    }
  }
}
