import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// The order of files, packs, keys, rules, options and steps never changes a byte of the result.
@Suite struct OrderTests {
  @Test(arguments: 0..<25)
  func shufflingPacksFilesKeysAndItemsChangesNothing(seed: Int) throws {
    let packs = RandomPacks(seed: UInt64(seed)).packs
    let rules = try compiled(packs)
    var dice = SplitMix64(seed: UInt64(seed))
    let shuffled = try LoadedPacks(dice.shuffled(packs).map { $0.shuffledFolder(&dice) }).compiled()
    var profiles = RandomProfile(rules.catalogue, seed: UInt64(seed))
    for _ in 0..<4 {
      let profile = profiles.profile()
      let other = profile.withShuffledKeys(&dice)
      #expect(try rules.assessment(of: profile).text == shuffled.assessment(of: other).text)
    }
  }

  @Test func shufflingThePacksOfTheRepositoryChangesNothing() throws {
    let folders = try Repository.packFolders()
    let rules = try LoadedPacks(folders).compiled()
    var dice = SplitMix64(seed: 1)
    let shuffled = try dice.shuffled(folders).map { folder in
      var pack = PackText(id: folder.name, requires: [], optional: [])
      for file in folder.contents {
        for member in try parsed(String(decoding: file.bytes, as: UTF8.self)).members ?? [] {
          pack.items[member.key, default: []] += member.value.elements ?? []
        }
      }
      return PackFolder(
        name: folder.name,
        manifest: folder.manifest,
        contents: pack.shuffledFolder(&dice).contents
      )
    }
    let other = try LoadedPacks(shuffled).compiled()
    for (name, profile) in try Repository.profiles() {
      let texts = try [rules.assessment(of: profile).text, other.assessment(of: profile.withShuffledKeys(&dice)).text]
      #expect(texts[0] == texts[1], "\(name)")
    }
  }

  /// An answer under the old id of a fact, beside one under the new id.
  @Test func theOrderOfAnswersDoesNotDecideBetweenOldAndNewNames() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "new", "type": "number" } ],
        "renamed": [ { "fact": "old", "to": "new" }, { "fact": "older", "to": "new" } ] }
      """
    )
    let answers = [("old", 1), ("new", 2), ("older", 3)].map { JSONValue.Member($0.0, .number(Double($0.1))) }
    func answer(_ members: [JSONValue.Member]) throws -> FactValue? {
      try rules.profile(["answers": .object(members)]).profile.answers["new"]
    }
    // What stands under the present name is meant.
    #expect(try answer(answers) == .number(2))
    #expect(try answer(answers.reversed()) == .number(2))
    #expect(try answer([answers[0], answers[2]]) == answer([answers[2], answers[0]]))
  }

  @Test func theOrderOfTheProfileDoesNotChangeWhatWasRenamed() throws {
    let rules = try compiled(
      """
      { "facts": [ { "id": "x", "type": "boolean" }, { "id": "y", "type": "boolean" } ],
        "renamed": [ { "fact": "a", "to": "y" }, { "fact": "b", "to": "x" } ] }
      """
    )
    let one = try rules.assessment(answers: #"{ "a": true, "b": false }"#)
    let other = try rules.assessment(answers: #"{ "b": false, "a": true }"#)
    #expect(one.text == other.text)
  }

  @Test func theOrderOfConflictingRenamingsDoesNotDecide() throws {
    let facts = #""facts": [ { "id": "x", "type": "boolean" }, { "id": "y", "type": "boolean" } ]"#
    let renamings = [#"{ "fact": "old", "to": "x" }"#, #"{ "fact": "old", "to": "y" }"#]
    func outcome(_ renamings: [String]) throws -> String {
      let loaded = LoadedPacks([
        try PackText(content: "{ \(facts), \"renamed\": [ \(renamings.joined(separator: ",")) ] }")
      ])
      if loaded.log.hasErrors { return loaded.codes.joined() }
      return try loaded.compiled().assessment(answers: #"{ "old": true }"#).text
    }
    #expect(try outcome(renamings) == outcome(renamings.reversed()))
  }
}
