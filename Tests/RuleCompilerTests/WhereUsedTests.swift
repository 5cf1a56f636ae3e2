import Diagnostics
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// What uses what (`packs where-used`).
@Suite struct WhereUsedTests {
  private func index() throws -> UsageIndex {
    let base = try PackText(
      "base",
      content: """
        { "facts": [ { "id": "site", "type": "choice", "choices": [ { "id": "here" }, { "id": "there" } ],
                       "prior": { "here": 0.5, "there": 0.5 }, "sources": ["S1"] },
                     { "id": "size", "type": "number", "relevantWhen": { "site": "here" } },
                     { "id": "double", "type": "number", "derive": { "product": ["size", 2] } },
                     { "id": "is-big", "type": "boolean", "derive": { "when": { "double": { "above": 8 } } } },
                     { "id": "idle", "type": "boolean" } ],
          "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
          "options": [ { "id": "cloud", "decision": "d", "title": "Great Cloud" },
                       { "id": "cloud-one", "decision": "d", "variantOf": "cloud" }, { "id": "own", "decision": "d" } ],
          "sources": [ { "id": "S1" }, { "id": "S2" } ],
          "rules": [ { "id": "big", "when": { "is-big": true }, "criterion": "c", "rate": { "cloud": -3, "own": 1 },
                       "sources": ["S1"], "because": "On Great Cloud this costs more." },
                     { "id": "near", "when": { "site": ["here"] }, "exclude": ["cloud-one"] } ],
          "steps": [ { "id": "order", "sources": ["S1"], "when": { "decision.d": "cloud" } },
                     { "id": "move", "after": ["order"] } ],
          "components": [ { "id": "front", "connects": [ { "to": "back" } ] }, { "id": "back" } ],
          "prices": [ { "id": "ram", "option": "cloud", "quantity": "size" } ],
          "tests": [ { "name": "near", "answers": { "site": "here" }, "expect": { "excluded": { "cloud": ["near"] } } } ] }
        """
    )
    let loaded = LoadedPacks([base])
    try #require(loaded.codes == [])
    return UsageIndex(loaded.catalogue)
  }

  /// "rule big rates it -3" …, with what stands between.
  private func uses(_ id: String, in index: UsageIndex) throws -> [String] {
    let items = index.items(named: id)
    let item = try #require(items.first)
    #expect(items.count == 1)
    return item.uses.map { use in
      (["\(use.user.rawValue) \(use.id) \(use.how)"] + use.through.map { "< \($0)" }).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("S1", ["rule big cites it", "fact site cites it", "step order cites it"]),
    ("S2", []),
    ("c", ["rule big rates under it"]),
    ("order", ["step move comes after it"]),
    ("back", ["component front connects to it"]),
    ("near", ["test near expects it to exclude"]),
    (
      "site=here",
      [
        "rule near asks for it: anyOf here", "fact site expects it: 0.5", "fact size is asked only if: is here",
        "test near answers with it",
      ]
    ),
    (
      "size",
      [
        "rule big asks for it: is true < double < is-big", "fact double computes with it",
        "fact is-big follows from it: above 8 < double", "price ram computes with it",
      ]
    ),
  ])
  func findsEveryUse(id: String, expected: [String]) throws {
    #expect(try uses(id, in: index()).sorted() == expected.sorted())
  }

  @Test func anOptionIsUsedThroughItsVariantsAndInTexts() throws {
    let found = try uses("cloud", in: index())
    #expect(found.contains("rule big rates it -3"))
    #expect(found.contains("rule near excludes it < cloud-one"))
    #expect(found.contains("step order asks for it: is cloud"))
    #expect(found.contains("text the reason of rule 'big' names it: Great Cloud"))
    #expect(!found.contains { $0.hasPrefix("text the title of option 'cloud' ") })
    #expect(try uses("cloud-one", in: index()).contains("rule big rates it -3 < cloud"))
  }

  @Test func everyUseHasTheLineWhereItIsWritten() throws {
    let index = try index()
    for id in ["S1", "site", "cloud", "c", "near", "order"] {
      for use in try #require(index.items(named: id).first).uses {
        let span = try #require(use.span)
        #expect(span.file.name == "base/content.json" && span.start.line > 1)
      }
    }
    #expect(index.items(named: "nothing").isEmpty && index.ids.contains("site=there"))
  }

  @Test func theUsesOfOurOwnSourcesAreThoseThatTheCheckOfUnusedOnesCounts() throws {
    let catalogue = try Repository.packs().catalogue
    let index = UsageIndex(catalogue)
    let unused = Set(check(catalogue, date: nil).filter { $0.code == "unused-source" }.map(\.summary))
    for source in catalogue.sources {
      let isUnused = unused.contains("nothing cites source '\(source.id)'")
      let cites = index.uses(of: .source, source.id).filter { $0.how == "cites it" }
      #expect(cites.isEmpty == isUnused, "\(source.id)")
    }
  }
}
