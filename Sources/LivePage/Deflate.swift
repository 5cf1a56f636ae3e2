/// DEFLATE (RFC 1951), packing only: browsers unpack it with `DecompressionStream("deflate-raw")`.
///
/// Equal bytes give equal streams. Matches are looked for in hash chains, and a match waits for a longer one that begins a
/// byte later; every block has Huffman codes of its own.
package enum Deflate {
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var bits = BitWriter()
    let tokens = self.tokens(bytes)
    var first = 0
    repeat {
      let end = min(tokens.count, first + 1 << 15)
      write(tokens[first..<end], isLast: end == tokens.count, to: &bits)
      first = end
    } while first < tokens.count
    return bits.finished()
  }

  /// A byte as it is, or so many bytes again as stood so far back.
  struct Token {
    /// The byte, or how many.
    let value: Int
    /// 0 for a byte.
    let distance: Int
  }

  private static let window = 1 << 15
  private static let longest = 258

  private static func tokens(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    // The last place of every hash, and for every place the one before with the same hash.
    var heads = [Int](repeating: -1, count: 1 << 15)
    var previous = [Int](repeating: -1, count: bytes.count)

    func enter(_ place: Int) {
      guard place + 2 < bytes.count else { return }
      let key = (Int(bytes[place]) << 10 ^ Int(bytes[place + 1]) << 5 ^ Int(bytes[place + 2])) & (1 << 15 - 1)
      previous[place] = heads[key]
      heads[key] = place
    }

    /// The longest match for what begins at a place, which has been entered.
    func match(_ place: Int) -> Token? {
      var (best, distance) = (2, 0)
      let most = min(longest, bytes.count - place)
      var candidate = previous[place]
      var tries = 96
      while candidate >= 0, place - candidate <= window, tries > 0, best < most {
        if bytes[candidate + best] == bytes[place + best] {
          var length = 0
          while length < most, bytes[candidate + length] == bytes[place + length] { length += 1 }
          if length > best { (best, distance) = (length, place - candidate) }
        }
        candidate = previous[candidate]
        tries -= 1
      }
      return distance == 0 ? nil : Token(value: best, distance: distance)
    }

    var place = 0
    var waiting: Token?
    while place < bytes.count {
      enter(place)
      let found = match(place)
      if let earlier = waiting {
        waiting = nil
        if (found?.value ?? 0) <= earlier.value {
          // It began a byte ago.
          tokens.append(earlier)
          for next in (place + 1)..<max(place + 1, place + earlier.value - 1) { enter(next) }
          place += earlier.value - 1
          continue
        }
        tokens.append(Token(value: Int(bytes[place - 1]), distance: 0))
      }
      if let found {
        waiting = found
      } else {
        tokens.append(Token(value: Int(bytes[place]), distance: 0))
      }
      place += 1
    }
    // A match needs three bytes: it never waits at the end.
    return tokens
  }

  // MARK: Blocks

  private static func write(_ tokens: ArraySlice<Token>, isLast: Bool, to bits: inout BitWriter) {
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    literals[256] = 1
    for token in tokens {
      if token.distance == 0 {
        literals[token.value] += 1
      } else {
        literals[Span.lengths.code(of: token.value)] += 1
        distances[Span.distances.code(of: token.distance)] += 1
      }
    }
    let (literalCode, distanceCode) = (PrefixCode(literals, limit: 15), PrefixCode(distances, limit: 15))
    bits.write(isLast ? 1 : 0, 1)
    bits.write(2, 2)
    writeLengths(literalCode.lengths, distanceCode.lengths, to: &bits)
    for token in tokens {
      if token.distance == 0 {
        literalCode.write(token.value, to: &bits)
      } else {
        let (length, distance) = (Span.lengths, Span.distances)
        let (a, b) = (length.code(of: token.value), distance.code(of: token.distance))
        literalCode.write(a, to: &bits)
        length.writeRest(of: token.value, a, to: &bits)
        distanceCode.write(b, to: &bits)
        distance.writeRest(of: token.distance, b, to: &bits)
      }
    }
    literalCode.write(256, to: &bits)
  }

  /// The lengths of both codes, in a code of their own (section 3.2.7).
  private static func writeLengths(_ literals: [Int], _ distances: [Int], to bits: inout BitWriter) {
    let all = literals + distances
    var symbols: [(symbol: Int, extra: Int, width: Int)] = []
    var place = 0
    while place < all.count {
      var run = 1
      while place + run < all.count, all[place + run] == all[place], run < 138 { run += 1 }
      if all[place] == 0, run >= 3 {
        symbols.append(run > 10 ? (18, run - 11, 7) : (17, run - 3, 3))
      } else {
        run = 1
        symbols.append((all[place], 0, 0))
      }
      place += run
    }
    var counts = [Int](repeating: 0, count: 19)
    for entry in symbols { counts[entry.symbol] += 1 }
    let code = PrefixCode(counts, limit: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    bits.write(literals.count - 257, 5)
    bits.write(distances.count - 1, 5)
    bits.write(order.count - 4, 4)
    for symbol in order { bits.write(code.lengths[symbol], 3) }
    for entry in symbols {
      code.write(entry.symbol, to: &bits)
      bits.write(entry.extra, entry.width)
    }
  }
}
