/// A kernel for worlds known in part: what it says of a lane holds in every completion of it.
///
/// The outcome of a decision is handed on to later conditions only as far as it is certain: as all leaves that it may
/// still be, and not at all while it may turn out not to apply, to have no solution or not enough facts (method.md,
/// section 3: "the outcome of a decision that is not settled is unknown").
struct CautiousKernel: Sendable {
  private(set) var kernel: Kernel
  let cone: Cone
  let course: Course
  /// Per decision of the cone, in its order.
  private var judges: [Judge]
  /// Per decision of the cone and lane (`place * 64 + lane`): what can become of it.
  private(set) var judgements: [Judgement]
  /// Lanes whose restrictions of formulas contradict their operands: no world is like that.
  private(set) var dead: UInt64 = 0
  /// Lanes in which a formula is restricted further than its operands say.
  private(set) var loose: UInt64 = 0

  init(_ kernel: Kernel, cone: Cone) {
    self.kernel = kernel
    self.cone = cone
    course = Course(kernel.program, cone.operations)
    judges = cone.decisions.map { Judge(Contest(kernel, decision: $0)) }
    judgements = Array(repeating: Judgement(), count: cone.decisions.count * WorldBlock.width)
  }

  /// Evaluates the lanes of a block.
  ///
  /// - Parameter restricted: per formula of the cone and lane (`place * 64 + lane`) what its value is taken to lie in.
  mutating func evaluate(_ block: inout WorldBlock, lanes: Int, restricted: [Extent]) {
    dead = 0
    loose = 0
    kernel.begin()
    var stage = 0
    while let operation = kernel.reason(course, &stage, on: block) {
      kernel.fill(operation, &block)
      switch kernel.program.operations[operation] {
      case .formula(let column, _): restrict(Int(column), &block, lanes, restricted)
      case .decide(let decision): hold(Int(decision), &block, lanes)
      default: break
      }
    }
  }

  /// What can become of a decision of the cone in a lane of the last block.
  func judgement(of decision: Int, lane: Int) -> Judgement {
    for (place, known) in cone.decisions.enumerated() where known == decision {
      return judgements[place * WorldBlock.width + lane]
    }
    return Judgement()
  }

  private mutating func restrict(_ column: Int, _ block: inout WorldBlock, _ lanes: Int, _ restricted: [Extent]) {
    var place = 0
    while place < cone.formulas.count && cone.formulas[place] != column { place += 1 }
    guard place < cone.formulas.count, !restricted.isEmpty else { return }
    for lane in 0..<lanes where block.known[column] >> UInt64(lane) & 1 == 1 {
      let extent = restricted[place * WorldBlock.width + lane]
      let cell = column * WorldBlock.width + lane
      let (lower, upper) = (block.lower[cell], block.upper[cell])
      if lower >= extent.lower && upper <= extent.upper { continue }
      if upper < extent.lower || lower > extent.upper {
        dead |= 1 << UInt64(lane)
        continue
      }
      loose |= 1 << UInt64(lane)
      if lower < extent.lower { block.lower[cell] = extent.lower }
      if upper > extent.upper { block.upper[cell] = extent.upper }
    }
  }

  /// Judges a decision, and takes back from its columns what is not certain.
  private mutating func hold(_ decision: Int, _ block: inout WorldBlock, _ lanes: Int) {
    var place = 0
    while place < judges.count && cone.decisions[place] != decision { place += 1 }
    guard place < judges.count else { return }
    let contest = judges[place].contest
    let first = place * WorldBlock.width
    judges[place].begin(kernel, lanes: lanes)
    let eligible = eligible(contest)
    let applicable = kernel.applicable[decision]
    for lane in 0..<lanes {
      let judgement = judges[place].judge(kernel, lane: lane, eligible: eligible)
      judgements[first + lane] = judgement
      let bit: UInt64 = 1 << UInt64(lane)
      if applicable.no & bit != 0 { continue }
      if !judgement.isOpen {
        // Nothing about it is open but whether it applies: what the kernel says is so, or it does not apply.
        let leaf = kernel.outcome[decision * WorldBlock.width + lane]
        judgements[first + lane].candidates = leaf < 0 ? 0 : 1 << UInt64(leaf - contest.row.leaves.first)
        if applicable.yes & bit == 0 { forget(contest, &block, lane) }
        continue
      }
      if applicable.yes & bit == 0 {
        forget(contest, &block, lane)
      } else {
        publish(judgement, contest, &block, lane)
      }
    }
  }

  private func forget(_ contest: Contest, _ block: inout WorldBlock, _ lane: Int) {
    block.clear(Int(contest.row.familyColumn), lane: lane)
    block.clear(Int(contest.row.leafColumn), lane: lane)
  }

  /// Puts into the columns what is certain about a decision that applies.
  private mutating func publish(_ judgement: Judgement, _ contest: Contest, _ block: inout WorldBlock, _ lane: Int) {
    switch kernel.circumstances.decided[contest.decision] {
    case .leaf: return
    case .family(let family):
      // Its leaf is the best admissible one, or simply the best: while one cannot be excluded, it is a candidate.
      let leaves = judgement.champion >= 0 ? judgement.candidates : contest.leaves(ofFamily: family)
      block.set(Int(contest.row.familyColumn), lane: lane, bits: 1 << UInt64(family))
      block.set(Int(contest.row.leafColumn), lane: lane, bits: leaves)
    case .open:
      if judgement.isEnough && judgement.excluded == contest.everyLeaf {
        for column in [Int(contest.row.familyColumn), Int(contest.row.leafColumn)] {
          block.clear(column, lane: lane)
          block.notApplicable[column] |= 1 << UInt64(lane)
        }
      } else if judgement.isEnough && judgement.champion >= 0 {
        block.set(Int(contest.row.familyColumn), lane: lane, bits: contest.families(of: judgement.candidates))
        block.set(Int(contest.row.leafColumn), lane: lane, bits: judgement.candidates)
      } else {
        forget(contest, &block, lane)
      }
    }
  }

  /// The leaves among which the outcome is sought: all, or those of the family that has been decided on.
  private func eligible(_ contest: Contest) -> UInt64 {
    switch kernel.circumstances.decided[contest.decision] {
    case .open: contest.everyLeaf
    case .family(let family): contest.leaves(ofFamily: family)
    case .leaf(let leaf): 1 << UInt64(leaf)
    }
  }
}
