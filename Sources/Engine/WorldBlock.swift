/// Up to 64 worlds side by side: for every column its state and value in each of them.
///
/// A column is unknown in a lane unless its bit in `known` or `notApplicable` is set. What is known may be known in part:
/// several choices, any of which it may be; a set with what is in and what may be in; a range of numbers. A comparison is
/// then true or false only if it is for all that is left.
package struct WorldBlock: Sendable {
  /// Lanes of a block.
  package static let width = 64

  package private(set) var columnCount: Int
  /// Per column, one bit per lane.
  package var known: [UInt64]
  package var notApplicable: [UInt64]
  /// Per column and lane (`column * 64 + lane`): choices as bits; of a set those that are in.
  package var bits: [UInt64]
  /// Per column and lane: of a set the choices that may be in; for a set that is known, the same as `bits`.
  package var possible: [UInt64]
  /// Per column and lane: the ends of a number or range.
  package var lower: [Double]
  package var upper: [Double]

  package init(columnCount: Int) {
    self.columnCount = columnCount
    known = Array(repeating: 0, count: columnCount)
    notApplicable = Array(repeating: 0, count: columnCount)
    bits = Array(repeating: 0, count: columnCount * Self.width)
    possible = bits
    lower = Array(repeating: 0, count: columnCount * Self.width)
    upper = Array(repeating: 0, count: columnCount * Self.width)
  }

  /// Makes a column known in a lane, as a boolean, choice or set.
  package mutating func set(_ column: Int, lane: Int, bits value: UInt64) {
    set(column, lane: lane, bits: value, possible: value)
  }

  /// Makes a column known in part in a lane: a set with what is in and what may be in, or a choice with all it may be
  /// (`value`).
  package mutating func set(_ column: Int, lane: Int, bits value: UInt64, possible all: UInt64) {
    known[column] |= 1 << UInt64(lane)
    notApplicable[column] &= ~(1 << UInt64(lane))
    bits[column * Self.width + lane] = value
    possible[column * Self.width + lane] = all
  }

  /// Makes a column known in a lane, as a number or range.
  package mutating func set(_ column: Int, lane: Int, from: Double, to: Double) {
    known[column] |= 1 << UInt64(lane)
    notApplicable[column] &= ~(1 << UInt64(lane))
    lower[column * Self.width + lane] = from
    upper[column * Self.width + lane] = to
  }

  /// Gives all lanes the value that a column has in lane 0, where it must be known.
  mutating func spread(_ column: Int) {
    known[column] = ~0
    notApplicable[column] = 0
    let first = column * Self.width
    Self.spread(&bits, first)
    Self.spread(&possible, first)
    Self.spread(&lower, first)
    Self.spread(&upper, first)
  }

  private static func spread<Value>(_ values: inout [Value], _ first: Int) {
    var lanes = values.mutableSpan
    for cell in first + 1..<first + width { lanes[cell] = lanes[first] }
  }

  /// Takes the value of a column in a lane from another block; whether it is known stays.
  mutating func copy(_ column: Int, lane: Int, from other: WorldBlock) {
    let cell = column * Self.width + lane
    bits[cell] = other.bits[cell]
    possible[cell] = other.possible[cell]
    lower[cell] = other.lower[cell]
    upper[cell] = other.upper[cell]
  }

  /// Takes from another block in which lanes some columns are known.
  mutating func copyStates(_ columns: [Int], from other: WorldBlock) {
    for column in columns {
      known[column] = other.known[column]
      notApplicable[column] = other.notApplicable[column]
    }
  }

  /// Makes a column unknown in a lane.
  package mutating func clear(_ column: Int, lane: Int) {
    known[column] &= ~(1 << UInt64(lane))
    notApplicable[column] &= ~(1 << UInt64(lane))
  }
}
