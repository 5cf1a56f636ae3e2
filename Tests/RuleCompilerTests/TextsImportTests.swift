import Diagnostics
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import RuleCompiler

@Suite struct TextsImportTests {
  private static let rules = """
    { "rules": [
        { "id": "r", "title": {"en": "One",  "de": "Eins"}, "because": "=Same in all",
          "confirm": { "cloud": { "en": "Is it?" } },
          "notes": [ { "text": { "en": "First", "de": "Erste", "audience": "internal" } } ] } ],
      "facts": [ { "id": "f", "question": { "en": "Why?" }, "choices": [ { "id": "c", "title": { "de": "Wahl" } } ] } ] }

    """

  private struct World {
    let documents: [JSONDocument]
    let rows: [PackTextRow]

    init(_ texts: String...) throws {
      var log = DiagnosticLog()
      documents = texts.enumerated().compactMap {
        parseJSON(SourceFile(name: "p/\($0.offset).json", text: $0.element), into: &log)
      }
      rows = textRows(of: "p", in: documents)
    }

    var sheet: CSVSheet { TextSheet.sheet(of: rows) }

    func imported(_ sheet: CSVSheet) throws -> TextImport {
      TextImport(try CSVSheet(bytes: sheet.bytes()), rows: rows, documents: documents)
    }

    /// The files after an import.
    func texts(after sheet: CSVSheet) throws -> [String] {
      let edited = try imported(sheet).editedFiles()
      return documents.map { old in
        let file = edited.first { $0.file.name == old.file.name }?.file ?? old.file
        return String(decoding: file.bytes, as: UTF8.self)
      }
    }
  }

  private func changing(_ sheet: CSVSheet, _ item: String, _ key: String, _ column: String, _ text: String) -> CSVSheet
  {
    var sheet = sheet
    guard let place = sheet.header.firstIndex(of: column),
      let row = sheet.rows.firstIndex(where: { $0[2] == item && $0[3] == key })
    else { return sheet }
    sheet.rows[row][place] = text
    return sheet
  }

