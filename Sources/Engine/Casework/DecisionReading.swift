/// What an evaluated world says about one decision: who ranks where, what stands, and how clear that is (method.md,
/// sections 3 and 4). Leaves and rules are rows of the program; −1 stands for none.
package struct DecisionReading: Sendable {
  /// nil while it is unknown whether the decision applies.
  package let applicable: Bool?
  /// All leaves in rank order, excluded ones last.
  package let ranked: [Int]
  /// How many of them are not excluded.
  package let admissible: Int
  /// The leaf that stands, and the one that the scores recommend.
  package let standing: Int
  package let byScore: Int
  package let hasEnough: Bool
  /// The best leaf without open confirmations, where that is another one than the conditional one that stands.
  package let withoutConfirmation: Int
  /// Something about the leaf that stands is to be confirmed.
  package let isConditional: Bool
  /// The leader has the score of the best leaf of another family, or of another one of its own.
  package let tie: Bool
  package let variantTie: Bool
  /// Its lead over the best leaf of another family is under 1 point.
  package let close: Bool
  /// From 0 to 1.
  package let evidence: Double

  /// - Parameter kernel: has evaluated the case in lane 0.
  package init(_ kernel: Kernel, _ book: RuleBook, _ file: CaseFile, decision: Int) {
    let program = kernel.program
    let row = program.decisions[decision]
    let ranked = row.leaves.indices.sorted { a, b in
      let (x, y) = (kernel.isExcluded(a, lane: 0), kernel.isExcluded(b, lane: 0))
      return x == y ? kernel.precedes(a, b, lane: 0) : y
    }
    let allowed = ranked.filter { !kernel.isExcluded($0, lane: 0) }
    let applicable = kernel.applicable[decision].value(in: 0)
    let applies = applicable != false
    let leader = applies ? Int(kernel.best[decision * WorldBlock.width]) : -1
    let standing = applies ? Int(kernel.outcome[decision * WorldBlock.width]) : -1
    func family(_ leaf: Int) -> Int32 { leaf < 0 ? -1 : program.leaves[leaf].family }
    func isOpen(_ leaf: Int) -> Bool { !openConfirmations(of: leaf, kernel, book, file, row).isEmpty }
    func isEqual(_ rival: Int?) -> Bool {
      guard leader >= 0, let rival else { return false }
      return kernel.roundedScore(leader, lane: 0) == kernel.roundedScore(rival, lane: 0)
    }
    let rival = allowed.first { family($0) != family(leader) }
    let sibling = allowed.first { family($0) == family(leader) && $0 != leader }
    let free = allowed.first { !isOpen($0) } ?? -1
    self.applicable = applicable
    self.ranked = ranked
    admissible = allowed.count
    self.standing = standing
    byScore = leader
    hasEnough = kernel.enough[decision] & 1 == 1
    isConditional = standing >= 0 && isOpen(standing)
    withoutConfirmation = isConditional && free != standing ? free : -1
    tie = isEqual(rival)
    variantTie = isEqual(sibling)
    var isClose = false
    if leader >= 0, let rival {
      isClose = kernel.scores[leader * WorldBlock.width] - kernel.scores[rival * WorldBlock.width] < 1
    }
    close = isClose
    evidence = kernel.evidence(of: decision, lane: 0)
  }
}

/// The rules of a decision that are true and leave something about a leaf to be confirmed, in their order.
package func openConfirmations(
  of leaf: Int,
  _ kernel: Kernel,
  _ book: RuleBook,
  _ file: CaseFile,
  _ row: DecisionRow
) -> [Int] {
  var found: [Int] = []
  for entry in book.confirmations where Int(entry.leaf) == leaf && row.rules.indices.contains(Int(entry.rule)) {
    guard kernel.truths[Int(kernel.program.rules[Int(entry.rule)].register)].value(in: 0) == true else { continue }
    if file.clarified.contains(where: { $0 == entry }) { continue }
    found.append(Int(entry.rule))
  }
  return found
}

extension Program {
  /// The rules of a decision that exclude a leaf while they are true, a clarification that did not hold among their
  /// reasons; in their order.
  func rulesExcluding(_ leaf: Int, _ row: DecisionRow, _ circumstances: Circumstances) -> [Int] {
    row.rules.indices.filter { rule in
      for place in rules[rule].exclusions.indices where Int(exclusions[place]) == leaf { return true }
      return circumstances.refuted.contains { Int($0.rule) == rule && Int($0.leaf) == leaf }
    }
  }
}
