/// Entries sorted into numbered buckets, in the order in which they came.
struct Buckets: Sendable {
  struct Entry: Sendable {
    var bucket: Int
    var register: Int32
    var points: Int32
  }

  private(set) var entries: [Entry] = []
  private(set) var runs: [Run]

  init(_ count: Int) { runs = Array(repeating: Run(first: 0, count: 0), count: count) }

  mutating func add(_ register: Int32, points: Int32 = 0, to bucket: Int) {
    entries.append(Entry(bucket: bucket, register: register, points: points))
    runs[bucket].count += 1
  }

  /// The same, with the entries of a bucket side by side.
  consuming func sorted() -> Buckets {
    var start: Int32 = 0
    for bucket in runs.indices {
      runs[bucket].first = start
      start += runs[bucket].count
    }
    var places = runs.map { Int($0.first) }
    var sorted = entries
    for entry in entries {
      sorted[places[entry.bucket]] = entry
      places[entry.bucket] += 1
    }
    entries = sorted
    return self
  }

  /// Appends the registers of a bucket.
  func keep(_ bucket: Int, in registers: inout [Int32]) -> Run {
    let first = registers.count
    for index in runs[bucket].indices { registers.append(entries[index].register) }
    return Run(first..<registers.count)
  }
}
