/// Text from outside in single quotes, safe for one line of a terminal and short enough for a sentence.
///
/// As `sanitized`; of more than 64 Unicode scalars the first 44 and the last 16 are shown with `…` between them.
package func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let limit = 64
  let isLong = scalars.index(scalars.startIndex, offsetBy: limit + 1, limitedBy: scalars.endIndex) != nil
  guard isLong else { return "'\(sanitized(text))'" }
  let head = String(String.UnicodeScalarView(scalars.prefix(44)))
  let tail = String(String.UnicodeScalarView(scalars.suffix(16)))
  return "'\(sanitized(head))…\(sanitized(tail))'"
}

/// Text from outside made safe for one line of a terminal.
///
/// Whatever could move the cursor, break the line, reorder or hide text becomes a visible escape: `\n`, `\r`, `\t`, and
/// `\u{1B}` for all other control characters, line separators, bidi controls, invisible characters and noncharacters, and
/// for combining marks that have no base or pile up. Everything else, the backslash too, stays as it is, so that a text
/// can pass twice without harm.
package func sanitized(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var output = String.UnicodeScalarView()
  // The last scalar that was kept as it is: what a mark or a joiner would attach to.
  var base: Unicode.Scalar?
  var marks = 0
  for scalar in text.unicodeScalars {
    let category = scalar.properties.generalCategory
    let isMark = category == .nonspacingMark || category == .enclosingMark
    marks = isMark ? marks + 1 : 0
    if isUnsafe(scalar) || (attaches(scalar) && (base?.isASCII ?? true)) || (isMark && (base == nil || marks > 8)) {
      output.append(contentsOf: visibleEscape(of: scalar).unicodeScalars)
      base = nil
    } else {
      output.append(scalar)
      if !isMark { base = scalar }
    }
  }
  return String(output)
}

/// Joiners and variation selectors: invisible, but part of emoji and of several scripts.
private func attaches(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D, 0xFE00...0xFE0F: true
  default: false
  }
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  if attaches(scalar) { return false }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return true
  default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
  }
}

private func visibleEscape(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\r": "\\r"
  case "\t": "\\t"
  default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
