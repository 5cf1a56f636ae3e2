import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import Reports

@Suite struct HandbookTests {
  private static let content = """
    { "facts": [ { "id": "size", "type": "number", "unit": "GiB", "minimum": 1, "title": "Size", "question": "How big?",
                   "prior": [ { "below": 8, "share": 0.3 }, { "share": 0.7 } ],
                   "priorBecause": "Most are big." },
                 { "id": "twice", "type": "number", "title": "Twice", "derive": { "product": [2, "size"] } },
                 { "id": "idle", "type": "boolean", "title": "Idle", "question": "Idle?" } ],
      "criteria": [ { "id": "fit", "title": "Fit", "weight": 3 } ],
      "decisions": [ { "id": "platform", "title": "Platform",
                       "waysOut": [ { "text": "Ask a partner.", "links": ["https://partner.example/"], "sources": ["S-1"] } ] } ],
      "options": [ { "id": "cloud", "decision": "platform", "title": "Cloud" },
                   { "id": "own", "decision": "platform", "title": "Own" } ],
      "sources": [ { "id": "S-1", "status": "stated", "title": "The paper", "reviewed": "2020-01-01" } ],
      "rules": [ { "id": "big", "title": "Big ones", "when": { "twice": { "above": 16 } }, "criterion": "fit", "weight": 4,
                   "rate": { "cloud": -2, "own": 3 }, "because": "Big ones need room.", "sources": ["S-1"] },
                 { "id": "huge", "title": "Huge ones", "when": { "size": { "above": 100 } }, "exclude": ["cloud"],
                   "confirm": { "own": "Is there room?" },
                   "notes": [ { "text": "Ask early.", "audience": "internal" } ], "because": "No room." } ],
      "components": [ { "id": "disk", "title": "Disk", "layer": "data", "when": { "size": { "above": 1 } } } ],
      "steps": [ { "id": "order", "title": "Order disks", "when": { "decision.platform": "own" } } ],
      "contradictions": [ { "id": "odd", "when": { "size": { "above": 9000 } }, "text": "Too big to be true." } ] }
    """

  private func document(_ language: Language = .en) throws -> ReportDocument {
    let packs = LoadedPacks([try PackText(content: Self.content)])
    #expect(packs.codes == [])
    return handbook(of: packs.catalogue, language: language, date: CalendarDate("2026-11-20"))
  }

  private func lines(of section: String) throws -> [String] {
    func find(_ sections: [ReportSection]) -> ReportSection? {
      sections.lazy.compactMap { $0.id == section ? $0 : find($0.subsections) }.first
    }
    return try #require(find(document().sections), "no section \(section)").blocks.flatMap(\.lines)
  }

  @Test func aQuestionTellsItsEffectsAlsoThoseThroughWhatIsComputedFromIt() throws {
    let lines = try lines(of: "fact-size")
    #expect(lines.contains("How big?"))
    #expect(lines.contains("Answer: a number of at least 1 GiB"))
    #expect(lines.contains("Expected share: below 8 30\u{A0}%, the rest 70\u{A0}%. Most are big."))
    #expect(lines.contains("Big ones: −2 × 4 for Cloud; +3 × 4 for Own (Fit) (through Twice)"))
    #expect(lines.contains("Huge ones: rules out Cloud; asks to confirm Own; a note"))
    #expect(lines.contains("Twice is computed from it"))
    #expect(lines.contains("Component: Disk") && lines.contains("Contradiction: odd"))
    #expect(try self.lines(of: "fact-idle").contains("No rule looks at the answer."))
    #expect(try self.lines(of: "fact-twice").contains("Computed: 2 × Size"))
  }

