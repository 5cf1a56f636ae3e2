/// A table of texts as comma-separated values (RFC 4180).
package struct CSVSheet: Sendable, Equatable {
  package var header: [String]
  package var rows: [[String]]

  package init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Why a text is no sheet.
  package enum Failure: Error, Equatable {
    case notUTF8
    case empty
    /// A quote that is never closed, with the line (from 1) on which it stands.
    case openQuote(line: Int)
    /// Something behind a closing quote, with its line.
    case textBehindQuote(line: Int)
    /// A row with more cells than the header, with its line.
    case tooManyCells(line: Int)
  }

  /// The sheet as a file: every cell quoted and safe from formulas, lines ended by CR LF.
  ///
  /// - Parameter hasMark: whether a byte order mark stands in front: some versions of Excel need it to see UTF-8.
  package func bytes(hasMark: Bool = false) -> [UInt8] {
    let text = ([header] + rows).map { row in
      row.map { "\"" + FormulaGuard.guarded($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  /// Reads a file as spreadsheets write it: with or without byte order mark, separated by comma, semicolon or tab (what
  /// comes first behind the first cell), lines ended in any way, short rows filled up with empty cells. Empty lines are
  /// left out.
  package init(bytes: [UInt8]) throws(Failure) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else { throw .notUTF8 }
    var reader = CSVReader(text)
    let records = try reader.records()
    guard let first = records.first else { throw .empty }
    header = first.cells
    rows = []
    for record in records.dropFirst() {
      let extra = record.cells.dropFirst(header.count)
      guard extra.allSatisfy(\.isEmpty) else { throw .tooManyCells(line: record.line) }
      let missing = Array(repeating: "", count: max(0, header.count - record.cells.count))
      rows.append(Array(record.cells.prefix(header.count)) + missing)
    }
  }
}

/// Cuts a text into records, by bytes.
private struct CSVReader {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private let separator: UInt8

  init(_ text: String) {
    bytes = Array(text.utf8)
    separator = Self.separator(of: bytes)
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"): if !isQuoted { return byte }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): if !isQuoted { return UInt8(ascii: ",") }
      default: break
      }
    }
    return UInt8(ascii: ",")
  }

  mutating func records() throws(CSVSheet.Failure) -> [(line: Int, cells: [String])] {
    var found: [(line: Int, cells: [String])] = []
    while place < bytes.count {
      let start = line
      var cells = [try cell()]
      while place < bytes.count, bytes[place] == separator {
        place += 1
        cells.append(try cell())
      }
      endLine()
      if cells != [""] { found.append((start, cells)) }
    }
    return found
  }

  private mutating func cell() throws(CSVSheet.Failure) -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      let start = place
      while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) { place += 1 }
      return FormulaGuard.unguarded(String(decoding: bytes[start..<place], as: UTF8.self))
    }
    let start = line
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        content.append(byte)
        continue
      }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        content.append(byte)
        place += 1
        continue
      }
      guard place == bytes.count || bytes[place] == separator || isLineEnd(bytes[place]) else {
        throw .textBehindQuote(line: line)
      }
      return FormulaGuard.unguarded(String(decoding: content, as: UTF8.self))
    }
    throw .openQuote(line: start)
  }

  private mutating func endLine() {
    guard place < bytes.count else { return }
    if bytes[place] == UInt8(ascii: "\r") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
    line += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
