import LocatedJSON
import Reports
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// What people type, and what it means.
@Suite struct InterviewReadingTests {
  // MARK: Numbers

  @Test(
    arguments: [
      ("16", 16, 16), ("99.9", 99.9, 99.9), ("99,9", 99.9, 99.9), ("99.999", 99.999, 99.999), ("1'000", 1000, 1000),
      ("12’500.5", 12500.5, 12500.5), ("100-500", 100, 500), ("100 - 500", 100, 500), ("100..500", 100, 500),
      ("100 to 500", 100, 500), ("100 bis 500", 100, 500), ("100–500", 100, 500), ("-5", -5, -5), ("-5-3", -5, 3),
      ("-5--3", -5, -3), ("16 GiB", 16, 16), ("16gib", 16, 16), ("16-64 GiB", 16, 64), ("16 GiB - 64 GiB", 16, 64),
      ("0", 0, 0), ("007", 7, 7), (" 5 ", 5, 5), ("1,5-2,5", 1.5, 2.5),
    ]
  )
  func readsNumbersAndRanges(text: String, from: Double, to: Double) {
    #expect(NumberReading(text, unit: "GiB") == .range(from: from, to: to))
  }

  @Test(
    arguments: [
      ("", .nothing), ("many", .nothing), ("1e9", .otherUnit("e9")), ("0x10", .otherUnit("x10")), ("nan", .nothing),
      ("inf", .nothing), (".5", .nothing), ("5.", .nothing), ("1.2.3", .nothing), ("1,000", .ambiguous),
      ("10,000-20,000", .ambiguous), ("1'00", .nothing), ("500-100", .falling), ("16 GB", .otherUnit("GB")),
      ("5 or so", .nothing), ("10k", .otherUnit("k")), ("5 5", .nothing), ("٣", .nothing),
      (String(repeating: "9", count: 400), .nothing),
    ] as [(String, NumberReading)]
  )
  func refusesWhatIsNoNumber(text: String, reading: NumberReading) {
    let found = NumberReading(text, unit: "GiB")
    if case .otherUnit(let unit) = reading, unit.contains(where: \.isNumber) {
      #expect(found == .nothing || found == reading)
    } else {
      #expect(found == reading)
    }
  }

  // MARK: Answers

  private static let content = """
    { "facts": [
      { "id": "yes", "type": "boolean" }, { "id": "day", "type": "date" },
      { "id": "size", "type": "number", "unit": "GiB", "minimum": 1, "maximum": 100 },
      { "id": "one", "type": "choice", "choices": [ { "id": "back", "title": "Back" }, { "id": "backup", "title": "Backup" },
        { "id": "none", "title": "Not at all" }, { "id": "unknown", "title": "Gar nicht bekannt" } ] },
      { "id": "some", "type": "choices", "choices": [ { "id": "postgres", "title": "PostgreSQL" },
        { "id": "redis", "title": "Redis" }, { "id": "mongo", "title": "MongoDB, or like it" }, { "id": "no", "title": "No store", "exclusive": true } ] },
      { "id": "few", "type": "choices", "choices": [ { "id": "a" }, { "id": "b" }, { "id": "c" }, { "id": "d" } ] } ] }
    """

  private static func read(_ text: String, _ fact: String) throws -> AnswerReading {
    let catalogue = try compiled(content).catalogue
    let linked = try #require(catalogue.fact(fact))
    return AnswerReading(text, to: linked.fact, Phrasing(language: .en, edition: .customer, catalogue: catalogue))
  }

  @Test(
    arguments: [
      ("yes", "y", .boolean(true)), ("yes", "JA", .boolean(true)), ("yes", "nein", .boolean(false)),
      ("yes", "2", .boolean(false)),
      ("day", "2027-03-01", .date(CalendarDate(year: 2027, month: 3, day: 1))),
      ("day", "1.3.2027", .date(CalendarDate(year: 2027, month: 3, day: 1))),
      ("day", "01. 03. 2027", .date(CalendarDate(year: 2027, month: 3, day: 1))),
      ("size", "1-100", .number(from: 1, to: 100)), ("one", "1", .choice("back")), ("one", "back", .choice("back")),
      ("one", "backu", .choice("backup")), ("one", "NOT", .choice("none")), ("one", "gar", .choice("unknown")),
      ("some", "1 2", .choices(["postgres", "redis"])), ("some", "1,2", .choices(["postgres", "redis"])),
      ("some", "1-3", .choices(["postgres", "redis", "mongo"])),
      ("some", "post, red", .choices(["postgres", "redis"])),
      ("some", "MongoDB, or like it", .choices(["mongo"])), ("some", "0", .choices(["no"])),
      ("some", "none", .choices(["no"])),
      ("few", "0", .choices([])), ("few", "1 1 3-4", .choices(["a", "c", "d"])), ("few", "a", .choices(["a"])),
    ] as [(String, String, FactValue)]
  )
  func readsAnswers(fact: String, text: String, value: FactValue) throws {
    #expect(try Self.read(text, fact) == .value(value))
  }

  @Test(
    arguments: [
      ("yes", "perhaps", "yes or no"), ("day", "2027-02-30", "no day"), ("day", "March", "no day"),
      ("day", "1.3.27", "no day"),
      ("size", "0.5", "from 1 to 100 GiB"), ("size", "50-200", "from 1 to 100 GiB"), ("size", "1,000", "two things"),
      ("size", "8 MB", "in GiB, not in 'MB'"), ("one", "b", "1 Back, 2 Backup"), ("one", "7", "from 1 to 4"),
      ("one", "0", "from 1 to 4"), ("one", "xyz", "'xyz' is none of these"), ("some", "1 4", "cannot stand beside"),
      ("some", "1 9", "'9' is none of these"), ("few", "", "none of these"), ("few", "4-1", "none of these"),
      ("few", ",,", "none of these"),
    ]
  )
  func saysWhyItIsNoAnswer(fact: String, text: String, words: String) throws {
    guard case .problem(let problem) = try Self.read(text, fact) else {
      Issue.record("\(text) was taken for an answer")
      return
    }
    #expect(problem.contains(words), "\(problem)")
  }

  // MARK: Words

  @Test(
    arguments: [
      ("?", .help), ("-", .notKnown), ("Don't know", .notKnown), ("weiss nicht", .notKnown), ("n/a", .notApplicable),
      ("<", .back), ("ZURÜCK", .back), ("undo", .undo), ("change", .change("")),
      ("change  Data place", .change("Data place")),
      ("ändern Speicher", .change("Speicher")), ("group 3", .group("3")), ("thema", .group("")),
      ("note a b", .note("a b")),
      ("later", .later), ("standing", .standing), ("quit", .quit), ("ende", .quit), ("backup", nil), ("1", nil),
      ("-5", nil),
      ("noted", nil), ("changed x", nil),
    ] as [(String, InterviewWord?)]
  )
  func knowsItsWordsInBothLanguages(text: String, word: InterviewWord?) {
    #expect(InterviewWord(text) == word)
  }

  @Test(arguments: Language.allCases)
  func everyWordOfTheHelpIsUnderstood(language: Language) {
    for (word, _) in InterviewWord.help(language) {
      #expect(InterviewWord(word.replacing("TEXT", with: "x")) != nil, "\(word)")
    }
  }
}
