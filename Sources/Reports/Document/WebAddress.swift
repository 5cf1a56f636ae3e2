/// An address that may become a link: `http`, `https` or `mailto`, written in the characters of RFC 3986 only.
///
/// Refused, so that they stay plain text: other schemes, relative addresses, anything outside ASCII (look-alike hosts),
/// white space and controls, and a user name before the host (`https://bank.example@evil.example`).
package struct WebAddress: Sendable, Equatable {
  package let text: String

  package init?(_ text: String) {
    guard text.utf8.count <= 2048, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let rest = text[text.index(after: colon)...]
    switch text[..<colon].lowercased() {
    case "http", "https":
      guard rest.hasPrefix("//") else { return nil }
      let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
      guard let first = authority.utf8.first else { return nil }
      guard Self.isAlphanumeric(first) || first == UInt8(ascii: "[") else { return nil }
      guard !authority.contains("@") else { return nil }
    case "mailto":
      let address = rest.prefix { $0 != "?" }
      guard address.split(separator: "@", omittingEmptySubsequences: false).count == 2 else { return nil }
      guard !address.hasPrefix("@"), !address.hasSuffix("@") else { return nil }
    default:
      return nil
    }
    self.text = text
  }

  /// The host of a web page, without its port; nil of a mail address.
  package var host: String? {
    guard text.lowercased().hasPrefix("http"), let start = text.firstRange(of: "//") else { return nil }
    let host = text[start.upperBound...].prefix { !"/?#:".contains($0) }
    return host.isEmpty || host.hasPrefix("[") ? nil : String(host)
  }

  /// Unreserved, reserved and percent of RFC 3986.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default:
      false
    }
  }
}
