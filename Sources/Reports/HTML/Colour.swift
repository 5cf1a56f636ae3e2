/// A colour of the screen, as 0xRRGGBB.
struct Colour: Equatable {
  let value: UInt32

  init(_ value: UInt32) {
    self.value = value
  }

  static let black = Colour(0)
  static let white = Colour(0xFFFFFF)

  /// As style sheets write it, six digits.
  var css: String {
    let digits = String(value & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Red, green and blue, 0 to 255.
  var channels: [UInt32] { [16, 8, 0].map { value >> $0 & 0xFF } }

  /// This colour laid over another one.
  ///
  /// - Parameter share: how much of it, in percent.
  func mixed(into ground: Colour, _ share: UInt32) -> Colour {
    let parts = zip(channels, ground.channels).map { ($0 * share + $1 * (100 - share) + 50) / 100 }
    return Colour(parts.reduce(0) { $0 << 8 | $1 })
  }

  /// The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  var luminance: Double {
    let light = channels.map { Self.light[Int($0)] }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  /// How much light a channel of 0 to 255 gives: sRGB without its gamma.
  private static let light = (0...255).map { channel -> Double in
    let part = Double(channel) / 255
    guard part > 0.04045 else { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    // base^2.4; the standard library has no powers, and every build is to have the same bits.
    return base * base * fifthRoot(base * base)
  }

  /// By Newton's method from above, for 0 < x ≤ 1.
  private static func fifthRoot(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + x / (root * root * root * root)) / 5 }
    return root
  }
}
