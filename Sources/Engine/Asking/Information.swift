/// How much one thing tells about another, from counts of worlds.
package struct Information: Sendable {
  /// n·log n for 0, 1, 2 …
  private let table: [Double]

  /// - Parameter worlds: no count will be larger.
  package init(worlds: Int) {
    var table: [Double] = [0]
    table.reserveCapacity(worlds + 1)
    for count in 1..<(worlds + 1) { table.append(Double(count) * naturalLogarithm(Double(count))) }
    self.table = table
  }

  /// Mutual information of two divisions of the same worlds, in bits: the expected reduction of the entropy of one when
  /// the other becomes known (Cover and Thomas, "Elements of Information Theory", section 2.4).
  ///
  /// The estimate from counts is too large by about (r−1)(c−1)/(2N ln 2), with r and c the parts that occur (Miller,
  /// "Note on the bias of information estimates", 1955); that is taken off, down to 0 (method.md, section 8).
  ///
  /// - Parameters:
  ///   - counts: per row and column (`row * columns + column`): worlds.
  package func shared(_ counts: [Int], rows: Int, columns: Int) -> Double {
    var all = 0
    var joint = 0.0
    var byRow = 0.0
    var byColumn = 0.0
    var usedRows = 0
    var usedColumns = 0
    for row in 0..<rows {
      var sum = 0
      for column in 0..<columns {
        sum += counts[row * columns + column]
        joint += table[counts[row * columns + column]]
      }
      byRow += table[sum]
      all += sum
      if sum > 0 { usedRows += 1 }
    }
    for column in 0..<columns {
      var sum = 0
      for row in 0..<rows { sum += counts[row * columns + column] }
      byColumn += table[sum]
      if sum > 0 { usedColumns += 1 }
    }
    guard usedRows > 1, usedColumns > 1 else { return 0 }
    let nats = (joint - byRow - byColumn + table[all]) / Double(all)
    let bias = Double((usedRows - 1) * (usedColumns - 1)) / (2 * Double(all))
    return max(0, (nats - bias) / naturalLogarithmOf2)
  }
}
