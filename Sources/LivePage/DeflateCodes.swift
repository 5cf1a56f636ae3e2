// The parts of a DEFLATE stream: bits, prefix codes, and numbers split into a code and the rest.

/// Writes bits, the lowest first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var held = 0
  private var count = 0

  mutating func write(_ value: Int, _ width: Int) {
    held |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      count -= 8
    }
  }

  /// Everything, filled up to a whole byte.
  mutating func finished() -> [UInt8] {
    if count > 0 { write(0, 8 - count) }
    return bytes
  }
}

/// A canonical Huffman code (RFC 1951, section 3.2.2) for symbols by how often they occur.
struct PrefixCode {
  /// Per symbol; 0 for one that does not occur.
  let lengths: [Int]
  /// Per symbol, the first bit lowest.
  private let codes: [Int]

  init(_ counts: [Int], limit: Int) {
    // Where a code gets too long, rare symbols are taken for less rare, until it is not.
    var counts = counts
    var lengths = Self.lengths(counts)
    while (lengths.max() ?? 0) > limit {
      counts = counts.map { $0 == 0 ? 0 : ($0 + 1) / 2 + 1 }
      lengths = Self.lengths(counts)
    }
    self.lengths = lengths
    var next = 0
    var codes = [Int](repeating: 0, count: lengths.count)
    for length in 1...limit {
      next <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = (0..<length).reduce(0) { $0 << 1 | next >> $1 & 1 }
        next += 1
      }
    }
    self.codes = codes
  }

  func write(_ symbol: Int, to bits: inout BitWriter) { bits.write(codes[symbol], lengths[symbol]) }

  private static func lengths(_ counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    var trees = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], symbols: [$0]) }
    // A code of one symbol takes a bit all the same.
    if trees.count == 1 { lengths[trees[0].symbols[0]] = 1 }
    // Ties are broken by the first symbol, so that the same counts give the same code.
    while trees.count > 1 {
      trees.sort { $0.count == $1.count ? $0.symbols[0] < $1.symbols[0] : $0.count > $1.count }
      let (a, b) = (trees.removeLast(), trees.removeLast())
      for symbol in a.symbols + b.symbols { lengths[symbol] += 1 }
      trees.append((a.count + b.count, a.symbols + b.symbols))
    }
    return lengths
  }
}

/// Numbers as codes with some more bits (section 3.2.5).
struct Span {
  private let firstCode: Int
  /// The smallest number of every code, and how many bits follow it.
  private let starts: [(value: Int, bits: Int)]

  static let lengths = Span(firstCode: 257, from: 3, groups: [8] + [Int](repeating: 4, count: 5), last: 258)
  static let distances = Span(firstCode: 0, from: 1, groups: [4] + [Int](repeating: 2, count: 13), last: nil)

  private init(firstCode: Int, from: Int, groups: [Int], last: Int?) {
    self.firstCode = firstCode
    var starts: [(value: Int, bits: Int)] = []
    var value = from
    for (bits, count) in groups.enumerated() {
      for _ in 0..<count {
        starts.append((value, bits))
        value += 1 << bits
      }
    }
    // The longest length has a code for itself.
    if let last { starts.append((last, 0)) }
    self.starts = starts
  }

  func code(of number: Int) -> Int {
    var place = starts.count - 1
    while starts[place].value > number { place -= 1 }
    return firstCode + place
  }

  func writeRest(of number: Int, _ code: Int, to bits: inout BitWriter) {
    let start = starts[code - firstCode]
    bits.write(number - start.value, start.bits)
  }
}
