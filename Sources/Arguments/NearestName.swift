/// The name that was most likely meant: the one with the fewest typing errors, at most one in three letters; else the
/// only one that begins with the word. Of two equally near, the first. Letter case and leading dashes do not count.
func nearestName(to word: String, among names: [String]) -> String? {
  let wanted = letters(of: word)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = typingErrors(wanted, letters(of: name))
    if distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max, distance < letters(of: name).count {
      best = (name, distance)
    }
  }
  if let best { return best.name }
  let beginnings = names.filter { letters(of: $0).starts(with: wanted) }
  return beginnings.count == 1 ? beginnings.first : nil
}

private func letters(of name: String) -> [Unicode.Scalar] {
  Array(name.lowercased().unicodeScalars.drop { $0 == "-" })
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour: the "optimal string alignment"
/// distance (Damerau 1964, without editing a swapped pair again).
private func typingErrors(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
