extension String {
  /// The text on one line and without characters that no reader can see but that change what he sees.
  ///
  /// White space of any kind collapses to single spaces and is trimmed only where there are line breaks or tabs.
  /// Controls, directional overrides and isolates, and non-characters become U+FFFD, so that tampering shows;
  /// byte-order marks and tag characters are dropped.
  var cleaned: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        if result.last != " " { result.append(" ") }
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF,
        0xFFF9...0xFFFB:
        result.append("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE:
        result.append("\u{FFFD}")
      case 0xFEFF, 0xE0000...0xE007F:
        break
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text as part of a name that links use: lower-case letters a to z, digits and single hyphens; may be empty.
  var slug: String {
    var result = ""
    for byte in lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return String(result.prefix(60))
  }
}
