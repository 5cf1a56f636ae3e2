/// The parts into which the possible answers to a question fall: what can be learned by asking it (method.md, section 8).
package struct AnswerCells: Sendable {
  package let column: Int
  package let kind: Kind

  package enum Kind: Sendable {
    /// One cell for every bit: choices and booleans.
    case choice(count: Int)
    /// Every choice by itself, as yes or no.
    case set(count: Int)
    /// Ascending; a number lies in the cell after the last cut that it has passed.
    case number(cuts: [Cut])
  }

  /// Where a cell of a number begins.
  package struct Cut: Sendable, Equatable {
    package let at: Double
    /// Whether the number itself still belongs below.
    package let isAfter: Bool

    package init(at: Double, isAfter: Bool) {
      self.at = at
      self.isAfter = isAfter
    }

    func isPassed(by number: Double) -> Bool { isAfter ? number > at : number >= at }

    fileprivate func precedes(_ other: Cut) -> Bool { at == other.at ? !isAfter && other.isAfter : at < other.at }
  }

  package var count: Int {
    switch kind {
    case .choice(let count), .set(let count): count
    case .number(let cuts): cuts.count + 1
    }
  }
}

extension Program {
  /// The cells of every question that a table draws, in the order of the table.
  ///
  /// Numbers and days are cut where comparisons cut them and where the cells of their prior end. Where formulas use one,
  /// what matters may lie anywhere: it is cut into at least eight parts.
  package func answerCells(_ table: DrawTable) -> [AnswerCells] {
    var isComputedWith = Array(repeating: false, count: columnCount)
    for formula in formulas {
      switch formula {
      case .column(let column), .weeksUntil(let column): isComputedWith[Int(column)] = true
      default: break
      }
    }
    return table.rows.map { row in
      switch row {
      case .choice(let column, let shares): AnswerCells(column: Int(column), kind: .choice(count: shares.indices.count))
      case .set(let column, let shares, _): AnswerCells(column: Int(column), kind: .set(count: shares.indices.count))
      case .number(let column, let run, _):
        AnswerCells(
          column: Int(column),
          kind: .number(cuts: cuts(Int(column), table.cells[run.indices], parts: isComputedWith[Int(column)] ? 8 : 1))
        )
      }
    }
  }

  private func cuts(_ column: Int, _ cells: ArraySlice<DrawCell>, parts: Int) -> [AnswerCells.Cut] {
    var found: [AnswerCells.Cut] = []
    func add(_ cut: AnswerCells.Cut) {
      guard cut.at.isFinite, let first = cells.first, let last = cells.last else { return }
      // Nothing is drawn beyond the ends.
      if cut.at < first.lower || cut.at > last.upper { return }
      var place = found.count
      while place > 0 && cut.precedes(found[place - 1]) { place -= 1 }
      if place > 0 && found[place - 1] == cut { return }
      found.insert(cut, at: place)
    }
    for comparison in comparisons where Int(comparison.column) == column {
      switch comparison.test {
      case .within(let bounds), .outside(let bounds):
        add(AnswerCells.Cut(at: bounds.lower, isAfter: bounds.isLowerOpen))
        add(AnswerCells.Cut(at: bounds.upper, isAfter: !bounds.isUpperOpen))
      default: break
      }
    }
    let pieces = (parts + cells.count - 1) / max(1, cells.count)
    for cell in cells {
      for piece in 0..<pieces {
        let part = Double(piece) / Double(pieces)
        add(AnswerCells.Cut(at: cell.lower + part * (cell.upper - cell.lower), isAfter: false))
      }
    }
    return found
  }
}
