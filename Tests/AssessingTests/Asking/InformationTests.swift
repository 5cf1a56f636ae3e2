import Engine
import Foundation
import TestSupport
import Testing

@Suite struct InformationTests {
  /// The definition, Σ p(x,y) log₂ p(x,y)/(p(x)·p(y)), with the logarithm of the system, less the correction.
  private static func plain(_ counts: [[Int]]) -> Double {
    let all = Double(counts.joined().reduce(0, +))
    let columns = counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    var bits = 0.0
    for row in counts {
      for (column, count) in row.enumerated() where count > 0 {
        let joint = Double(count) / all
        bits += joint * log2(joint / (Double(row.reduce(0, +)) / all * Double(columns[column]) / all))
      }
    }
    let used = (counts.count { $0.contains { $0 > 0 } } - 1, columns.count { $0 > 0 } - 1)
    return max(0, bits - Double(used.0 * used.1) / (2 * all * log(2)))
  }

  @Test(arguments: 0..<50)
  func agreesWithTheDefinition(seed: Int) {
    var dice = TestSupport.SplitMix64(seed: UInt64(seed))
    let (rows, columns) = (dice.int(1...6), dice.int(1...5))
    let counts = (0..<rows).map { _ in (0..<columns).map { _ in dice.pick([0, 0, 1, 5, 40, 300]) } }
    guard counts.joined().contains(where: { $0 > 0 }) else { return }
    let information = Information(worlds: 10_000)
    let found = information.shared(Array(counts.joined()), rows: rows, columns: columns)
    #expect((found - Self.plain(counts)).magnitude < 1e-10)
  }

  /// Of two things that have nothing to do with each other, the plain estimate says too much; the correction takes off
  /// what is too much on average.
  @Test func whatIsIndependentTellsNothingOnAverage() {
    let information = Information(worlds: 1000)
    var dice = TestSupport.SplitMix64(seed: 1)
    var sum = 0.0
    for _ in 0..<200 {
      var counts = Array(repeating: 0, count: 12)
      for _ in 0..<1000 { counts[dice.int(0...3) * 3 + dice.int(0...2)] += 1 }
      sum += information.shared(counts, rows: 4, columns: 3)
    }
    // Uncorrected it would be 6/(2·1000·ln 2) = 0.0043; cut off at 0, a part of the scatter stays.
    #expect(sum / 200 < 0.0012)
  }
}
