/// Keeps spreadsheets from reading a text as a formula, in a way that can be undone without loss.
///
/// A spreadsheet takes a cell for a formula that begins with one of `= + - @` (OWASP, "CSV Injection") or their full-width
/// forms. A cell begins at the start of the text, but also behind a semicolon, a tab or a line break for programs that cut
/// there. Where such a sign stands at a beginning, behind white space, quotes and apostrophes, one apostrophe is put in
/// front of it (of the apostrophes, if there are any); reading takes one away. An apostrophe in front of anything else is
/// left alone in both directions, so what people type is kept.
enum FormulaGuard {
  static func guarded(_ text: String) -> String {
    rewritten(text) { apostrophes in apostrophes + 1 }
  }

  /// The text that `guarded` was given. A sign without apostrophe, as a spreadsheet may leave it, stays as it is.
  static func unguarded(_ text: String) -> String {
    rewritten(text) { apostrophes in max(0, apostrophes - 1) }
  }

  /// Changes the number of apostrophes in front of every sign at a beginning.
  private static func rewritten(_ text: String, _ count: (Int) -> Int) -> String {
    var output = String.UnicodeScalarView()
    var apostrophes = 0
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, scalar == "'" {
        apostrophes += 1
        continue
      }
      let isFormula = isAtStart && startsFormula(scalar)
      output.append(contentsOf: repeatElement("'", count: isFormula ? count(apostrophes) : apostrophes))
      output.append(scalar)
      // Space behind an apostrophe is no beginning any more.
      let continues = isAtStart && apostrophes == 0 && (scalar.properties.isWhitespace || scalar == "\"")
      isAtStart = separates(scalar) || continues
      apostrophes = 0
    }
    output.append(contentsOf: repeatElement("'", count: apostrophes))
    return String(output)
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "\t", "\n", "\r": true
    default: false
    }
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