  @Test func anOptionTellsEverythingForAndAgainstIt() throws {
    let own = try lines(of: "option-own")
    #expect(
      own.contains("Big ones. Big ones need room. [S-1] | Twice is above 16 | Fit: +3\u{A0}×\u{A0}4\u{A0}=\u{A0}+12")
    )
    #expect(own.contains("Huge ones. Is there room? When: Size is above 100 GiB."))
    #expect(own.contains("Order disks"))
    let cloud = try lines(of: "option-cloud")
    #expect(cloud.contains { $0.hasSuffix("Fit: −2\u{A0}×\u{A0}4\u{A0}=\u{A0}−8") })
    #expect(cloud.contains("Huge ones. No room. When: Size is above 100 GiB."))
  }

  @Test func sourcesHaveTheirReviewDatesAndWhatRestsOnThem() throws {
    #expect(try lines(of: "all-sources").contains("S-1: The paper | stated | 2020-01-01 | 2021-01-01 overdue"))
    #expect(try lines(of: "source-S-1") == ["Rule: Big ones"])
  }

  @Test func aDecisionNamesTheWaysOut() throws {
    let lines = try lines(of: "decision-platform")
    #expect(lines == ["If no option fits:", "Ask a partner. (S-1) https://partner.example/"])
  }

  @Test func whatStaysInTheHouseIsMarked() throws {
    #expect(try lines(of: "rule-huge").contains("Note: Ask early. internal"))
  }

  @Test func germanIsGerman() throws {
    let document = try document(.de)
    #expect(document.title == "Handbuch der Regelpakete")
    #expect(document.sections.map(\.title).contains("Verzeichnis nach Quellen"))
  }

  @Test(arguments: Language.allCases)
  func theHandbookOfOurPacksHoldsEverythingAndEveryLinkLeadsSomewhere(language: Language) throws {
    let catalogue = try Repository.packs().catalogue
    let document = handbook(of: catalogue, language: language, date: nil)
    let checker = HTMLChecker(HTMLReport.render(document))
    #expect(checker.problems == [])
    let ids = Set(checker.tags.compactMap { $0.value("id") })
    let targets = checker.tags.compactMap { $0.value("href") }.filter { $0.hasPrefix("#") }
    #expect(targets.count > 1_000)
    #expect(targets.filter { !ids.contains(String($0.dropFirst())) } == [])
    let text = MarkdownReport.render(document)
    for id in catalogue.rules.map(\.id) + catalogue.facts.map(\.id) + catalogue.steps.map(\.item.id) {
      #expect(text.contains("`\(id)`"), "\(id)")
    }
    // Links of Markdown lead to headings by the names that sites give them.
    let headings = Set(HeadingAnchors.all(of: document).values)
    for match in text.matches(of: /\]\(#([^)]+)\)/) { #expect(headings.contains(String(match.1))) }
  }

  @Test func aLinkToNothingIsPlainText() {
    let notice = ReportNotice(asOf: nil, language: .english)
    let section = ReportSection(
      id: "there",
      title: "There & then",
      blocks: [.paragraph("\(entry: "a", in: "there") \(entry: "b", in: "nowhere")")]
    )
    let document = ReportDocument(title: "T", language: .english, notice: notice, sections: [section])
    #expect(HTMLReport.render(document).contains("<p><a href=\"#s-there\">a</a> b</p>"))
    #expect(MarkdownReport.render(document).contains("[a](#there--then) b"))
  }
}

extension ReportBlock {
  /// What it says, a line for each paragraph, entry and row.
  fileprivate var lines: [String] {
    switch self {
    case .paragraph(let text), .lead(let text): [text.plainText]
    case .list(let items), .numberedList(let items): items.map(\.plainText)
    case .definitions(let definitions): definitions.map { "\($0.term.plainText): \($0.details.plainText)" }
    case .table(let table): table.rows.map { $0.cells.map(\.plainText).joined(separator: " | ") }
    case .callout(let callout): callout.blocks.flatMap(\.lines)
    case .fold(_, let blocks): blocks.flatMap(\.lines)
    case .ranking, .contributions, .architecture, .taskList, .figure: []
    }
  }
}
