import Diagnostics
package import LocatedJSON
import RuleModel

/// What a spreadsheet of texts changes in the files of the packs.
package struct TextImport: Sendable {
  /// One cell that was changed.
  package struct Change: Sendable {
    package let identity: PackTextRow.Identity
    package let file: String
    /// Where the text stands.
    package let range: Range<Int>
    /// Empty for one text for all languages.
    package let language: String
    /// nil: there was none.
    package let old: String?
    /// nil: it becomes one text per language, or one for all.
    package let new: String?
  }

  /// A cell or row that was not taken, with the line of the row in the sheet (the header is row 1).
  package struct Problem: Sendable {
    package enum Reason: Sendable {
      /// The sheet lacks a column.
      case missingColumn(String)
      /// No text is called so; the nearest item, if any.
      case unknownText(PackTextRow.Identity, nearest: String?)
      /// The same text stands in two rows that differ; the other row.
      case repeated(PackTextRow.Identity, other: Int)
      /// The text was changed in the file and in the sheet since the sheet was made.
      case changedTwice(PackTextRow.Identity, language: String, now: String)
      /// A text that was there is empty in the sheet.
      case emptied(PackTextRow.Identity, language: String)
      /// One text for all languages beside texts per language.
      case mixed(PackTextRow.Identity)
    }

    package let row: Int
    package let reason: Reason
  }

  package private(set) var changes: [Change] = []
  package private(set) var problems: [Problem] = []
  /// Rows whose texts were changed in the files since, and not in the sheet: the files win.
  package private(set) var newerInFiles = 0
  /// Texts of the packs that have no row: they stay as they are.
  package private(set) var missingRows = 0
  private let documents: [String: JSONDocument]
  private var edits: [String: JSONEdit] = [:]

  /// Compares a sheet with the texts of the packs. Nothing is written.
  ///
  /// - Parameters:
  ///   - rows: all texts of the packs.
  ///   - documents: the files they stand in.
  package init(_ sheet: CSVSheet, rows: [PackTextRow], documents: [JSONDocument]) {
    self.documents = Dictionary(documents.map { ($0.file.name, $0) }) { first, _ in first }
    guard let columns = Columns(sheet.header, &problems) else { return }
    let byIdentity = Dictionary(rows.map { ($0.identity, $0) }) { first, _ in first }
    var seen: [PackTextRow.Identity: (row: Int, cells: [String])] = [:]
    for (index, cells) in sheet.rows.enumerated() where !cells.allSatisfy({ $0.isBlank }) {
      let number = index + 2
      let identity = columns.identity(cells)
      guard let row = byIdentity[identity] else {
        let names = rows.filter { $0.identity.kind == identity.kind }.map(\.identity.item)
        problems.append(
          Problem(row: number, reason: .unknownText(identity, nearest: nearest(identity.item, in: names)))
        )
        continue
      }
      let texts = columns.texts(cells)
      if let other = seen[identity] {
        let isSame = columns.texts(other.cells).map(\.text) == texts.map(\.text)
        if !isSame { problems.append(Problem(row: number, reason: .repeated(identity, other: other.row))) }
        continue
      }
      seen[identity] = (number, cells)
      compare(row, texts, base: columns.base(cells), number)
    }
    missingRows = byIdentity.keys.count { seen[$0] == nil }
  }

  /// The files that change, with every byte outside the changed texts as it was, by name.
  package func editedFiles() throws(JSONEdit.Failure) -> [JSONDocument] {
    var edited: [JSONDocument] = []
    for (_, edit) in edits.sorted(by: { idPrecedes($0.key, $1.key) }) { edited.append(try edit.apply()) }
    return edited
  }

  // MARK: One row

  private mutating func compare(
    _ row: PackTextRow,
    _ texts: [(language: String, text: String)],
    base: [String: String]?,
    _ number: Int
  ) {
    var wanted: [(language: String, text: String)] = []
    var emptied: [String] = []
    var isNewer = false
    for (language, text) in texts {
      let now = row.text(in: language)
      if text.isBlank {
        if now != nil { emptied.append(language) }
        continue
      }
      guard text != now else { continue }
      if let base, base[language] != now.map(TextSheet.checksum) {
        // The file is not what the sheet was made from.
        if base[language] == TextSheet.checksum(text) {
          isNewer = true
        } else {
          problems.append(
            Problem(row: number, reason: .changedTwice(row.identity, language: language, now: now ?? ""))
          )
        }
        continue
      }
      wanted.append((language, text))
    }
    if isNewer { newerInFiles += 1 }
    let hasPlain = row.text(in: "") != nil
    let turns = hasPlain ? emptied.contains("") && !wanted.isEmpty : wanted.contains { $0.language.isEmpty }
    if turns {
      replaceWhole(row, wanted, emptied, number)
      return
    }
    if hasPlain, wanted.contains(where: { !$0.language.isEmpty }) {
      problems.append(Problem(row: number, reason: .mixed(row.identity)))
      return
    }
    // A text that is missing in a sheet that was made before it came is no deletion.
    for language in emptied where base.map({ $0[language] != nil }) ?? true {
      problems.append(Problem(row: number, reason: .emptied(row.identity, language: language)))
    }
    for (language, text) in wanted { set(text, in: language, row) }
  }

  /// One text for all becomes one per language, or the other way round.
  private mutating func replaceWhole(
    _ row: PackTextRow,
    _ wanted: [(language: String, text: String)],
    _ emptied: [String],
    _ number: Int
  ) {
    let isPlain = wanted.contains { $0.language.isEmpty }
    let isComplete = row.translations.allSatisfy { emptied.contains($0.language) }
    guard wanted.count == 1 || !isPlain, isComplete else {
      problems.append(Problem(row: number, reason: .mixed(row.identity)))
      return
    }
    for (language, text) in row.translations { note(row, language, old: text, new: nil) }
    for (language, text) in wanted { note(row, language, old: nil, new: text) }
    var kept: [JSONText.Member] = []
    if case .object(let members) = row.node.value, let file = documents[row.file]?.file {
      kept = members.filter { !isLanguageTag($0.key) }.map { .init($0.key, JSONText($0.value, in: file)) }
    }
    // A plain text has no room for "audience" or remarks.
    guard !isPlain || kept.isEmpty else {
      problems.append(Problem(row: number, reason: .mixed(row.identity)))
      return
    }
    let value: JSONText =
      isPlain
      ? .string(wanted[0].text) : .object(wanted.map { .init($0.language, .string($0.text)) } + kept)
    edit(row.file) { $0.replace(row.node, with: value) }
  }

  private mutating func set(_ text: String, in language: String, _ row: PackTextRow) {
    note(row, language, old: row.text(in: language), new: text)
    guard case .object(let members) = row.node.value else {
      edit(row.file) { $0.replace(row.node, with: .string(text)) }
      return
    }
    if let member = members.first(where: { $0.key == language }) {
      edit(row.file) { $0.replace(member.value, with: .string(text)) }
    } else {
      let neighbour = members.last { isLanguageTag($0.key) }?.key
      edit(row.file) { $0.insert(language, .string(text), into: row.node, after: neighbour) }
    }
  }

  private mutating func note(_ row: PackTextRow, _ language: String, old: String?, new: String?) {
    changes.append(
      Change(identity: row.identity, file: row.file, range: row.node.range, language: language, old: old, new: new)
    )
  }

  private mutating func edit(_ file: String, _ change: (inout JSONEdit) -> Void) {
    guard let document = documents[file] else { return }
    var edit = edits[file] ?? JSONEdit(document)
    change(&edit)
    edits[file] = edit
  }
}

