/// What became of every question and every decision in many worlds, as one bit per world: enough to tell what each
/// question is worth, for all questions from one set of draws (method.md, section 8).
package struct QuestionSample: Sendable {
  package let cells: [AnswerCells]
  private let draws: Int
  private let words: Int
  /// Per question: worlds in which it applies.
  private var known: [UInt64]
  /// Per cell of every question: worlds in which the answer lies in it.
  private var answers: [UInt64]
  private let firstCell: [Int]
  /// Per decision: a plane for every option, one for "no winner" and one for "does not apply".
  private var outcomes: [UInt64]
  private let firstOutcome: [Int]
  private let outcomeCount: [Int]
  private let information: Information

  /// - Parameter table: the questions, one for each row.
  package init(_ sampling: Sampling, _ table: DrawTable) {
    let program = sampling.program
    cells = program.answerCells(table)
    draws = sampling.draws
    words = sampling.words
    known = Array(repeating: 0, count: cells.count * words)
    var first: [Int] = []
    var count = 0
    for cell in cells {
      first.append(count)
      count += cell.count
    }
    firstCell = first
    answers = Array(repeating: 0, count: count * words)
    first = []
    count = 0
    var counts: [Int] = []
    for decision in program.decisions {
      var families = 0
      for leaf in decision.leaves.indices { families = max(families, Int(program.leaves[leaf].family) + 1) }
      first.append(count)
      counts.append(families + 2)
      count += families + 2
    }
    firstOutcome = first
    outcomeCount = counts
    outcomes = Array(repeating: 0, count: count * words)
    information = Information(worlds: sampling.draws)
  }

  /// Keeps the worlds of an evaluated block.
  package mutating func add(_ kernel: Kernel, _ block: WorldBlock, word: Int, lanes: UInt64) {
    for (question, cell) in cells.enumerated() {
      let mask = block.known[cell.column] & lanes
      known[question * words + word] = mask
      var open = mask
      while open != 0 {
        let lane = open.trailingZeroBitCount
        open &= open - 1
        let place = cell.column * WorldBlock.width + lane
        switch cell.kind {
        case .choice: mark(firstCell[question] + block.bits[place].trailingZeroBitCount, word, lane)
        case .set:
          var chosen = block.bits[place]
          while chosen != 0 {
            mark(firstCell[question] + chosen.trailingZeroBitCount, word, lane)
            chosen &= chosen - 1
          }
        case .number(let cuts):
          var passed = 0
          while passed < cuts.count && cuts[passed].isPassed(by: block.lower[place]) { passed += 1 }
          mark(firstCell[question] + passed, word, lane)
        }
      }
    }
    for index in kernel.program.decisions.indices {
      let without = firstOutcome[index] + outcomeCount[index] - 2
      outcomes[(without + 1) * words + word] = lanes & kernel.applicable[index].no
      var open = lanes & ~kernel.applicable[index].no
      while open != 0 {
        let lane = open.trailingZeroBitCount
        open &= open - 1
        let best = Int(kernel.best[index * WorldBlock.width + lane])
        let plane = best < 0 ? without : firstOutcome[index] + Int(kernel.program.leaves[best].family)
        outcomes[plane * words + word] |= 1 << UInt64(lane)
      }
    }
  }

  private mutating func mark(_ cell: Int, _ word: Int, _ lane: Int) {
    answers[cell * words + word] |= 1 << UInt64(lane)
  }

  /// By how many bits the entropy of the outcomes falls on average when a question is answered, each decision times its
  /// importance. A question that does not apply in a world tells nothing there. Of a set the best single choice counts.
  ///
  /// - Parameter importance: per decision; 0 leaves it out.
  package func gain(_ question: Int, importance: [Double]) -> Double {
    switch cells[question].kind {
    case .choice, .number:
      return gain(importance) { decision in
        count(decision, rows: cells[question].count) { cell, word in
          answers[(firstCell[question] + cell) * words + word]
        }
      }
    case .set(let choices):
      var largest = 0.0
      for choice in 0..<choices {
        let value = gain(importance) { decision in
          count(decision, rows: 2) { side, word in
            let chosen = answers[(firstCell[question] + choice) * words + word]
            return side == 1 ? chosen : known[question * words + word] & ~chosen
          }
        }
        largest = max(largest, value)
      }
      return largest
    }
  }

  private func gain(_ importance: [Double], _ counts: (_ decision: Int) -> [Int]) -> Double {
    var sum = 0.0
    for decision in importance.indices where importance[decision] > 0 {
      let found = counts(decision)
      var worlds = 0
      for count in found { worlds += count }
      guard worlds > 0 else { continue }
      let columns = outcomeCount[decision]
      let bits = information.shared(found, rows: found.count / columns, columns: columns)
      sum += importance[decision] * bits * Double(worlds) / Double(draws)
    }
    return sum
  }

  /// Worlds by answer and outcome.
  private func count(_ decision: Int, rows: Int, _ plane: (_ row: Int, _ word: Int) -> UInt64) -> [Int] {
    let columns = outcomeCount[decision]
    var counts = Array(repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for word in 0..<words {
        let worlds = plane(row, word)
        if worlds == 0 { continue }
        for column in 0..<columns {
          let outcome = outcomes[(firstOutcome[decision] + column) * words + word]
          counts[row * columns + column] += (worlds & outcome).nonzeroBitCount
        }
      }
    }
    return counts
  }
}
