import Assessing
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Pages for people who maintain packs.
@Suite struct WorkbenchPageTests {
  private func rules(_ text: String, points: Int) throws -> CompiledRules {
    var pack = try PackText(
      content: """
        { "facts": [ { "id": "f", "type": "boolean" }, { "id": "n", "type": "number" } ],
          "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
          "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
          "steps": [ { "id": "s", "when": { "decision.d": "a" } } ] }
        """
    )
    pack.add(
      [
        "id": "r", "title": .string(text), "because": .string(text),
        "when": ["any": [["f": true], ["not": ["n": ["above": 3]]]]], "criterion": "c",
        "rate": ["a": .number(Double(points))],
      ],
      to: "rules"
    )
    return try compiled([pack])
  }

  private func pages(_ text: String) throws -> [String] {
    let (old, new) = (try rules("plain", points: 3), try rules(text, points: -3))
    let world = try new.assessment(answers: #"{ "f": true, "n": 5 }"#)
    var profile = Profile(title: text)
    profile.answers = [ProfileAnswer(fact: Name("f"), answer: Answer(.literal(.boolean(true))))]
    let impact = Impact(from: old, to: new, profiles: [(text, profile)])
    let say = Phrasing(language: .en, edition: .internal, catalogue: new.catalogue)
    return [
      CoveragePage.render(new.coverage(of: [world]), say), ImpactPage.render(impact, old: text, new: text),
    ]
  }

  @Test func pagesAreWellFormed() throws {
    for page in try pages("A rule") {
      let checked = HTMLChecker(page)
      #expect(checked.problems == [] && page.hasPrefix("<!DOCTYPE html>\n"))
      #expect(!checked.tags.contains { ["script", "img", "link", "iframe"].contains($0.name) })
      #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
    }
  }

  @Test func noTextOfAPackOrProfileBecomesMarkup() throws {
    let plain = try pages("harmless").map { HTMLChecker($0).tags.map(\.name) }
    for text in HostileText.all {
      for (page, names) in zip(try pages(text), plain) {
        let checked = HTMLChecker(page)
        #expect(checked.problems == [], "\(text)")
        #expect(checked.tags.map(\.name) == names, "\(text)")
      }
    }
  }

  @Test func coverageShowsMarksBesideTheRule() throws {
    let text = HTMLChecker(try pages("A rule")[0]).text
    #expect(text.contains("✓ true: 1") && text.contains("○ false: no effect") || text.contains("✗ never"))
    #expect(text.contains("true with effect in 1 test") && text.contains("n above 3"))
  }

  @Test func impactShowsOldAndNew() throws {
    let page = try pages("A rule")[1]
    #expect(page.contains("<del>a +3</del> → <ins>a -3</ins>"))
    #expect(page.contains("d: recommends another option") && page.contains("changed in ratings"))
  }
}
