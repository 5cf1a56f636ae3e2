internal import LocatedJSON

/// What a browser may do with a report: show it, with its own style sheet, and nothing else.
enum ContentSecurityPolicy {
  /// The policy for a page with exactly this text in its style element.
  ///
  /// - Parameter script: the text of its script, which may start WebAssembly, and a worker made of itself.
  static func text(style: String, script: String? = nil) -> String {
    let live = script.map { " script-src \(digest($0)) 'wasm-unsafe-eval'; worker-src blob:;" } ?? ""
    return "default-src 'none'; style-src \(digest(style));\(live) img-src data:; base-uri 'none'; form-action 'none'"
  }

  /// A source expression of the policy: the digest of a text in base64 (Content Security Policy Level 3, section 2.3.1).
  static func digest(_ text: String) -> String {
    "'sha256-" + Base64.text(of: bytes(hexadecimal: sha256Hex(Array(text.utf8)))) + "'"
  }

  private static func bytes(hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
