package import Diagnostics

/// An id as it was written somewhere, with its place: the name of an item, or a mention of one.
package struct Name: Sendable, Hashable {
  package let id: String
  package let span: SourceSpan?

  package init(_ id: String, at span: SourceSpan? = nil) {
    self.id = id
    self.span = span
  }

  /// Names are equal when their ids are, byte by byte, wherever they were written.
  package static func == (a: Name, b: Name) -> Bool { a.id.utf8.elementsEqual(b.id.utf8) }
  /// Ids that are equal byte by byte are equal as texts, too.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Whether a text is a valid id: `[a-z0-9]+([._-][a-z0-9]+)*` with letters of either case.
package func isIdentifier(_ text: String) -> Bool {
  var afterSeparator = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      afterSeparator = false
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      if afterSeparator { return false }
      afterSeparator = true
    default: return false
    }
  }
  return !afterSeparator
}

/// The order of ids everywhere: byte by byte, so that no locale and no Unicode version changes it.
package func idPrecedes(_ a: String, _ b: String) -> Bool {
  let precedes = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in first.lexicographicallyPrecedes(second) }
  }
  return (precedes ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}
