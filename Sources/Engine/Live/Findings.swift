/// What was found, as a row of numbers that a page reads in the same order: whole numbers, truths (0 false, 1 true, 2
/// unknown) and rows of the program as numbers, lists with their length in front, what may be missing behind a 0 or 1.
package struct Findings: Sendable {
  package private(set) var numbers: [Double] = []

  package init() {}

  mutating func add(_ number: Double) { numbers.append(number) }
  mutating func add(_ number: Int) { numbers.append(Double(number)) }
  mutating func add(_ flag: Bool) { numbers.append(flag ? 1 : 0) }
  mutating func add(_ truth: Bool?) { numbers.append(truth.map { $0 ? 1 : 0 } ?? 2) }

  /// 64 bits as two whole numbers, the lower half first.
  mutating func add(bits: UInt64) {
    numbers.append(Double(UInt32(truncatingIfNeeded: bits)))
    numbers.append(Double(UInt32(truncatingIfNeeded: bits >> 32)))
  }

  mutating func add(_ list: [Int]) {
    add(list.count)
    for number in list { add(number) }
  }

  mutating func add(_ list: [Double]) {
    add(list.count)
    for number in list { add(number) }
  }

  mutating func add(_ extent: Extent) {
    add(bits: extent.must)
    add(bits: extent.may)
    add(extent.lower)
    add(extent.upper)
  }

  /// One number for all of them, for comparing builds: FNV-1a (Fowler, Noll and Vo) over the bits.
  package var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in numbers {
      let bits = number.bitPattern
      for place in 0..<8 { hash = (hash ^ (bits >> UInt64(8 * place) & 0xFF)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}

extension Findings {
  /// The case as it stands: truths of all registers, states of all facts, every decision with its ranking.
  mutating func add(_ kernel: Kernel, _ block: WorldBlock, _ readings: [DecisionReading], _ work: Casework) {
    let program = kernel.program
    add(program.registerCount)
    for truth in kernel.truths { add(truth.value(in: 0)) }
    add(work.book.facts.count)
    for column in work.book.facts.indices {
      let cell = column * WorldBlock.width
      let isKnown = block.known[column] & 1 == 1
      // 0 unknown, 1 known, 2 not applicable.
      add(block.notApplicable[column] & 1 == 1 ? 2 : isKnown ? 1 : 0)
      add(bits: isKnown ? block.bits[cell] : 0)
      add(isKnown ? block.lower[cell] : 0)
      add(isKnown ? block.upper[cell] : 0)
    }
    add(readings.count)
    for (index, reading) in readings.enumerated() { add(reading, kernel, work, index) }
  }

  private mutating func add(_ reading: DecisionReading, _ kernel: Kernel, _ work: Casework, _ index: Int) {
    let row = kernel.program.decisions[index]
    add(reading.applicable)
    for leaf in [reading.standing, reading.byScore, reading.withoutConfirmation] { add(leaf) }
    for flag in [reading.hasEnough, reading.tie, reading.variantTie, reading.close, reading.isConditional] { add(flag) }
    add(reading.evidence)
    let slots = row.slots.indices.filter { kernel.circumstances.weights[Int(kernel.program.slots[$0].criterion)] > 0 }
    add(slots.count)
    for slot in slots {
      add(slot)
      add(kernel.share(ofSlot: slot, in: index))
    }
    add(reading.admissible)
    add(reading.ranked.count)
    for leaf in reading.ranked {
      add(leaf)
      add(kernel.scores[leaf * WorldBlock.width])
      let excluding = kernel.program.rulesExcluding(leaf, row, kernel.circumstances)
      func truth(_ rule: Int) -> Bool? { kernel.truths[Int(kernel.program.rules[rule].register)].value(in: 0) }
      add(excluding.filter { truth($0) == true })
      add(excluding.filter { truth($0) == nil })
      add(openConfirmations(of: leaf, kernel, work.book, work.file, row))
      for slot in slots { addPoints(of: leaf, slot, kernel, index) }
    }
  }

  /// Net points and their worth under one criterion, then what every true rule under it gives.
  private mutating func addPoints(of leaf: Int, _ slot: Int, _ kernel: Kernel, _ decision: Int) {
    let row = kernel.program.decisions[decision]
    let place = slot - row.slots.indices.lowerBound
    let net = kernel.net[(Int(kernel.program.leaves[leaf].firstCell) + place) * WorldBlock.width]
    add(Int(net))
    add(kernel.points(net, slot: slot, in: decision))
    var given: [(rule: Int, net: Int32)] = []
    for rule in row.rules.indices where Int(kernel.program.rules[rule].slot) == place {
      guard kernel.truths[Int(kernel.program.rules[rule].register)].value(in: 0) == true else { continue }
      for rating in kernel.program.rules[rule].ratings.indices
      where Int(kernel.program.ratings[rating].leaf) == leaf {
        given.append((rule, kernel.program.ratings[rating].points))
      }
    }
    add(given.count)
    for (rule, net) in given {
      add(rule)
      add(kernel.points(net, slot: slot, in: decision))
    }
  }

  mutating func add(_ settling: DecisionSettling) {
    add(settling.settled)
    add(settling.variantSettled)
    var (kind, margin, rival, parts) = (0, 0.0, -1, 0)
    switch settling.proof {
    case nil: break
    case .decided: kind = 1
    case .bounds(let least, let other): (kind, margin, rival) = (2, other < 0 ? 0 : least, other)
    case .enumeration(let count): (kind, parts) = (3, count)
    case .noSolution: kind = 4
    }
    add(kind)
    add(margin)
    add(rival)
    add(parts)
    add(settling.leaves.count)
    for leaf in settling.leaves {
      add(leaf.lower)
      add(leaf.upper)
      add(leaf.certain)
      add(leaf.possible)
    }
    add(settling.openFacts)
  }

  mutating func add(_ flips: [Flip], _ changes: [Change]) {
    add(flips.count)
    for flip in flips {
      add(flip.leaf)
      add(flip.changes.count)
      for change in flip.changes {
        add(Int(changes[change].fact.column))
        add(changes[change].value)
      }
    }
  }

  mutating func add(_ firmness: DecisionFirmness) {
    add(firmness.decision)
    add(firmness.worlds)
    add(firmness.decided)
    for alternatives in [firmness.families, firmness.leaves] {
      add(alternatives.count)
      for alternative in alternatives {
        add(alternative.ranks)
        add(alternative.central ?? [])
        add(alternative.factor ?? -1)
        add(alternative.wins)
      }
    }
    add(firmness.confidence?.family ?? -1)
    add(firmness.confidence?.share ?? 0)
    add(firmness.confidence?.fromWeights ?? 0)
    add(firmness.confidence?.fromAnswers ?? 0)
    add(firmness.intervals.count)
    for interval in firmness.intervals {
      add(interval.slot)
      add(interval.weight)
      for range in [interval.option, interval.leaf] {
        add(range.from)
        add(range.to ?? -1)
        add(WeightInterval.share(of: range.from, others: interval.others))
        add(WeightInterval.share(of: range.to, others: interval.others))
      }
    }
  }

  mutating func add(_ questions: [QuestionWorth]) {
    add(questions.count)
    for question in questions {
      add(question.column)
      add(question.gain)
      add(question.canMatter)
    }
  }
}
