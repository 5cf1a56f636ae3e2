import RuleModel
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: ["a", "9", "app.crds", "AC-06", "own_operators", "a.b-c_d.1", "appuio-cloud-lpg2"])
  func acceptsLettersAndDigitsWithSingleSeparators(text: String) {
    #expect(isIdentifier(text))
  }

  @Test(arguments: [
    "", ".", "-a", "a-", "a..b", "a-.b", "a b", "a/b", "ä", "а", "a\u{301}", "a:b", "a\n", "decision.", "*", "$schema",
  ])
  func refusesEverythingElse(text: String) {
    #expect(!isIdentifier(text))
  }

  @Test func idsAreComparedByteByByte() {
    #expect(
      ["b", "a", "B", "a.b", "a-b", "a_b", "ab", "1"].sorted(by: idPrecedes)
        == ["1", "B", "a", "a-b", "a.b", "a_b", "ab", "b"]
    )
    #expect(!idPrecedes("a", "a"))
  }

  @Test func namesAreEqualByTheirBytesWhereverTheyStand() {
    // Swift's strings take these two for the same text.
    #expect(Name("\u{E9}") != Name("e\u{301}"))
    #expect(Name("a") == Name("a"))
    #expect(Set([Name("a"), Name("a"), Name("b")]).count == 2)
  }

  @Test(arguments: [
    ("app.crds", Subject.fact("app.crds")), ("decision.platform", .decision("platform")),
    ("decision.platform.variant", .decisionVariant("platform")), ("decisions", .fact("decisions")),
    ("decision.a.b", .decision("a.b")), ("decision.a.b.variant", .decisionVariant("a.b")),
  ])
  func aKeyOfAConditionNamesItsSubject(key: String, subject: Subject) {
    #expect(Subject(key: key) == subject)
    #expect(subject.key == key)
  }
}
