import Engine
import Testing

/// The engine's own logarithm against fdlibm's, bit for bit.
@Suite struct NaturalLogarithmTests {
  /// Bits of arguments and of what the C source of fdlibm gives for them, compiled without fused operations. All branches.
  private static let known: [(x: UInt64, log: UInt64)] = [
    (0x3ff0_0000_0000_0000, 0x0000_0000_0000_0000), (0x4000_0000_0000_0000, 0x3fe6_2e42_fefa_39ef),
    (0x4008_0000_0000_0000, 0x3ff1_93ea_7aad_030a), (0x4024_0000_0000_0000, 0x4002_6bb1_bbb5_5516),
    (0x4059_0000_0000_0000, 0x4012_6bb1_bbb5_5516), (0x40c3_8800_0000_0000, 0x4022_6bb1_bbb5_5516),
    (0x3fe0_0000_0000_0000, 0xbfe6_2e42_fefa_39ef), (0x3fb9_9999_9999_999a, 0xc002_6bb1_bbb5_5515),
    (0x3fe6_6666_6666_6666, 0xbfd6_d3c3_24e1_3f50), (0x3ff8_0000_0000_0000, 0x3fd9_f323_ecbf_984c),
    (0x3ff6_a09e_667f_3bcd, 0x3fd6_2e42_fefa_39f0), (0x3fe6_a09e_667f_3bcd, 0xbfd6_2e42_fefa_39ee),
    (0x3ff0_0000_0006_df38, 0x3ddb_7cdf_fffa_18d8), (0x3fef_ffff_ca50_1acb, 0xbe7a_d7f2_b104_9b9f),
    (0x3ff0_0000_ff03_80be, 0x3eaf_e06f_19b8_1004), (0x0000_0000_0000_1fa0, 0xc086_fb87_0ef9_6810),
    (0x0010_0000_0000_0000, 0xc086_232b_dd7a_bcd2), (0x7fef_ffff_ffff_ffff, 0x4086_2e42_fefa_39ef),
    (0x0000_0000_0000_0001, 0xc087_4385_446d_71c3), (0x4005_bf0a_8b14_5769, 0x3ff0_0000_0000_0000),
  ]

  @Test func givesTheBitsOfFdlibm() {
    for (x, log) in Self.known {
      #expect(naturalLogarithm(Double(bitPattern: x)).bitPattern == log, "\(Double(bitPattern: x))")
    }
  }

  /// A digest of the bits of log 1 … log 100000, from the C source.
  @Test func givesTheBitsOfFdlibmForAllCountsOfWorlds() {
    var digest: UInt64 = 0
    for count in 1...100_000 { digest = (digest ^ naturalLogarithm(Double(count)).bitPattern) &* 0x100_0000_01b3 }
    #expect(digest == 0x3049_cdb8_4a51_9ed8)
  }

  /// The same over numbers of all sizes: positive finite doubles with random bits.
  @Test func givesTheBitsOfFdlibmForNumbersOfAllSizes() {
    var dice = SplitMix64(seed: 42)
    var digest: UInt64 = 0
    for _ in 0..<1_000_000 {
      let x = Double(bitPattern: dice.next() >> 1)
      guard x < .infinity else { continue }
      digest = (digest ^ naturalLogarithm(x).bitPattern) &* 0x100_0000_01b3
    }
    #expect(digest == 0x413a_f2bf_9dee_97d1)
  }

  @Test func hasTheUsualEnds() {
    #expect(naturalLogarithm(0) == -.infinity && naturalLogarithm(-0.0) == -.infinity)
    #expect(naturalLogarithm(.infinity) == .infinity)
    #expect(naturalLogarithm(-1).isNaN && naturalLogarithm(.nan).isNaN && naturalLogarithm(-.infinity).isNaN)
  }
}
