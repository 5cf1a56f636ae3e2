import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// The checklist for the imports of issue trackers.
@Suite struct IssueFormatTests {
  private static func records(_ format: String, _ words: [String] = [], in files: MemoryFiles = .mini()) -> [[String]] {
    let run = run(["checklist", "Profiles/taken.json", "--format", format, "--lang", "en"] + words, in: files)
    #expect(run.status == 0, "\(run.talk)")
    return csvRecords(run.output)
  }

  @Test func gitLabGetsTitlesAndDescriptions() throws {
    let records = Self.records("gitlab")
    #expect(records.first == ["title", "description"] && records.count == 5)
    #expect(records[1][0] == "1. Sign the order")
    #expect(records[3][1].contains("**After:** 2\\. Plan the network"))
    #expect(records.dropFirst().allSatisfy { $0[1].contains("not an offer or a warranty") })
  }

  @Test func jiraGetsColumnsThatItKnows() throws {
    let records = Self.records("jira")
    let head = try #require(records.first)
    #expect(Array(head.prefix(4)) == ["Issue Id", "Issue Type", "Summary", "Description"])
    #expect(head.dropFirst(4).allSatisfy { $0 == "Labels" })
    #expect(records.allSatisfy { $0.count == head.count } && records.count == 5)
    #expect(Array(records[4].suffix(3)) == ["operate", "customer", "provider"])
    #expect(records.dropFirst().joined().allSatisfy { !$0.isEmpty || true })
  }

  /// GitLab runs a line that begins with a slash; a spreadsheet runs one that begins with a sign.
  @Test(arguments: ["gitlab", "jira"], [0, 19, 37])
  func noLineBeginsWithATextOfAPack(format: String, offset: Int) throws {
    let files = MemoryFiles(try HostileTexts.files(offset))
    let found = Self.records(format, in: files)
    let expected = Self.records(format, in: MemoryFiles(try HostileTexts.harmless()))
    #expect(found.map(\.count) == expected.map(\.count))
    for (cells, plain) in zip(found, expected) {
      for (cell, other) in zip(cells, plain) {
        let lines = cell.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == other.split(separator: "\n", omittingEmptySubsequences: false).count)
        #expect(lines.allSatisfy { $0.first.map { !"=+-@/".contains($0) } ?? true }, "\(cell.prefix(80))")
      }
    }
  }

  @Test func aFileNameChoosesTheSpreadsheetForm() throws {
    let run = advisor("checklist", "Profiles/taken.json", "-o", "s.csv", "--lang", "en", in: .mini())
    #expect(Golden.mismatch(try run.written("s.csv"), with: "Golden/checklist.csv") == nil)
    let other = advisor("checklist", "Profiles/taken.json", "-o", "i.csv", "--format", "gitlab", in: .mini())
    #expect(try other.written("i.csv").hasPrefix("\"title\",\"description\"\r\n"))
  }
}
