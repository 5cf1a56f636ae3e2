import Diagnostics
import Foundation
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Every check shows what it finds and what it leaves alone, and both are tried here.
struct ChecksExampleTests {
  static let day = CalendarDate(year: 2026, month: 11, day: 21)

  /// Files of the folder that hold no check, but what several share.
  private let shared: Set<String> = ["Check", "CustomerTexts", "RuleEffects", "TestNames"]

  @Test(arguments: Check.all.map(\.code))
  func everyCheckHasAPackInWhichItFiresAndOneInWhichItStaysSilent(code: String) throws {
    let check = try #require(Check.named(code))
    #expect(!check.fires.isEmpty, "add an example to 'fires' of \(code)")
    #expect(!check.silent.isEmpty, "add an example to 'silent' of \(code)")
  }

  @Test(arguments: Check.all.map(\.code))
  func firesOnItsExamplesAtTheMarkedPlace(code: String) throws {
    for example in try #require(Check.named(code)).fires {
      let found = try findings(example).filter { $0.code == code }
      #expect(!found.isEmpty, "\(code) finds nothing in \(example)")
      let places = found.compactMap(\.span).map { span in
        String(decoding: span.file.bytes[span.range], as: UTF8.self)
      }
      #expect(example.contains("«"), "mark the place in \(example)")
      let marked = marked(in: example)
      #expect(places.contains(marked), "\(code) points at \(places), not at \(marked)")
    }
  }

  @Test(arguments: Check.all.map(\.code))
  func staysSilentWhereNothingIsWrong(code: String) throws {
    for example in try #require(Check.named(code)).silent {
      let found = try findings(example).filter { $0.code == code }
      #expect(found.map(\.summary) == [], "\(example)")
    }
  }

  @Test(arguments: Check.all.map(\.code))
  func followsTheHabitsOfMessages(code: String) throws {
    let check = try #require(Check.named(code))
    #expect(!check.summary.hasSuffix(".") && check.summary.first?.isUppercase == false)
    #expect(check.rationale.hasSuffix("."))
    for finding in try check.fires.flatMap({ try findings($0) }) {
      for text in [finding.summary] + [finding.help].compactMap({ $0 }) + finding.related.map(\.message) {
        #expect(!text.hasSuffix(".") && text.first?.isUppercase == false, "\(text)")
      }
      #expect(finding.help != nil && finding.span != nil && finding.severity != .error)
    }
  }

  /// Answers that a finding shows are a profile, and the rule or the option it speaks of does what it says there.
  @Test func theAnswersThatAreShownDoWhatIsSaid() throws {
    var shown = 0
    for example in Check.all.flatMap(\.fires) {
      let rules = try compiled([pack(example)])
      for finding in try findings(example) {
        let head = "for example with these answers: "
        for text in finding.related.map(\.message) where text.hasPrefix(head) {
          shown += 1
          let (profile, log) = try rules.profile(parsed(String(text.dropFirst(head.count))))
          #expect(log.diagnostics.map(\.summary) == [])
          var world = ObviousEvaluator(
            catalogue: rules.catalogue,
            answers: profile.answers,
            today: profile.profile.date
          )
          world.evaluate()
          switch finding.code {
          case "isnot-on-not-applicable":
            #expect(world.factStates.values.contains(.notApplicable))
          case "excluded-by-all":
            #expect(world.decisionOutcomes.values.allSatisfy { $0.recommendedLeaf == nil && $0.hasEnoughFacts })
          case "beyond-scale":
            #expect(world.decisionOutcomes["platform"]?.net["cloud"]?["fit"] == 15)
          default:
            let named = finding.summary.split(separator: "'").compactMap { rules.catalogue.rule(String($0)) }
            #expect(!named.isEmpty && named.allSatisfy { world.ruleTruths[$0.id] == .yes }, "\(finding.summary)")
          }
        }
      }
    }
    #expect(shown >= 7)
  }

  @Test func folderHoldsWhatTheListNames() throws {
    let folder = Repository.root.appendingPathComponent("Sources/RuleCompiler/Checks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) }
    let names = Set(files).subtracting(shared).map { $0.lowercased() }
    let listed = Check.all.map { $0.code.replacing("-", with: "") }
    #expect(names.sorted() == listed.sorted(), "Add the new check to Check.all")
    #expect(Set(listed).count == Check.all.count)
  }

  /// What is found in a content file in which texts that do not matter are left out.
  private func findings(_ example: String) throws -> [Diagnostic] {
    let loaded = LoadedPacks([try pack(example)])
    if loaded.log.hasErrors { throw UnexpectedProblems(loaded.log) }
    return check(loaded.catalogue, date: Self.day)
  }

  private func pack(_ example: String) throws -> PackText {
    try PackText(content: example.replacing("«", with: "").replacing("»", with: ""))
  }

  private func marked(in example: String) -> String {
    guard let start = example.firstIndex(of: "«"), let end = example.firstIndex(of: "»") else { return "" }
    return String(example[example.index(after: start)..<end])
  }
}
