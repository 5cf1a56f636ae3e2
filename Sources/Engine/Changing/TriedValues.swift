extension OpenWorlds {
  /// The values that are tried in the place of an answer (method.md, section 8): every other choice; a set with one choice
  /// added or removed; a number's nearest value in each other cell, also of the cells that formulas make of it.
  ///
  /// Where a choice stands alone, adding another one puts that in its place.
  ///
  /// - Parameter kernel: of this program and these circumstances.
  func triedValues(of fact: OpenFact, insteadOf answer: Extent, _ kernel: inout Kernel) -> [Extent] {
    switch fact.kind {
    case .choice: return bits(fact.extent.may & ~answer.may).map { .choices($0) }
    case .set(let exclusive): return neighbours(of: answer.must, of: fact.extent.may, exclusive)
    case .number, .day:
      var numbers: [Double] = []
      for cell in cells(of: fact) ?? [] {
        if cell.lower > answer.upper { numbers.append(firstPlain(cell, fact)) }
        if cell.upper < answer.lower { numbers.append(lastPlain(cell, fact)) }
      }
      numbers += turningPoints(of: fact, answer, &kernel)
      numbers.sort()
      var values: [Extent] = []
      for number in numbers where values.last?.lower != number { values.append(.numbers(from: number, to: number)) }
      return values
    }
  }

  private func bits(_ mask: UInt64) -> [UInt64] {
    var bits: [UInt64] = []
    var rest = mask
    while rest != 0 {
      bits.append(rest & (~rest &+ 1))
      rest &= rest - 1
    }
    return bits
  }

  private func neighbours(of set: UInt64, of all: UInt64, _ exclusive: UInt64) -> [Extent] {
    var found: [Extent] = []
    for bit in bits(all) {
      var value = set ^ bit
      if set & bit == 0 {
        if bit & exclusive != 0 && set & (set &- 1) != 0 { continue }
        if (set | bit) & exclusive != 0 { value = bit }
      }
      var extent = Extent()
      extent.must = value
      extent.may = value
      found.append(extent)
    }
    return found
  }

  // MARK: Numbers

  /// The nearest value of a cell above an answer; where the cell does not hold its end, the next plain number.
  private func firstPlain(_ cell: Extent, _ fact: OpenFact) -> Double {
    if fact.isWhole || decimals(cell.lower) != nil { return cell.lower }
    return beyond(cell.lower.nextDown, 1, cell)
  }

  private func lastPlain(_ cell: Extent, _ fact: OpenFact) -> Double {
    if fact.isWhole || decimals(cell.upper) != nil { return cell.upper }
    return beyond(cell.upper.nextUp, -1, cell)
  }

  /// The next number beyond an end with as few decimals as it has, and more where the cell is narrow.
  private func beyond(_ end: Double, _ direction: Double, _ cell: Extent) -> Double {
    var power = 1.0
    for _ in 0..<(decimals(end) ?? 0) { power *= 10 }
    for _ in 0..<9 {
      let number = ((end * power).rounded() + direction) / power
      if number >= cell.lower && number <= cell.upper { return number }
      power *= 10
    }
    return direction > 0 ? cell.lower : cell.upper
  }

  /// Decimals of a number that people would write; nil for one with more than 9.
  private func decimals(_ number: Double) -> Int? {
    var power = 1.0
    for count in 0...9 {
      if (number * power).rounded() / power == number { return count }
      power *= 10
    }
    return nil
  }

  /// Values near which a comparison with a formula turns, on the far side from the answer; the other facts stay.
  private func turningPoints(of fact: OpenFact, _ answer: Extent, _ kernel: inout Kernel) -> [Double] {
    let tests = formulaRegisters(of: Int(fact.column))
    guard !tests.isEmpty else { return [] }
    // Nothing but these comparisons is looked at.
    let part = index.cone(of: tests, throughRules: true)
    let motion = Motion(index.program, part.operations, filled: [Int(fact.column)], reweighs: false)
    var block = template
    kernel.settle(motion, on: &block)
    let (known, notApplicable) = (block.known, block.notApplicable)
    func truths(_ numbers: [Double]) -> [[Bool?]] {
      block.known = known
      block.notApplicable = notApplicable
      for (lane, number) in numbers.enumerated() { block.set(Int(fact.column), lane: lane, from: number, to: number) }
      kernel.evaluate(motion, on: &block)
      return numbers.indices.map { lane in tests.map { kernel.truths[$0].value(in: lane) } }
    }
    let points = samples(of: fact, around: answer)
    let seen = truths(points)
    var turns: [(low: Double, high: Double, truths: [Bool?])] = []
    for place in points.indices.dropLast() where seen[place] != seen[place + 1] {
      turns.append((points[place], points[place + 1], seen[place]))
    }
    if turns.isEmpty { return [] }
    for _ in 0..<(fact.isWhole ? 24 : 64) {
      let middles = turns.map { turn in
        fact.isWhole ? ((turn.low + turn.high) / 2).rounded(.down) : middleNumber(turn.low, turn.high)
      }
      for (place, found) in truths(middles).enumerated() {
        if found == turns[place].truths {
          turns[place].low = middles[place]
        } else {
          turns[place].high = middles[place]
        }
      }
    }
    return turns.compactMap { turn in
      if turn.high > answer.upper { return fact.isWhole ? turn.high : shortest(turn.high, 1, fact.extent) }
      if turn.low < answer.lower { return fact.isWhole ? turn.low : shortest(turn.low, -1, fact.extent) }
      return nil
    }
  }

  /// A number a little beyond another one (a hundredth of it at most), with as few decimals as that allows.
  private func shortest(_ number: Double, _ direction: Double, _ domain: Extent) -> Double {
    var power = 1.0
    for _ in 0..<9 {
      let scaled = number * power
      let rounded = (direction > 0 ? scaled.rounded(.up) : scaled.rounded(.down)) / power
      if (rounded - number).magnitude <= 0.01 * number.magnitude, rounded >= domain.lower, rounded <= domain.upper {
        return rounded
      }
      power *= 10
    }
    return number
  }

  /// At most 64 values on all scales, ascending, within the domain of a fact.
  private func samples(of fact: OpenFact, around answer: Extent) -> [Double] {
    var points = [answer.lower, answer.upper]
    var factor = 1.0
    for _ in 0..<15 {
      if fact.isWhole {
        points += [answer.lower - factor, answer.upper + factor]
      } else {
        points += [answer.lower / (2 * factor), answer.upper * 2 * factor, factor, 1 / factor]
      }
      factor *= 2
    }
    points = points.filter { $0 >= fact.extent.lower && $0 <= fact.extent.upper }
    points.sort()
    var distinct: [Double] = []
    for point in points where distinct.last != point { distinct.append(point) }
    return distinct
  }

  /// Registers of the comparisons with formulas that count with a column, themselves or through others.
  private func formulaRegisters(of column: Int) -> [Int] {
    var isReached = Array(repeating: false, count: index.program.columnCount)
    isReached[column] = true
    for operation in cone.operations {
      guard case .formula(let derived, let root) = index.program.operations[operation] else { continue }
      for part in index.columns(ofFormula: Int(root)) where isReached[part] { isReached[Int(derived)] = true }
    }
    isReached[column] = false
    var registers: [Int] = []
    for operation in cone.operations {
      guard case .compare(let register, let comparison) = index.program.operations[operation] else { continue }
      if isReached[Int(index.program.comparisons[Int(comparison)].column)] { registers.append(Int(register)) }
    }
    return registers
  }
}
