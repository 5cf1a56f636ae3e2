import Engine

/// What may be known about a value: for a choice all that it may be, for a set what is in and what may be in, for a number
/// the range in which it lies.
enum PlainValue {
  case unknown
  case notApplicable
  case choice(UInt64)
  case set(UInt64, mayHold: UInt64)
  case number(Double, Double)

  func fill(_ block: inout WorldBlock, column: Int, lane: Int) {
    block.clear(column, lane: lane)
    switch self {
    case .unknown: break
    case .notApplicable: block.notApplicable[column] |= 1 << UInt64(lane)
    case .choice(let bits): block.set(column, lane: lane, bits: bits)
    case .set(let bits, let all): block.set(column, lane: lane, bits: bits, possible: all)
    case .number(let from, let to): block.set(column, lane: lane, from: from, to: to)
    }
  }

  /// What a test says of the value, as method.md, section 2, says it: of one world, with no planes.
  func truth(of test: Test) -> Bool? {
    switch (self, test) {
    case (.notApplicable, _): false
    case (.choice(let bits), .member(let mask)): Self.isOne(of: mask, bits)
    case (.choice(let bits), .notMember(let mask)): Self.isOne(of: mask, bits).map { !$0 }
    case (.number(let from, let to), .within(let bounds)): Self.lies(in: bounds, from, to)
    case (.number(let from, let to), .outside(let bounds)): Self.lies(in: bounds, from, to).map { !$0 }
    case (.set(let bits, let all), .intersects(let mask)): bits & mask != 0 ? true : all & mask == 0 ? false : nil
    case (.set(let bits, let all), .contains(let mask)):
      bits & mask == mask ? true : all & mask != mask ? false : nil
    case (.set(let bits, let all), .subset(let mask)): all & ~mask == 0 ? true : bits & ~mask != 0 ? false : nil
    default: nil
    }
  }

  private static func isOne(of mask: UInt64, _ bits: UInt64) -> Bool? {
    bits & mask == 0 ? false : bits & ~mask == 0 ? true : nil
  }

  private static func lies(in bounds: Bounds, _ from: Double, _ to: Double) -> Bool? {
    func isIn(_ number: Double) -> Bool {
      (bounds.isLowerOpen ? number > bounds.lower : number >= bounds.lower)
        && (bounds.isUpperOpen ? number < bounds.upper : number <= bounds.upper)
    }
    if isIn(from) && isIn(to) { return true }
    let isBelow = bounds.isLowerOpen ? to <= bounds.lower : to < bounds.lower
    let isAbove = bounds.isUpperOpen ? from >= bounds.upper : from > bounds.upper
    let isEmpty = bounds.lower > bounds.upper || bounds.lower == bounds.upper && !isIn(bounds.lower)
    return isBelow || isAbove || isEmpty ? false : nil
  }
}

/// Conditions joined one by one in Kleene's logic, world by world.
func plainTruths(of program: Program, _ values: [PlainValue]) -> [Bool?] {
  var truths: [Bool?] = Array(repeating: nil, count: program.registerCount)
  func all(_ parts: [Bool?]) -> Bool? {
    parts.contains(false) ? false : parts.contains(nil) ? nil : true
  }
  for operation in program.operations {
    switch operation {
    case .compare(let register, let comparison):
      let row = program.comparisons[Int(comparison)]
      truths[Int(register)] = values[Int(row.column)].truth(of: row.test)
    case .all(let register, let run): truths[Int(register)] = all(run.indices.map { truths[Int(program.operands[$0])] })
    case .any(let register, let run):
      truths[Int(register)] = all(run.indices.map { truths[Int(program.operands[$0])].map { !$0 } }).map { !$0 }
    case .not(let register, let operand): truths[Int(register)] = truths[Int(operand)].map { !$0 }
    default: break
    }
  }
  return truths
}
