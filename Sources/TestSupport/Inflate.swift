/// Unpacks DEFLATE (RFC 1951), in the obvious way: as browsers do it.
package struct Inflate {
  package struct Damage: Error {}

  private let bytes: [UInt8]
  private var place = 0
  private var output: [UInt8] = []

  package static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    var inflate = Inflate(bytes: bytes)
    while try !inflate.block() {}
    return inflate.output
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for bit in 0..<count {
      guard place / 8 < bytes.count else { throw Damage() }
      value |= Int(bytes[place / 8] >> UInt8(place % 8) & 1) << bit
      place += 1
    }
    return value
  }

  /// The symbol whose code comes next.
  private mutating func symbol(_ code: [Int: Int]) throws -> Int {
    // A leading 1 tells codes of different lengths apart.
    var prefix = 1
    for _ in 0..<15 {
      prefix = prefix << 1 | (try bits(1))
      if let symbol = code[prefix] { return symbol }
    }
    throw Damage()
  }

  private static func code(_ lengths: [Int]) -> [Int: Int] {
    var code: [Int: Int] = [:]
    var next = 0
    for length in 1...15 {
      next <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        code[1 << length | next] = symbol
        next += 1
      }
    }
    return code
  }

  /// Unpacks a block with codes of its own; whether it was the last.
  private mutating func block() throws -> Bool {
    let isLast = try bits(1) == 1
    guard try bits(2) == 2 else { throw Damage() }
    let (literals, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = [Int](repeating: 0, count: 19)
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
      lengths[symbol] = try bits(3)
    }
    let code = Self.code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try symbol(code) {
      case 16:
        guard let last = all.last else { throw Damage() }
        all += [Int](repeating: last, count: try bits(2) + 3)
      case 17: all += [Int](repeating: 0, count: try bits(3) + 3)
      case 18: all += [Int](repeating: 0, count: try bits(7) + 11)
      case let length: all.append(length)
      }
    }
    let (literal, distance) = (Self.code(Array(all[..<literals])), Self.code(Array(all[literals...])))
    while true {
      let symbol = try symbol(literal)
      if symbol == 256 { return isLast }
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else {
        try copy(symbol - 257, distance)
      }
    }
  }

  private mutating func copy(_ lengthCode: Int, _ code: [Int: Int]) throws {
    let length =
      lengthCode < 8
      ? lengthCode + 3
      : lengthCode == 28
        ? 258 : try (4 + lengthCode % 4) << (lengthCode / 4 - 1) + 3 + bits(lengthCode / 4 - 1)
    let symbol = try symbol(code)
    let distance = symbol < 4 ? symbol + 1 : try (2 + symbol % 2) << (symbol / 2 - 1) + 1 + bits(symbol / 2 - 1)
    guard distance <= output.count else { throw Damage() }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }
}
