/// A number that may be a range, or nothing known.
private enum Interval {
  case unknown
  case notApplicable
  case known(lower: Double, upper: Double)
}

extension Kernel {
  /// Fills the column of a derived number.
  func derive(_ column: Int, formula: Int, _ block: inout WorldBlock) {
    for lane in 0..<WorldBlock.width {
      block.clear(column, lane: lane)
      switch value(ofFormula: formula, block, lane) {
      case .unknown: break
      case .notApplicable: block.notApplicable[column] |= 1 << UInt64(lane)
      case .known(let lower, let upper): block.set(column, lane: lane, from: lower, to: upper)
      }
    }
  }

  /// Fills the column of a derived boolean.
  func derive(_ column: Int, truth: TruthPlanes, _ block: inout WorldBlock) {
    block.known[column] = truth.yes | truth.no
    block.notApplicable[column] = 0
    for lane in 0..<WorldBlock.width {
      block.bits[column * WorldBlock.width + lane] = truth.yes >> UInt64(lane) & 1 == 1 ? 2 : 1
    }
  }

  /// Fills the column of a fact with cases: the value of the first that is true; unknown if one before it is unknown.
  func derive(_ column: Int, cases: Run, otherwise: Int, _ block: inout WorldBlock) {
    for lane in 0..<WorldBlock.width {
      block.clear(column, lane: lane)
      var constant = otherwise
      var isKnown = true
      var index = Int(cases.first)
      while index < cases.indices.upperBound {
        let truth = truths[Int(program.operands[index])].value(in: lane)
        if truth == true {
          constant = Int(program.operands[index + 1])
          break
        }
        if truth == nil {
          isKnown = false
          break
        }
        index += 2
      }
      guard isKnown else { continue }
      let value = program.constants[constant]
      block.set(column, lane: lane, bits: value.bits)
      block.set(column, lane: lane, from: value.number, to: value.number)
    }
  }

  private func value(ofFormula index: Int, _ block: WorldBlock, _ lane: Int) -> Interval {
    switch program.formulas[index] {
    case .constant(let number): return .known(lower: number, upper: number)
    case .column(let column): return value(ofColumn: Int(column), block, lane)
    case .sum(let run): return fold(run, block, lane) { (a, b) in (a.0 + b.0, a.1 + b.1) }
    case .minimum(let run): return fold(run, block, lane) { (a, b) in (lesser(a.0, b.0), lesser(a.1, b.1)) }
    case .maximum(let run): return fold(run, block, lane) { (a, b) in (greater(a.0, b.0), greater(a.1, b.1)) }
    case .product(let run): return fold(run, block, lane, productOfIntervals)
    case .quotient(let dividend, let divisor):
      let below = value(ofFormula: Int(divisor), block, lane)
      let above = value(ofFormula: Int(dividend), block, lane)
      return combine(above, below) { a, b in
        // A divisor that may be 0 leaves the quotient unknown: NaN is turned into unknown by `combine`.
        if b.0 <= 0 && b.1 >= 0 { return (.nan, .nan) }
        return quotientOfIntervals(a, b)
      }
    case .weeksUntil(let column):
      guard let today = circumstances.today else {
        if case .notApplicable = value(ofColumn: Int(column), block, lane) { return .notApplicable }
        return .unknown
      }
      let date = value(ofColumn: Int(column), block, lane)
      return combine(date, .known(lower: today, upper: today)) { a, b in ((a.0 - b.0) / 7, (a.1 - b.0) / 7) }
    }
  }

  @inline(never)
  private func value(ofColumn column: Int, _ block: WorldBlock, _ lane: Int) -> Interval {
    if block.notApplicable[column] >> UInt64(lane) & 1 == 1 { return .notApplicable }
    guard block.known[column] >> UInt64(lane) & 1 == 1 else { return .unknown }
    let cell = column * WorldBlock.width + lane
    return .known(lower: block.lower[cell], upper: block.upper[cell])
  }

  private typealias Ends = (Double, Double)

  @inline(never)
  private func fold(_ run: Run, _ block: WorldBlock, _ lane: Int, _ body: (Ends, Ends) -> Ends) -> Interval {
    var result = value(ofFormula: Int(program.operands[Int(run.first)]), block, lane)
    for index in run.indices.dropFirst() {
      result = combine(result, value(ofFormula: Int(program.operands[index]), block, lane), body)
    }
    return result
  }

  /// Not applicable if a part is, otherwise unknown if a part is; unknown, too, where the numbers overflow.
  private func combine(_ a: Interval, _ b: Interval, _ body: (Ends, Ends) -> Ends) -> Interval {
    switch (a, b) {
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    case (.known(let aLower, let aUpper), .known(let bLower, let bUpper)):
      let (lower, upper) = body((aLower, aUpper), (bLower, bUpper))
      return lower.isFinite && upper.isFinite ? .known(lower: lower, upper: upper) : .unknown
    default: return .unknown
    }
  }
}

private func lesser(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
private func greater(_ a: Double, _ b: Double) -> Double { a > b ? a : b }

private func productOfIntervals(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
  let (w, x, y, z) = (a.0 * b.0, a.0 * b.1, a.1 * b.0, a.1 * b.1)
  return (lesser(lesser(w, x), lesser(y, z)), greater(greater(w, x), greater(y, z)))
}

/// A quotient by its four corners; the divisor does not hold 0.
private func quotientOfIntervals(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
  let (w, x, y, z) = (a.0 / b.0, a.0 / b.1, a.1 / b.0, a.1 / b.1)
  return (lesser(lesser(w, x), lesser(y, z)), greater(greater(w, x), greater(y, z)))
}
