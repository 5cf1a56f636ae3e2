import LocatedJSON
import Testing

struct JSONPointerTests {
  /// `↓` stands in front of the byte that is asked for.
  @Test(arguments: [
    (#"↓{"a":1}"#, ""),
    (#"{↓"a":1}"#, "/a"),
    (#"{"a"↓:1}"#, "/a"),
    (#"{"a":↓1}"#, "/a"),
    (#"{"a":1↓, "b":2}"#, ""),
    (#"{"a":1↓}"#, ""),
    (#"{"a":[0,{"b":↓null}]}"#, "/a/1/b"),
    (#"{"a":[0↓,1]}"#, "/a"),
    (#"{"a/b~c":{"":↓0}}"#, "/a~1b~0c/"),
    (#"{"\u00e9 \"":↓0}"#, "/é \""),
    (#" ↓  [1]"#, ""),
    (#"[1]↓  "#, ""),
  ])
  func pointsToTheInnermostValue(text: String, pointer: String) throws {
    let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
    let document = try #require(Outcome(parts.joined()).document)
    #expect(jsonPointer(to: parts[0].utf8.count, in: document) == pointer)
  }

  @Test func answersForPlacesOutsideOfTheFile() throws {
    let document = try #require(Outcome("[1]").document)
    #expect(jsonPointer(to: -1, in: document) == "")
    #expect(jsonPointer(to: 1000, in: document) == "")
  }
}
