import Advice
import Assessing
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import Reports

/// Every text file about this repository's profiles, in both languages and all editions, as short digests: whoever changes
/// packs or words sees at once which files change, and reads one or two of them.
@Suite struct RealReportDigestTests {
  /// Markdown has a file of digests of its own, since whoever changes a word changes it alone.
  private static let kinds = ["md", "html", "json", "csv", "madr", "openslo", "checklists"]

  /// How to look at what a digest only tells of.
  private static let help = """
    a line is: profile, edition, language, digest. To see what changed in one of them, write it with the program and the \
    packs before and after, and compare: advisor report Profiles/PROFILE.json --draws 64 --edition EDITION --lang LANGUAGE \
    -o FILE (with 'git stash' or 'git worktree add ../before HEAD' for the one before; for an offer --date is the profile's)
    """

  private static let lines = Task { try allLines() }

  @Test(arguments: kinds)
  func theFilesSayWhatTheySaid(kind: String) async throws {
    let lines = try await Self.lines.value[kind] ?? []
    #expect(lines.count > (kind == "openslo" || kind == "csv" || kind == "madr" || kind == "json" ? 30 : 100))
    let mismatch = Golden.mismatch(lines.joined(separator: "\n") + "\n", with: "Golden/\(kind).txt")
    #expect(mismatch == nil, "\(Self.help)")
  }

  private static func allLines() throws -> [String: [String]] {
    let rules = try Repository.packs().compiled()
    var lines: [String: [String]] = [:]
    for profile in try Repository.profiles() {
      let assessment = try rules.assessment(of: profile.members).examined().measuringRobustness(SamplingPlan(draws: 64))
      let recommendation = advise(assessment)
      for edition in Edition.allCases {
        for language in Language.allCases {
          for (kind, bytes) in files(of: recommendation, language, edition) {
            let line = "\(profile.name) \(edition.rawValue) \(language.rawValue) \(digest(bytes))"
            lines[kind, default: []].append(line)
          }
        }
      }
    }
    return lines
  }

  private static func files(
    of recommendation: Recommendation,
    _ language: Language,
    _ edition: Edition
  ) -> [(kind: String, bytes: [UInt8])] {
    var found: [(String, [UInt8])] = []
    for format in ReportFormat.all where edition.showsScores || !format.holdsScores {
      switch format.product {
      // A case that names no availability has no objective.
      case .file(let render):
        if let bytes = try? render(recommendation, ReportManner(language, edition)) { found.append((format.id, bytes)) }
      case .folder(let render):
        let files = render(recommendation, ReportManner(language, edition))
        found.append((format.id, files.flatMap { Array("\($0.name)\n".utf8) + $0.bytes }))
      case .printed, .converted: continue
      }
    }
    found.append(
      ("checklists", ChecklistFormat.all.flatMap { $0.render(recommendation, language, edition) })
    )
    return found
  }

  /// Of the words: what a report was made of changes with every byte of a pack, which says nothing about the report; the
  /// style sheet is one for all pages and has its own tests.
  private static func digest(_ bytes: [UInt8]) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var run = 0
    for byte in bytes {
      words.append(byte)
      let isHexadecimal = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      run = isHexadecimal ? run + 1 : 0
      if run == 64 {
        words.removeLast(64)
        run = 0
      }
    }
    // The head of a page holds a style sheet, and its policy the digest of that.
    if let end = words.firstRange(of: Array("</style>".utf8)) { words.removeFirst(end.upperBound) }
    return String(sha256Hex(words).prefix(12))
  }
}
