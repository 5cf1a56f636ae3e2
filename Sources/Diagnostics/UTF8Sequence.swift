/// What stands at one place of a text that should be UTF-8.
package enum UTF8Sequence: Sendable, Equatable {
  /// A well-formed character of that many bytes.
  case wellFormed(length: Int)
  /// The longest run of bytes that can only be replaced as a whole; at least one byte.
  case illFormed(length: Int)

  package var length: Int {
    switch self {
    case .wellFormed(let length), .illFormed(let length): length
    }
  }

  /// Looks at the sequence that begins at an offset, by table 3-7 of the Unicode standard: overlong forms, surrogates and
  /// code points above U+10FFFF are ill-formed.
  ///
  /// `offset` must be a valid index, and `end` at most the number of bytes.
  package static func at(_ offset: Int, in bytes: [UInt8], end: Int) -> UTF8Sequence {
    let lead = bytes[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return .wellFormed(length: 1)
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return .illFormed(length: 1)
    }
    for index in 1..<length {
      let allowed = index == 1 ? second : 0x80...0xBF
      guard offset + index < end, allowed.contains(bytes[offset + index]) else { return .illFormed(length: index) }
    }
    return .wellFormed(length: length)
  }
}
