import Diagnostics
import RuleModel
import TestSupport
import Testing

@Suite struct PackDigestTests {
  private let manifest = """
    { "format": 1, "id": "p", "version": "1.0.0", "title": "P", "description": "d", "maintainer": "m" }
    """
  private let a = #"{ "id": "a", "title": "A" }"#
  private let b = #"{ "id": "b", "title": "B", "weight": 2 }"#

  private func digest(_ contents: [String], manifest: String? = nil) throws -> String {
    var log = DiagnosticLog()
    let folder = PackFolder(
      name: "p",
      manifest: SourceFile(name: "pack.json", text: manifest ?? self.manifest),
      contents: contents.enumerated().map { SourceFile(name: "\($0.offset).json", text: $0.element) }
    )
    let pack = try #require(folder.decode(into: &log))
    #expect(!log.hasErrors, "\(UnexpectedProblems(log))")
    return pack.digest
  }

  @Test func doesNotDependOnHowItemsAreSpreadOverFiles() throws {
    let together = try digest(["{ \"criteria\": [\(a), \(b)] }"])
    #expect(try digest(["{ \"criteria\": [\(b), \(a)] }"]) == together)
    #expect(try digest(["{ \"criteria\": [\(a)] }", "{ \"criteria\": [\(b)] }"]) == together)
    #expect(try digest(["{ \"criteria\": [\(b)] }", "{}", "{ \"criteria\": [\(a)] }"]) == together)
  }

  @Test func doesNotDependOnSpaceKeysOrSpelling() throws {
    let one = try digest(["{ \"criteria\": [\(b)] }"])
    #expect(try digest([#"{"criteria":[{"weight":2.0,"\u0074itle":"\u0042","id":"b"}]}"#]) == one)
    let other =
      #"{ "maintainer": "m", "description": "d", "title": "P", "version": "1.0.0", "id": "p", "format": 1.0 }"#
    #expect(try digest(["{ \"criteria\": [\(b)] }"], manifest: other) == one)
  }

  @Test func changesWithTheContent() throws {
    let digests = try [
      ["{ \"criteria\": [\(a), \(b)] }"], ["{ \"criteria\": [\(a)] }"], ["{ \"groups\": [\(a)] }"],
      [#"{ "criteria": [ { "id": "a", "title": "a" } ] }"#],
      [#"{ "criteria": [ { "id": "a", "title": "A", "weight": 2 } ] }"#],
      [#"{ "criteria": [ { "id": "a", "title": "A", "x-note": "n" } ] }"#],
    ].map { try digest($0) }
    #expect(Set(digests).count == digests.count)
  }

  @Test func changesWithTheManifest() throws {
    #expect(try digest(["{}"], manifest: manifest.replacing("1.0.0", with: "1.0.1")) != digest(["{}"]))
  }

  @Test func changesWithTheOrderOfListsInsideAnItem() throws {
    func fact(_ choices: String) -> String {
      #"{ "facts": [ { "id": "f", "type": "choice", "ordered": true, "question": "?", "choices": [\#(choices)] } ] }"#
    }
    #expect(try digest([fact(#"{ "id": "x" }, { "id": "y" }"#)]) != digest([fact(#"{ "id": "y" }, { "id": "x" }"#)]))
  }

  @Test(arguments: 0..<10)
  func staysTheSameWhenAPackIsShuffled(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let packs = RandomPacks(seed: UInt64(seed)).packs
    let shuffled = LoadedPacks(packs.map { $0.shuffledFolder(&dice) })
    #expect(shuffled.packs.map(\.digest) == LoadedPacks(packs).packs.map(\.digest))
  }

  @Test func everyPackOfTheRepositoryHasItsOwn() throws {
    let digests = try Repository.packs().packs.map(\.digest)
    #expect(Set(digests).count == digests.count && digests.allSatisfy { $0.utf8.count == 64 })
  }
}
