import LocatedJSON
import RuleModel

/// The spreadsheet of all texts: its columns, and how rows become one.
package enum TextSheet {
  /// Columns that say which text a row is; only the first four of them are looked at when a sheet is read.
  static let identityColumns = ["pack", "kind", "item", "key"]
  /// Columns for people.
  static let placeColumns = ["file", "place"]
  /// The column of texts that are one for all languages.
  static let plainColumn = "text"
  /// What every text was when the sheet was made, as a short checksum per language: tells an edited cell from one that
  /// was changed in the file since.
  static let baseColumn = "base"

  /// All rows as a sheet: who and where, a column per language (en, de, then others by tag), and the checksums.
  package static func sheet(of rows: [PackTextRow]) -> CSVSheet {
    let languages = self.languages(in: rows)
    let cells = rows.map { row -> [String] in
      let texts = languages.map { row.text(in: $0) ?? "" }
      let id = row.identity
      return [id.pack, id.kind, id.item, id.key, row.file, row.place] + texts + [base(of: row)]
    }
    return CSVSheet(
      header: identityColumns + placeColumns + languages.map { $0.isEmpty ? plainColumn : $0 } + [baseColumn],
      rows: cells
    )
  }

  /// The languages of the texts, in the order of the columns; the empty tag last, and only if some text needs it.
  private static func languages(in rows: [PackTextRow]) -> [String] {
    let found = Set(rows.flatMap { $0.translations.map(\.language) })
    let known = Language.allCases.map(\.rawValue)
    return known + found.subtracting(known).subtracting([""]).sorted(by: idPrecedes) + (found.contains("") ? [""] : [])
  }

  static func base(of row: PackTextRow) -> String {
    row.translations.map { "\($0.language):\(checksum($0.text))" }.joined(separator: " ")
  }

  /// Eight hexadecimal digits of the SHA-256.
  static func checksum(_ text: String) -> String { String(sha256Hex(Array(text.utf8)).prefix(8)) }
}
