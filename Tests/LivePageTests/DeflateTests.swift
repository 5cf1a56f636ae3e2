import LivePage
import LocatedJSON
import TestSupport
import Testing

@Suite struct DeflateTests {
  private static func bytes(_ count: Int, _ kinds: Int, seed: UInt64) -> [UInt8] {
    var dice = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    while bytes.count < count {
      if bytes.count > 8, dice.int(0...3) == 0 {
        let start = dice.int(0...bytes.count - 4)
        bytes += bytes[start..<min(bytes.count, start + dice.int(1...400))]
      } else {
        bytes.append(UInt8(dice.int(0...kinds - 1)))
      }
    }
    return Array(bytes.prefix(count))
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 257, 258, 259, 1000, 70_000], [1, 2, 20, 256])
  func comesBackAsItWas(count: Int, kinds: Int) throws {
    for seed in 0..<(count < 1000 ? 20 : 2) as Range<UInt64> {
      let bytes = Self.bytes(count, kinds, seed: seed)
      let packed = Deflate.packed(bytes)
      #expect(try Inflate.unpacked(packed) == bytes)
    }
  }

  /// Frequencies that grow like Fibonacci numbers make the deepest Huffman trees.
  @Test func theDeepestCodeIsCutToFifteenBits() throws {
    var (a, b) = (1, 1)
    var bytes: [UInt8] = []
    for symbol in 0..<22 as Range<UInt8> {
      bytes += [UInt8](repeating: symbol, count: a)
      (a, b) = (b, a + b)
    }
    var dice = SplitMix64(seed: 5)
    bytes = dice.shuffled(bytes)
    #expect(try Inflate.unpacked(Deflate.packed(bytes)) == bytes)
  }

  @Test(.enabled(if: LivePage.engine != nil, "this advisor was built without the engine for browsers"))
  func theEngineGetsMuchSmaller() throws {
    let engine = try #require(LivePage.engine.flatMap { Base64.bytes(of: $0) })
    let packed = Deflate.packed(engine)
    #expect(packed.count < engine.count / 2)
    #expect(try Inflate.unpacked(packed) == engine)
  }
}
