import Reports
import RuleModel
import TestSupport
import Testing

@Suite struct TextQuestionnaireTests {
  @Test func markdownHasABoxForEveryAnswer() throws {
    let page = MarkdownQuestionnaire.render(try QuestionnaireSample.filled()).replacing("\\", with: "")
    for line in [
      "# Questionnaire on hosting and operations", "## Data", "**4.** **Which?** `data.stores`",
      "- [ ] None", "- [x] SQL", "- [x] Queue – such as Kafka", "- [x] None of these", "- [ ] Yes", "- [x] No",
      "- [x] Not known", "- Answer: 2 to 4.5 h (0 to 720 h)", "- Answer: 2027-03-01 (year-month-day)",
      "Note: @\u{2060}measured last year", "- mainframe", "- **Organisation** Muster AG",
      "_Only if: “Stores” (question 4) includes one of: “SQL”, “Queue”._",
    ] {
      #expect(page.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
  }

  @Test func markdownOfABlankQuestionnaireTicksNothing() throws {
    #expect(!MarkdownQuestionnaire.render(try QuestionnaireSample.blank()).contains("[x]"))
  }

  @Test func markdownLetsNoTextAct() throws {
    for language in Language.allCases {
      let page = MarkdownQuestionnaire.render(try QuestionnaireSample.blank(language))
      #expect(page.replacing("\\<", with: "").contains("<") == false)
      #expect(!page.contains("https://evil"))
    }
  }

  @Test func csvHasOneRecordPerQuestionAndNineQuotedCells() throws {
    let table = CSVQuestionnaire.render(try QuestionnaireSample.filled())
    let records = table.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(records.first == #""group","id","question","help","type","allowed","unit","answer","note""#)
    #expect(records.last == "")
    #expect(records.count == 1 + 9 + 1)
    #expect(
      records[2] == #""Business <b>goals</b>","biz.rto","How many hours?","","number","#
        + #""0 to 720 h; ?: Not known","h","2 … 4.5","'@measured last year""#
    )
    #expect(records[5].contains(#""choices","ch: ch; eu: eu; []: None of these; ?: Not known","","[]""#))
  }

  @Test func csvLetsNoCellBecomeAFormula() throws {
    let record = CSVQuestionnaire.render(try QuestionnaireSample.blank()).split(separator: "\r\n")[1]
    #expect(record.contains(#""'=HYPERLINK(""https://evil.example"")""#))
    #expect(record.contains(#""'-1; '=2""#))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM", "'@SUM"), ("  =1", "  '=1"), ("\t=1", " '=1"),
    ("\n=1", " '=1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("a;=1", "a;'=1"), ("\"=1", "\"\"'=1"), ("a-b = c", "a-b = c"),
    ("%", "%"), ("", ""),
  ])
  func guardsCells(text: String, cell: String) {
    #expect(CSVText.cell(text) == "\"\(cell)\"")
  }

  @Test func separatesCellsByCommasAndRecordsByLineBreaks() {
    #expect(CSVText.record(["a", "b \"c\", d", ""]) == "\"a\",\"b \"\"c\"\", d\",\"\"\r\n")
  }
}