  @Test func everyTextIsARowThatSaysWhereItStands() throws {
    let world = try World(Self.rules)
    #expect(world.sheet.header == ["pack", "kind", "item", "key", "file", "place", "en", "de", "text", "base"])
    #expect(
      world.sheet.rows.map { $0[1...5].joined(separator: " ") } == [
        "fact f question p/0.json /facts/0/question", "fact f choices.c.title p/0.json /facts/0/choices/0/title",
        "rule r title p/0.json /rules/0/title", "rule r confirm.cloud p/0.json /rules/0/confirm/cloud",
        "rule r notes.1.text p/0.json /rules/0/notes/0/text", "rule r because p/0.json /rules/0/because",
      ]
    )
    #expect(world.sheet.rows.last?[8] == "=Same in all")
  }

  @Test func anUnchangedSheetChangesNothing() throws {
    let world = try World(Self.rules)
    let found = try world.imported(world.sheet)
    #expect(found.changes.isEmpty && found.problems.isEmpty)
    #expect(try world.texts(after: world.sheet) == [Self.rules])
  }

  @Test func allTextsOfOurPacksComeBackAsTheyWere() throws {
    for folder in try Repository.packFolders() {
      let files = (folder.manifest.map { [$0] } ?? []) + folder.contents
      var log = DiagnosticLog()
      let documents = files.compactMap { parseJSON($0, into: &log) }
      let rows = textRows(of: folder.name, in: documents)
      let sheet = TextSheet.sheet(of: rows)
      let found = TextImport(try CSVSheet(bytes: sheet.bytes()), rows: rows, documents: documents)
      #expect(found.changes.isEmpty && found.problems.isEmpty && Set(rows.map(\.identity)).count == rows.count)
    }
  }

  @Test func onlyChangedCellsAreWritten() throws {
    let world = try World(Self.rules)
    var sheet = changing(world.sheet, "r", "title", "de", "Zwei \"Zitate\"\nund Zeilen")
    sheet = changing(sheet, "f", "question", "de", "Warum?")
    sheet = changing(sheet, "r", "because", "text", "-Anders")
    let expected = Self.rules.replacing("\"Eins\"", with: "\"Zwei \\\"Zitate\\\"\\nund Zeilen\"")
      .replacing("{ \"en\": \"Why?\" }", with: "{ \"en\": \"Why?\", \"de\": \"Warum?\" }")
      .replacing("=Same in all", with: "-Anders")
    #expect(try world.texts(after: sheet) == [expected])
    #expect(try world.imported(sheet).changes.count == 3)
  }

  @Test func rowsAndColumnsMayStandInAnyOrderAndItemsMayMove() throws {
    let world = try World(Self.rules)
    let sheet = changing(world.sheet, "r", "title", "en", "Two")
    let reversed = CSVSheet(header: sheet.header.reversed(), rows: sheet.rows.reversed().map { $0.reversed() })
    let moved = try World(
      "{ \"rules\": [] }",
      Self.rules.replacing("\"rules\": [", with: "\"rules\": [ { \"id\": \"q\" },")
    )
    #expect(try moved.texts(after: reversed)[1].contains("{\"en\": \"Two\",  \"de\": \"Eins\"}"))
  }

  @Test func aNewLanguageIsAColumn() throws {
    let world = try World(Self.rules)
    var sheet = world.sheet
    sheet.header.append("fr")
    sheet.rows = sheet.rows.map { $0 + [$0[3] == "notes.1.text" ? "Première" : ""] }
    #expect(
      try world.texts(after: sheet)[0].contains(
        #"{ "en": "First", "de": "Erste", "fr": "Première", "audience": "internal" }"#
      )
    )
  }

  @Test func oneTextForAllCanBecomeOnePerLanguage() throws {
    let world = try World(Self.rules)
    var sheet = changing(world.sheet, "r", "because", "en", "English")
    #expect(try world.imported(sheet).problems.count == 1, "both at once")
    sheet = changing(sheet, "r", "because", "text", "")
    sheet = changing(sheet, "r", "because", "de", "Deutsch")
    #expect(try world.texts(after: sheet)[0].contains(#""because": { "en": "English", "de": "Deutsch" },"#))
  }

  @Test func anEmptiedCellIsAProblemAndNoDeletion() throws {
    let world = try World(Self.rules)
    let found = try world.imported(changing(world.sheet, "r", "title", "de", "  "))
    guard case .emptied(_, "de")? = found.problems.first?.reason else {
      Issue.record("\(found.problems)")
      return
    }
    #expect(found.changes.isEmpty)
  }

  @Test func whatWasChangedInTheFileSinceIsNeverUndoneSilently() throws {
    let old = try World(Self.rules)
    let now = try World(Self.rules.replacing("Eins", with: "Neu"))
    let untouched = try now.imported(old.sheet)
    #expect(untouched.changes.isEmpty && untouched.problems.isEmpty && untouched.newerInFiles == 1)
    let both = try now.imported(changing(old.sheet, "r", "title", "de", "Anders"))
    guard case .changedTwice(_, "de", "Neu")? = both.problems.first?.reason else {
      Issue.record("\(both.problems)")
      return
    }
    let agreed = try now.imported(changing(old.sheet, "r", "title", "de", "Neu"))
    #expect(agreed.changes.isEmpty && agreed.problems.isEmpty)
    var forced = changing(old.sheet, "r", "title", "de", "Anders")
    forced = changing(forced, "r", "title", "base", "")
    #expect(try now.texts(after: forced)[0].contains("Anders"))
  }

  @Test func rowsOfNothingAreReportedWithTheNearestItem() throws {
    let world = try World(Self.rules.replacing("\"id\": \"r\"", with: "\"id\": \"rule-one\""))
    var sheet = world.sheet
    sheet.rows[2][2] = "rule-oen"
    guard case .unknownText(_, "rule-one")? = try world.imported(sheet).problems.first?.reason else {
      Issue.record("no report")
      return
    }
  }

  @Test func aRowThatStandsTwiceIsAProblemOnlyIfTheTwoDiffer() throws {
    let world = try World(Self.rules)
    var sheet = world.sheet
    sheet.rows.append(sheet.rows[2])
    #expect(try world.imported(sheet).problems.isEmpty)
    sheet.rows[sheet.rows.count - 1][6] = "Other"
    guard case .repeated(_, other: 4)? = try world.imported(sheet).problems.first?.reason else {
      Issue.record("no report")
      return
    }
  }

  @Test func aMissingColumnIsNamed() throws {
    let world = try World(Self.rules)
    let sheet = CSVSheet(header: ["pack", "kind", "item", "en"], rows: [["p", "rule", "r", "One"]])
    guard case .missingColumn("key")? = try world.imported(sheet).problems.first?.reason else {
      Issue.record("no report")
      return
    }
  }
}
