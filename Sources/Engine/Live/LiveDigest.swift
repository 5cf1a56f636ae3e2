/// One number for all that is found about several cases, for comparing builds bit by bit.
///
/// - Parameters:
///   - bytes: a book, then cases, each behind its length in four bytes, the least first.
///   - draws: worlds per case.
///   - limit: how many parts of the completions may be looked at for one decision; with 0 no flips are sought, either.
/// - Returns: 0 if the bytes are refused.
package func liveDigest(_ bytes: [UInt8], draws: Int, limit: Int) -> UInt64 {
  var parts: [[UInt8]] = []
  var place = 0
  while place + 4 <= bytes.count {
    var length = 0
    for offset in 0..<4 { length |= Int(bytes[place + offset]) << (8 * offset) }
    place += 4
    guard length >= 0, length <= bytes.count - place else { return 0 }
    parts.append(Array(bytes[place..<place + length]))
    place += length
  }
  guard let first = parts.first, let session = LiveSession(first) else { return 0 }
  var sum: UInt64 = 0
  func mix(_ findings: Findings) { sum = (sum ^ findings.digest) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  for part in parts.dropFirst() {
    guard session.open(part) else { return 0 }
    mix(session.standing())
    for decision in 0..<session.decisionCount {
      mix(session.settling(decision, limit: limit))
      if limit > 0 { mix(session.flips(decision)) }
    }
    mix(session.firmness(DrawingPlan(draws: draws, seed: 1, keepsOrder: false)))
  }
  return sum
}
