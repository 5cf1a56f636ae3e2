/// What a fact can still be: a box of values, never empty.
package struct Extent: Sendable, Equatable {
  /// Of a choice nothing; of a set the choices that are in.
  package var must: UInt64 = 0
  /// All that a choice or boolean may be; of a set the choices that may be in.
  package var may: UInt64 = 0
  /// The ends of a number, both included.
  package var lower = 0.0
  package var upper = 0.0

  package init() {}

  /// One of several choices, or of false (bit 0) and true (bit 1).
  package static func choices(_ bits: UInt64) -> Extent {
    var extent = Extent()
    extent.may = bits
    return extent
  }

  /// Any set of these choices.
  package static func sets(of bits: UInt64) -> Extent { choices(bits) }

  package static func numbers(from lower: Double, to upper: Double) -> Extent {
    var extent = Extent()
    extent.lower = lower
    extent.upper = upper
    return extent
  }
}

/// A fact that is asked and has no answer, or a range as its answer (method.md, section 6): a default is no answer.
package struct OpenFact: Sendable {
  package enum Kind: Sendable {
    /// A choice or a boolean.
    case choice
    /// A set; the mask holds the choices that stand alone.
    case set(exclusive: UInt64)
    case number
    /// A whole number of days.
    case day
  }

  package var column: Int32
  package var kind: Kind
  /// Everything that it can be.
  package var extent: Extent

  package init(column: Int32, kind: Kind, extent: Extent) {
    self.column = column
    self.kind = kind
    self.extent = extent
  }

  /// Whether an extent is a single value.
  package func isPoint(_ extent: Extent) -> Bool {
    switch kind {
    case .choice: extent.may & (extent.may &- 1) == 0
    case .set: extent.may == extent.must
    case .number, .day: extent.lower == extent.upper
    }
  }

  /// Puts an extent into a lane.
  package func fill(_ block: inout WorldBlock, lane: Int, with extent: Extent) {
    switch kind {
    case .choice: block.set(Int(column), lane: lane, bits: extent.may)
    case .set: block.set(Int(column), lane: lane, bits: extent.must, possible: extent.may)
    case .number, .day: block.set(Int(column), lane: lane, from: extent.lower, to: extent.upper)
    }
  }

  /// One value of an extent, a plain one where there is one.
  package func sample(_ extent: Extent) -> Extent {
    switch kind {
    case .choice: return .choices(extent.may & (~extent.may &+ 1))
    case .set:
      var value = extent
      value.may = value.must
      return value
    case .number, .day:
      let number = plainNumber(from: extent.lower, to: extent.upper, isWhole: isWhole)
      return .numbers(from: number, to: number)
    }
  }

  var isWhole: Bool { if case .day = kind { true } else { false } }
}

/// A number between two ends that people find plain: 0, else the least whole number, else the end nearest to 0.
package func plainNumber(from lower: Double, to upper: Double, isWhole: Bool = false) -> Double {
  if lower <= 0 && upper >= 0 { return 0 }
  if lower > 0 {
    let whole = lower.rounded(.up)
    return whole <= upper ? whole : lower
  }
  let whole = upper.rounded(.down)
  return whole >= lower ? whole : upper
}
