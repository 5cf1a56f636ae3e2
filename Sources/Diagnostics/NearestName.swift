/// The candidate a person most likely meant, or nil when none is near.
///
/// Near is: at most one mistake for every three characters of the longer word, and at most four. A mistake is a character
/// too many, missing, wrong, or swapped with its neighbour (optimal string alignment distance); case does not count. Of
/// equally near candidates the first in byte order wins, whatever the order of the list. If none is near, the word may be
/// the beginning, of three letters or more, of exactly one of them: `min` is `minimum`.
package func nearest(_ word: String, in candidates: [String]) -> String? {
  let longestWord = 200
  let wanted = Array(word.lowercased().unicodeScalars.prefix(longestWord + 1))
  guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let name = Array(candidate.lowercased().unicodeScalars.prefix(longestWord + 1))
    guard name.count <= longestWord else { continue }
    let limit = min(4, max(wanted.count, name.count) / 3)
    guard let distance = editDistance(wanted, name, limit: limit) else { continue }
    if let best {
      if distance > best.distance { continue }
      if distance == best.distance, !candidate.utf8.lexicographicallyPrecedes(best.name.utf8) { continue }
    }
    best = (distance, candidate)
  }
  if let best { return best.name }
  guard wanted.count >= 3 else { return nil }
  let longer = Set(candidates).filter { candidate in
    candidate.unicodeScalars.count <= longestWord && Array(candidate.lowercased().unicodeScalars).starts(with: wanted)
  }
  return longer.count == 1 ? longer.first : nil
}

/// The optimal string alignment distance of two words, or nil when it is more than the limit.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  guard a != b else { return 0 }
  guard limit > 0 else { return nil }
  // Three rows of the usual table are enough: a transposition looks two rows back.
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    // A later row is never below the lower of its two predecessors.
    if min(row.min() ?? 0, last.min() ?? 0) > limit { return nil }
    (beforeLast, last) = (last, row)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
