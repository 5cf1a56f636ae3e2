/// How unknown facts are drawn (method.md, section 7).
package struct DrawTable: Sendable {
  /// In the order of columns, so that the draws of a world do not depend on how the table was made.
  package var rows: [DrawRow] = []
  /// Cumulative shares of choices, or probabilities of the choices of sets.
  package var shares: [Double] = []
  package var cells: [DrawCell] = []

  package init() {}
}

/// How one fact is drawn.
package enum DrawRow: Sendable {
  /// One choice (or boolean) by cumulative shares, one for each bit.
  case choice(column: Int32, shares: Run)
  /// Each choice of a set by its own probability; an exclusive one (mask) when nothing else is drawn.
  case set(column: Int32, shares: Run, exclusive: UInt64)
  /// A number by the shares of its cells, uniform within a cell.
  case number(column: Int32, cells: Run, isInteger: Bool)

  /// The column that is drawn.
  package var column: Int {
    switch self {
    case .choice(let column, _), .set(let column, _, _), .number(let column, _, _): Int(column)
    }
  }
}

/// A cell of a number: from `lower` to `upper`, with the cumulative share of the cells up to it.
package struct DrawCell: Sendable {
  package var lower: Double
  package var upper: Double
  package var cumulative: Double

  package init(lower: Double, upper: Double, cumulative: Double) {
    self.lower = lower
    self.upper = upper
    self.cumulative = cumulative
  }
}

extension DrawTable {
  /// Draws every fact of the table in one lane. Always takes two random numbers for a number, one for a choice, and one
  /// for every choice of a set, so that a draw never shifts those of later facts.
  package func draw(into block: inout WorldBlock, lane: Int, using random: inout SplitMix64) {
    for row in rows.indices { draw(row: row, into: &block, lane: lane, using: &random) }
  }

  /// Draws one fact of the table in one lane.
  func draw(row: Int, into block: inout WorldBlock, lane: Int, using random: inout SplitMix64) {
    switch rows[row] {
    case .choice(let column, let run):
      let place = random.unit() * shares[run.indices.upperBound - 1]
      var chosen = run.indices.lowerBound
      while chosen < run.indices.upperBound - 1 && place >= shares[chosen] { chosen += 1 }
      block.set(Int(column), lane: lane, bits: 1 << UInt64(chosen - run.indices.lowerBound))
    case .set(let column, let run, let exclusive):
      var bits: UInt64 = 0
      for (place, index) in run.indices.enumerated() where random.unit() < shares[index] {
        bits |= 1 << UInt64(place)
      }
      bits &= ~exclusive
      if bits == 0 { bits = exclusive & (~exclusive &+ 1) }
      block.set(Int(column), lane: lane, bits: bits)
    case .number(let column, let run, let isInteger):
      let place = random.unit() * cells[run.indices.upperBound - 1].cumulative
      var chosen = run.indices.lowerBound
      while chosen < run.indices.upperBound - 1 && place >= cells[chosen].cumulative { chosen += 1 }
      let cell = cells[chosen]
      var number = cell.lower + random.unit() * (cell.upper - cell.lower)
      if isInteger {
        number = number.rounded(.down)
        if number < cell.lower { number = cell.lower.rounded(.up) }
      }
      block.set(Int(column), lane: lane, from: number, to: number)
    }
  }
}
