import Diagnostics
import RuleCompiler
import TestSupport
import Testing

/// How long `packs check` takes on large packs. Printed, not asserted: a busy machine proves nothing.
struct ChecksSpeedTests {
  #if DEBUG
    private static let sizes = [(rules: 100, facts: 30)]
  #else
    private static let sizes = [(rules: 500, facts: 300), (1000, 300), (2000, 300), (4000, 300), (2000, 600)]
  #endif

  @Test func endsSoonOnALargePack() throws {
    let clock = ContinuousClock()
    for (rules, facts) in Self.sizes {
      let folder = LargePack.make(rules: rules, facts: facts).folder
      var loaded: LoadedPacks?
      let loading = clock.measure { loaded = LoadedPacks([folder]) }
      let packs = try #require(loaded)
      if packs.log.hasErrors { throw UnexpectedProblems(packs.log) }
      var found: [Diagnostic] = []
      let checking = clock.measure { found = check(packs.catalogue, date: ChecksExampleTests.day) }
      print("check of \(rules) rules, \(facts) facts: read \(loading), checked \(checking), \(found.count) findings")
    }
  }
}
