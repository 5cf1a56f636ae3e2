/// The live page: the engine of the program for the browser, with the scripts and the style sheet that show it.
///
/// The page computes nothing by itself. It fills answers, weights and decisions into bytes, hands them to the same engine
/// that the command line uses (compiled to WebAssembly when this module is built), and shows the numbers that come back:
/// what it says is, bit for bit, what `advisor assess --format json` says on the profile that it saves. What stays in the
/// page are texts, filling answers into columns, and showing.
///
///     packs ─compile▶ RuleBook ─▶ bytes ─┐  (in the page as Base64)
///     answers, weights, decisions ─▶ bytes ┴▶ LiveSession ─▶ Findings: a row of numbers ─▶ shown with the texts
///
/// Bytes in both directions are described at `RuleBookBytes`, `CaseFileBytes` and `Findings` of the module `Engine`.
package enum LivePage {
  /// The engine as a WebAssembly module, in Base64; nil if the toolchain that built this program has no Embedded standard
  /// library for wasm32.
  package static var engine: String? { encodedEngine }

  /// A part of the page by its file name, `engine.js` for example; empty if there is none.
  package static func part(_ name: String) -> String {
    guard let part = encodedParts.first(where: { $0.name == name }) else { return "" }
    return String(decoding: bytes(ofBase64: part.base64), as: UTF8.self)
  }

  /// The names of all parts, sorted.
  package static var partNames: [String] { encodedParts.map(\.name).sorted() }

  /// What Base64 (RFC 4648, section 4) stands for.
  package static func bytes(ofBase64 text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for letter in text.utf8 {
      guard let value = value(of: letter) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(of letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
