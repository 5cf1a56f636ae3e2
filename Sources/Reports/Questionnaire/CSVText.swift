/// Comma-separated values after RFC 4180 in which no cell can become a formula.
package enum CSVText {
  /// A record with its line break; all cells are quoted.
  package static func record(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell on one line: quoted, and guarded by an apostrophe wherever a spreadsheet could begin to read a formula.
  ///
  /// That is at the beginning, and behind a semicolon: spreadsheets of many countries cut there, quotes or not.
  package static func cell(_ text: String) -> String {
    var result = "\""
    var isAtStart = true
    for scalar in text.cleaned.unicodeScalars {
      if isAtStart, startsFormula(scalar) { result += "'" }
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
      isAtStart = scalar == ";" || (isAtStart && (scalar.properties.isWhitespace || scalar == "\""))
    }
    return result + "\""
  }

  /// A number that spreadsheets count with: digits, a point, and a minus that begins no formula since nothing but a number
  /// follows. Rounded like the numbers that people read.
  package static func number(_ number: Double, digits: Int) -> String {
    decimalText(number, digits: digits).replacing("\u{2212}", with: "-")
  }

  /// Several lines in one cell, each guarded like a cell of its own; line breaks inside of a line are taken out.
  package static func cell(lines: [String]) -> String {
    let parts = lines.map { cell($0).dropFirst().dropLast() }
    return "\"" + parts.joined(separator: "\n") + "\""
  }

  /// The signs that spreadsheets take for a formula (OWASP, "CSV Injection"), and their full-width forms.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
