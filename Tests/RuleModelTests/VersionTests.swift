import RuleModel
import Testing

@Suite struct VersionTests {
  @Test(arguments: ["1.2.3", "0.0.0", "10.20.30", "999999.0.1"])
  func readsThreeNumbers(text: String) throws {
    #expect(try #require(SemanticVersion(text)).description == text)
  }

  @Test(arguments: [
    "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.03", "1.2.", ".1.2", "1..2", "1.2.x", "v1.2.3", "1.2.3-beta",
    "1.2.3+5", " 1.2.3", "1.2.3 ", "-1.2.3", "+1.2.3", "1.2.1000000", "99999999999999999999.0.0", "", "١.٢.٣",
  ])
  func refusesAnythingElse(text: String) {
    #expect(SemanticVersion(text) == nil)
  }

  @Test func theShortFormIsReadOnlyWhereItIsAllowed() {
    #expect(SemanticVersion("1.2", allowingShort: true) == SemanticVersion(1, 2, 0))
    #expect(SemanticVersion("1.2.3", allowingShort: true) == SemanticVersion(1, 2, 3))
    #expect(SemanticVersion("1", allowingShort: true) == nil)
  }

  @Test func ordersByNumbersNotByLetters() {
    let rising = [SemanticVersion(0, 9, 9), .init(1, 0, 0), .init(1, 2, 10), .init(1, 10, 2), .init(2, 0, 0)]
    #expect(rising.shuffled().sorted() == rising)
  }

  @Test(arguments: [
    ("^1.2.3", ["1.2.3", "1.2.4", "1.9.0"], ["1.2.2", "2.0.0", "0.9.0"]),
    ("^0.2.3", ["0.2.3", "0.2.9"], ["0.3.0", "0.2.2", "1.0.0", "1.2.3"]),
    ("^0.0.3", ["0.0.3"], ["0.0.4", "0.0.2", "0.1.0", "1.0.0"]),
    ("^1.0.0", ["1.0.0", "1.99.99"], ["2.0.0", "0.9.9"]),
  ])
  func aCaretRangeEndsWhereThingsMayBreak(range: String, inside: [String], outside: [String]) throws {
    let range = try #require(CaretRange(range))
    for text in inside { #expect(range.contains(try #require(SemanticVersion(text))), "\(text)") }
    for text in outside { #expect(!range.contains(try #require(SemanticVersion(text))), "\(text)") }
    #expect(CaretRange(range.description) == range)
  }

  @Test(arguments: ["1.2.3", "^1.2", "~1.2.3", "^^1.2.3", "^ 1.2.3", "*", ""])
  func refusesOtherRanges(text: String) {
    #expect(CaretRange(text) == nil)
  }
}