/// Where the columns of a sheet are; they may stand in any order, and columns of other names are left alone.
private struct Columns {
  private let identity: [Int]
  private let texts: [(language: String, index: Int)]
  private let base: Int?

  init?(_ header: [String], _ problems: inout [TextImport.Problem]) {
    let names = header.map { $0.lowercased().filter { !$0.isWhitespace } }
    var found: [Int] = []
    for column in TextSheet.identityColumns {
      guard let index = names.firstIndex(of: column) else {
        problems.append(TextImport.Problem(row: 1, reason: .missingColumn(column)))
        continue
      }
      found.append(index)
    }
    identity = found
    // Tags keep their case: 'de-CH'.
    texts = header.indices.compactMap { index in
      let name = header[index].filter { !$0.isWhitespace }
      if names[index] == TextSheet.plainColumn { return ("", index) }
      return isLanguageTag(name) && !TextSheet.identityColumns.contains(name) ? (name, index) : nil
    }
    base = names.firstIndex(of: TextSheet.baseColumn)
    if texts.isEmpty { problems.append(TextImport.Problem(row: 1, reason: .missingColumn("en"))) }
    guard found.count == TextSheet.identityColumns.count, !texts.isEmpty else { return nil }
  }

  func identity(_ cells: [String]) -> PackTextRow.Identity {
    let names = identity.map { cells[$0] }
    return PackTextRow.Identity(pack: names[0], kind: names[1], item: names[2], key: names[3])
  }

  func texts(_ cells: [String]) -> [(language: String, text: String)] { texts.map { ($0.language, cells[$0.index]) } }

  /// Checksums by language; nil where the sheet has none, so that nothing can be told.
  func base(_ cells: [String]) -> [String: String]? {
    guard let base, !cells[base].isEmpty else { return nil }
    let pairs = cells[base].split(separator: " ").compactMap { pair -> (String, String)? in
      let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
