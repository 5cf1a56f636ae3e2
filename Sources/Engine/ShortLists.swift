// Inside of the engine these stand in for functions of the standard library that would be compiled anew for every type,
// with all that a list needs in order to grow: more code in the module for browsers than the rules themselves.

extension Range<Int> {
  /// What becomes of every number, in a list that has its size from the start.
  func map<Result>(_ transform: (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { list, filled in
      for number in self {
        list.initializeElement(at: filled, to: transform(number))
        filled += 1
      }
    }
  }

  /// The numbers, sorted by insertion; every place is found by halving. What is equal keeps its order.
  ///
  /// - Parameter precedes: whether the first of two numbers must come before the second; a strict weak order.
  @inline(never)
  func sorted(by precedes: (Int, Int) -> Bool) -> [Int] {
    var sorted: [Int] = []
    for number in self {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(number, sorted[middle]) { high = middle } else { low = middle + 1 }
      }
      sorted.append(number)
      var place = sorted.count - 1
      while place > low {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[low] = number
    }
    return sorted
  }
}

extension Array {
  func map<Result>(_ transform: (Element) -> Result) -> [Result] { indices.map { transform(self[$0]) } }
}

extension [Double] {
  @inline(never)
  func sorted(by precedes: (Double, Double) -> Bool) -> [Double] {
    indices.sorted { precedes(self[$0], self[$1]) }.map { self[$0] }
  }

  func sorted() -> [Double] { sorted { $0 < $1 } }

  mutating func sort() { self = sorted() }
}
