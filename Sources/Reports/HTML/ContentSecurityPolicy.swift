internal import LocatedJSON
internal import RuleModel

/// What a browser may do with a report: show it, with its own style sheet, and nothing else.
enum ContentSecurityPolicy {
  /// The policy for a page with exactly this text in its style element.
  static func text(style: String) -> String {
    let digest = Base64.text(of: bytes(hexadecimal: sha256Hex(Array(style.utf8))))
    return "default-src 'none'; style-src 'sha256-\(digest)'; img-src data:; base-uri 'none'; form-action 'none'"
  }

  private static func bytes(hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
