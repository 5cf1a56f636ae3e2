import Engine
import LocatedJSON
import RuleCompiler
import TestSupport

/// A book of rules and cases as the engine of the page gets them.
struct LiveCases {
  let book: [UInt8]
  let cases: [[UInt8]]

  init(_ rules: CompiledRules, profiles: [JSONValue]) throws {
    book = RuleBookBytes.write(rules.book)
    cases = try profiles.map { CaseFileBytes.write(rules.caseFile(of: try rules.profile($0).profile)) }
  }

  /// As `liveDigest` takes them.
  var bytes: [UInt8] {
    ([book] + cases).flatMap { part in
      (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) } + part
    }
  }

  /// Random packs with random profiles.
  static func random(seed: UInt64, profiles count: Int) throws -> LiveCases {
    let rules = try compiled(RandomPacks(seed: seed).packs)
    var profiles = RandomProfile(rules.catalogue, seed: seed &+ 1_000)
    return try LiveCases(rules, profiles: (0..<count).map { _ in profiles.profile() })
  }
}
