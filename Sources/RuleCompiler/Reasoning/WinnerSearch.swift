import Engine
import RuleModel

/// Whether some answers make a leaf the recommended one.
enum WinnerVerdict {
  /// Always excluded, or never ahead of that other leaf: whatever the weights.
  case alwaysExcluded
  case dominated(by: String)
  /// Proved by trying everything, with the weights of the packs.
  case neverFirst
  case possible(Witness)
  case unknown
}

extension CheckedPacks {
  /// Looks for a world in which a leaf wins, or for the proof that there is none.
  ///
  /// Branch and bound: the worlds are split by the truth of rules; a part is left alone as soon as the leaf is excluded
  /// there, or another leaf that nothing can exclude there is ahead whatever the open rules do.
  func canWin(leaf: Int, of decision: Int, budget: Int = 6_000_000) -> WinnerVerdict {
    let program = rules.program
    let row = program.decisions[decision]
    var reasoner = reasoner
    let excluding = row.rules.indices.map { program.rules[$0] }.filter { rule in
      rule.exclusions.indices.contains { Int(program.exclusions[$0]) == leaf }
    }
    var goals: [(register: Int, wanted: TruthSet)] = excluding.map { (Int($0.register), .notYes) }
    if row.when >= 0 { goals.append((Int(row.when), [.yes, .unknown])) }
    if !excluding.isEmpty, reasoner.solve(goals).isImpossible { return .alwaysExcluded }
    let race = Race(rules, decision: decision, leaf: leaf)
    if let stronger = race.dominator { return .dominated(by: catalogue.decisions[decision].leaves[stronger].id) }
    let registers = row.rules.indices.map { Int(program.rules[$0].register) } + (row.when >= 0 ? [Int(row.when)] : [])
    switch reasoner.search(registers, budget: budget, race.step) {
    case .impossible: return .neverFirst
    case .possible(let witness): return witness.assumesOutcomes ? .unknown : .possible(witness)
    case .unknown: return .unknown
    }
  }
}

/// The race of one leaf against the others of its decision.
private struct Race {
  struct Runner {
    let tieOrder: Int32
    /// Net points by slot of each rule that rates it, by place of the rule.
    var points: [Int]
    var excluding: [Bool]
  }

  struct Entry {
    let register: Int
    let slot: Int
    /// Whether it speaks: rates under a criterion with weight, or excludes.
    let speaks: Bool
  }

  var runners: [Runner] = []
  var entries: [Entry] = []
  let own: Int
  let when: Int
  /// What a net point is worth, by slot.
  private var worth: [Double] = []
  private var shares: [Double] = []
  private var scales: [Double] = []

  init(_ rules: CompiledRules, decision: Int, leaf: Int) {
    let program = rules.program
    let row = program.decisions[decision]
    own = leaf - Int(row.leaves.first)
    when = Int(row.when)
    let weights = rules.weights([:])
    let slots = row.slots.indices.map { program.slots[$0] }
    let total = slots.reduce(0) { $0 + weights[Int($1.criterion)] }
    shares = slots.map { total > 0 ? weights[Int($0.criterion)] / total : 0 }
    scales = slots.map { Double($0.scale) }
    worth = zip(shares, scales).map { 100 * $0 / $1 }
    let all = row.rules.indices.map { program.rules[$0] }
    entries = all.map { rule in
      Entry(
        register: Int(rule.register),
        slot: Int(rule.slot),
        speaks: rule.exclusions.count > 0 || (rule.slot >= 0 && weights[Int(slots[Int(rule.slot)].criterion)] > 0)
      )
    }
    runners = row.leaves.indices.map { index in
      Runner(
        tieOrder: program.leaves[index].tieOrder,
        points: all.map { rule in
          rule.ratings.indices.reduce(0) { sum, place in
            Int(program.ratings[place].leaf) == index ? sum + Int(program.ratings[place].points) : sum
          }
        },
        excluding: all.map { rule in rule.exclusions.indices.contains { Int(program.exclusions[$0]) == index } }
      )
    }
  }

  /// A leaf that every rule treats at least as well, and that comes first where they are equal.
  var dominator: Int? {
    runners.indices.first { rival in
      rival != own && runners[rival].tieOrder < runners[own].tieOrder
        && entries.indices.allSatisfy { rule in
          runners[rival].points[rule] >= runners[own].points[rule]
            && (!runners[rival].excluding[rule] || runners[own].excluding[rule])
        }
    }
  }

  /// What to do with a part of the worlds, by the truths that the rules still can have.
  func step(_ truths: [TruthSet]) -> Reasoner.Step {
    if when >= 0, truths[when] == .no { return .dead }
    let mine = runners[own]
    var canSpeak = false
    var open: (register: Int, gain: Double, preferred: Bool)?
    func offer(_ register: Int, _ gain: Double, _ preferred: Bool) {
      if open == nil || gain > (open?.gain ?? 0) { open = (register, gain, preferred) }
    }
    for (place, entry) in entries.enumerated() {
      let truth = truths[entry.register]
      if truth == .yes && mine.excluding[place] { return .dead }
      if entry.speaks && truth.contains(.yes) { canSpeak = true }
      guard !truth.isDecided, truth.contains(.yes) else { continue }
      if mine.excluding[place] {
        offer(entry.register, 1e6, false)
      } else {
        offer(entry.register, 1e-9, true)
      }
    }
    if !canSpeak { return .dead }
    for rival in runners.indices where rival != own {
      var isSafe = true
      var lead = 0.0
      for (place, entry) in entries.enumerated() {
        let truth = truths[entry.register]
        guard truth.contains(.yes) else { continue }
        let isOpen = !truth.isDecided
        if runners[rival].excluding[place] {
          isSafe = false
          if isOpen { offer(entry.register, 10, true) }
        }
        guard entry.slot >= 0 else { continue }
        let change = Double(mine.points[place] - runners[rival].points[place]) * worth[entry.slot]
        lead += isOpen ? max(0, change) : change
        if isOpen { offer(entry.register, change.magnitude, change > 0) }
      }
      if isSafe && lead < -1e-6 { return .dead }
    }
    if when >= 0, !truths[when].isDecided { return .open(register: when, preferred: true) }
    if let open { return .open(register: open.register, preferred: open.preferred) }
    return wins(truths) ? .found : .dead
  }

  /// The same arithmetic as the kernel's, once the truth of all rules is known.
  private func wins(_ truths: [TruthSet]) -> Bool {
    func score(_ runner: Runner) -> Double {
      var nets = Array(repeating: 0, count: worth.count)
      for (place, entry) in entries.enumerated() where truths[entry.register] == .yes && entry.slot >= 0 {
        nets[entry.slot] += runner.points[place]
      }
      var score = 0.0
      for slot in nets.indices { score += 100 * shares[slot] * Double(nets[slot]) / scales[slot] }
      return (score * 1e9).rounded(.toNearestOrEven)
    }
    guard entries.contains(where: { $0.speaks && truths[$0.register] == .yes }) else { return false }
    let mine = score(runners[own])
    return runners.indices.allSatisfy { rival in
      if rival == own { return true }
      let isExcluded = entries.indices.contains {
        runners[rival].excluding[$0] && truths[entries[$0].register] == .yes
      }
      if isExcluded { return true }
      let theirs = score(runners[rival])
      return mine > theirs || (mine == theirs && runners[own].tieOrder < runners[rival].tieOrder)
    }
  }
}
