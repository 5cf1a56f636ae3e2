import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Profiles without names (`profile anonymise`).
@Suite struct AnonymousProfileTests {
  private func catalogue() throws -> Catalogue {
    try compiled(
      """
      { "facts": [ { "id": "site", "type": "choice", "choices": [ { "id": "here" } ] }, { "id": "live", "type": "date" },
                   { "id": "parts", "type": "choices", "choices": [ { "id": "db" } ] }, { "id": "size", "type": "number" } ],
        "criteria": [ { "id": "c" } ], "decisions": [ { "id": "d" } ],
        "options": [ { "id": "a", "decision": "d" }, { "id": "b", "decision": "d" } ],
        "rules": [ { "id": "r", "when": { "size": { "above": 1 } }, "confirm": { "a": "?" } } ],
        "steps": [ { "id": "s" } ],
        "renamed": [ { "fact": "place", "to": "site" }, { "choice": ["site", "hier", "here"] }, { "option": "old-a", "to": "a" } ] }
      """
    ).catalogue
  }

  private let secret = "Muster"

  @Test func nothingThatCouldBeANameStays() throws {
    let profile = try parsed(
      """
      { "format": 1, "title": "Muster AG", "status": "released", "language": "de", "date": "2026-11-20",
        "reviewedBy": { "name": "Muster", "date": "2026-11-20", "digest": "Muster" }, "validUntil": "2027-02-28",
        "customer": { "name": "Muster AG", "contact": "Muster", "reference": "Muster-1", "x-more": "Muster" },
        "author": "Muster", "$schema": "../Muster.json", "x-Muster": "Muster",
        "answers": { "site": "here", "live": "2027-03-17", "parts": ["db"], "size": { "from": 1, "to": 3 },
                     "Muster.fact": "Muster", "place": "hier", "x-note": "Muster" },
        "notes": { "site": "Muster said so", "Muster": "Muster",
                   "size": { "text": { "en": "Muster" }, "by": "Muster", "date": "2026-11-18", "basis": "stated",
                             "audience": "internal" } },
        "requirements": [ { "text": "Muster needs it" }, "Muster" ], "weights": { "c": 3, "Muster": 1 },
        "clarified": [ { "rule": "r", "option": "a", "holds": true, "note": "mail of Muster" },
                       { "rule": "Muster", "option": "a", "holds": true } ],
        "decided": { "d": { "option": "old-a", "by": "customer", "because": "Muster wants it" }, "Muster": "Muster" },
        "plan": { "start": "2027-01-11", "efforts": { "s": 1.5, "Muster": 2 }, "by": "Muster" },
        "outcome": { "option": "a", "since": "March, says Muster" } }
      """
    )
    let anonymous = AnonymousProfile(profile, title: "Case", try catalogue())
    #expect(!anonymous.json.pretty().contains(secret))
    let expected = try parsed(
      """
      { "format": 1, "title": "Case", "status": "draft", "language": "de", "date": "2026-11-01", "validUntil": "2027-02-01",
        "answers": { "site": "here", "live": "2027-03-17", "parts": ["db"], "size": { "from": 1, "to": 3 }, "place": "hier" },
        "notes": { "site": "(text removed)",
                   "size": { "text": "(text removed)", "date": "2026-11-01", "basis": "stated", "audience": "internal" } },
        "requirements": [ { "text": "Requirement 1 (text removed)" }, { "text": "Requirement 2 (text removed)" } ],
        "weights": { "c": 3 }, "clarified": [ { "rule": "r", "option": "a", "holds": true } ],
        "decided": { "d": { "option": "old-a", "by": "customer" } },
        "plan": { "start": "2027-01-01", "efforts": { "s": 1.5 } }, "outcome": { "option": "a" } }
      """
    )
    #expect(anonymous.json == expected)
    for name in ["title", "status", "customer.name", "author", "note size: by", "requirement 2: text", "plan.by"] {
      #expect(anonymous.removed.contains(name), "\(name)")
    }
  }

  @Test func whatHoldsNoNamesStaysAsItIs() throws {
    let profile: JSONValue = [
      "format": 1, "title": "Case", "date": "2026-11-01", "answers": ["size": 3, "site": nil], "weights": ["c": 1],
      "decided": ["d": "b"], "outcome": ["option": "a", "since": "2027-03"],
    ]
    let anonymous = AnonymousProfile(profile, title: "Case", try catalogue())
    #expect(anonymous.json == profile && anonymous.removed == [])
  }

  @Test func aTextThatIsNoChoiceIsNoAnswer() throws {
    // Answers to facts that are not applicable are not checked for their choices.
    let profile: JSONValue = ["answers": ["site": "Muster", "parts": ["db", "Muster"], "size": ["from": "Muster"]]]
    let anonymous = AnonymousProfile(profile, title: "Case", try catalogue())
    #expect(anonymous.json == ["answers": [:]])
    #expect(anonymous.removed.count == 3)
  }

  @Test func twiceIsTheSameAsOnceAndOurProfilesKeepTheirMeaning() throws {
    let rules = try Repository.packs().compiled()
    for (name, profile) in try Repository.profiles() {
      let once = AnonymousProfile(profile, title: "Case", rules.catalogue)
      #expect(AnonymousProfile(once.json, title: "Case", rules.catalogue).json == once.json)
      #expect(once.json["answers"] == profile["answers"], "\(name)")
      let (linked, log) = try rules.profile(once.json, isStrict: true)
      #expect(!log.hasErrors && linked.unused.isEmpty)
      if case .string(let customer)? = profile["customer"]?["name"] {
        #expect(!once.json.pretty().contains(customer))
      }
    }
  }
}
