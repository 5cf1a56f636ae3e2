import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// Sources that are due, and stamps in the files of packs (`packs review`).
@Suite struct ReviewStampTests {
  /// A catalogue whose sources stand in a file with exactly this text.
  private func catalogue(_ text: String) throws -> Catalogue {
    let pack = PackText(id: "p", requires: [], optional: [])
    let folder = PackFolder(
      name: "p",
      manifest: pack.folder.manifest,
      contents: [SourceFile(name: "p/sources.json", text: text)]
    )
    let loaded = LoadedPacks([folder])
    try #require(loaded.codes == [])
    return loaded.catalogue
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func stamped(_ text: String, _ ids: [String], removingReviewBy: Bool = false) throws -> String {
    let stamp = ReviewStamp(ids, on: try day("2027-01-02"), removingReviewBy: removingReviewBy)
    let outcome = stamp.apply(to: try catalogue(text))
    #expect(outcome.files.count <= 1 && outcome.unknown.isEmpty && outcome.reviewedLater.isEmpty)
    return outcome.files.first.map { String(decoding: $0.after.bytes, as: UTF8.self) } ?? text
  }

  @Test(arguments: [
    (
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2026-01-01" } ] }"#,
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02" } ] }"#
    ),
    (
      #"{"sources":[{"id":"A","status":"stated"}]}"#,
      #"{"sources":[{"id":"A","status":"stated", "reviewed": "2027-01-02"}]}"#
    ),
    (
      "{\n  \"sources\": [\n    {\n      \"id\": \"A\",\n      \"status\": \"stated\",\n      \"url\": \"https://a.ch\",\n      \"derivation\": \"x\"\n    }\n  ]\n}\n",
      "{\n  \"sources\": [\n    {\n      \"id\": \"A\",\n      \"status\": \"stated\",\n      \"url\": \"https://a.ch\",\n      \"reviewed\": \"2027-01-02\",\n      \"derivation\": \"x\"\n    }\n  ]\n}\n"
    ),
    (
      "{\r\n\t\"sources\": [ {\r\n\t\"id\": \"A\",\r\n\t\"status\": \"stated\" } ] }",
      "{\r\n\t\"sources\": [ {\r\n\t\"id\": \"A\",\r\n\t\"status\": \"stated\",\r\n\t\"reviewed\": \"2027-01-02\" } ] }"
    ),
    (
      #"{ "sources": [ { "reviewed" : "2026-01-01" , "status": "stated", "id": "A", "x-note": "\u00e9 \"reviewed\": 1" } ] }"#,
      #"{ "sources": [ { "reviewed" : "2027-01-02" , "status": "stated", "id": "A", "x-note": "\u00e9 \"reviewed\": 1" } ] }"#
    ),
  ])
  func changesNothingButTheDay(before: String, after: String) throws {
    #expect(try stamped(before, ["A"]) == after)
  }

  @Test(arguments: [
    (
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2026-01-01", "reviewBy": "2026-12-31" } ] }"#,
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02" } ] }"#
    ),
    (
      #"{ "sources": [ { "reviewBy": "2026-12-31", "id": "A", "status": "stated" } ] }"#,
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02" } ] }"#
    ),
    (
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewBy": "2026-12-31" } ] }"#,
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02" } ] }"#
    ),
    (
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewBy": "2027-12-31" } ] }"#,
      #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02", "reviewBy": "2027-12-31" } ] }"#
    ),
  ])
  func takesOutAReviewByThatIsOvertaken(before: String, after: String) throws {
    #expect(try stamped(before, ["A"], removingReviewBy: true) == after)
  }

  @Test func leavesAReviewByUnlessAskedAndTellsThatTheSourceStaysDue() throws {
    let text = #"{ "sources": [ { "id": "A", "status": "stated", "reviewBy": "2027-01-02" } ] }"#
    let outcome = ReviewStamp(["A"], on: try day("2027-01-02"), removingReviewBy: false).apply(to: try catalogue(text))
    #expect(outcome.stillDue.map(\.id) == ["A"] && outcome.files.count == 1)
    #expect(try stamped(text, ["A"]).contains(#""reviewBy": "2027-01-02""#))
  }

  @Test func refusesUnknownSourcesAndEarlierDays() throws {
    let text = #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-03" } ] }"#
    let outcome = ReviewStamp(["A", "B"], on: try day("2027-01-02"), removingReviewBy: false)
      .apply(to: try catalogue(text))
    #expect(outcome.unknown == ["B"] && outcome.reviewedLater.map(\.id) == ["A"] && outcome.files.isEmpty)
  }

  @Test func aSourceThatCarriesTheDayAlreadyChangesNothing() throws {
    let text = #"{ "sources": [ { "id": "A", "status": "stated", "reviewed": "2027-01-02" } ] }"#
    #expect(try stamped(text, ["A"]) == text)
  }

  @Test func showsTheLinesThatChange() throws {
    let text =
      "{ \"sources\": [\n{ \"id\": \"A\", \"status\": \"stated\" },\n{ \"id\": \"B\", \"status\": \"stated\" }\n] }"
    let outcome = ReviewStamp(["A", "B"], on: try day("2027-01-02"), removingReviewBy: false)
      .apply(to: try catalogue(text))
    let changes = try #require(outcome.files.first).changes
    #expect(changes.map(\.line) == [2])
    #expect(changes.first?.old == [#"{ "id": "A", "status": "stated" },"#, #"{ "id": "B", "status": "stated" }"#])
    #expect(changes.first?.new.last == #"{ "id": "B", "status": "stated", "reviewed": "2027-01-02" }"#)
  }

  @Test func onOurOwnPacksOnlyTheDayOfTheStampedSourcesDiffers() throws {
    let catalogue = try Repository.packs().catalogue
    let all = catalogue.sources.map(\.id)
    let outcome = ReviewStamp(all, on: try day("2030-01-31"), removingReviewBy: true).apply(to: catalogue)
    for edited in outcome.files {
      let before = try parsed(String(decoding: edited.before.bytes, as: UTF8.self))
      let after = try parsed(String(decoding: edited.after.bytes, as: UTF8.self))
      #expect(withoutReviews(before) == withoutReviews(after))
      for source in after["sources"]?.elements ?? [] { #expect(source["reviewed"] == "2030-01-31") }
      #expect(edited.changes.allSatisfy { $0.old != $0.new })
    }
    #expect(outcome.files.count == Set(catalogue.sources.compactMap { $0.name.span?.file.name }).count)
  }

  private func withoutReviews(_ file: JSONValue) -> JSONValue {
    var file = file
    file["sources"] = .array(
      (file["sources"]?.elements ?? []).map { source in
        var source = source
        source["reviewed"] = nil
        source["reviewBy"] = nil
        return source
      }
    )
    return file
  }

  @Test func listsWhatIsDueByPackAndDay() throws {
    let text = """
      { "sources": [ { "id": "late", "status": "stated", "reviewed": "2026-03-01" },
                     { "id": "never", "status": "stated" },
                     { "id": "early", "status": "stated", "reviewed": "2026-03-01", "reviewBy": "2026-06-30" },
                     { "id": "fresh", "status": "stated", "reviewed": "2026-03-02" } ] }
      """
    let catalogue = try catalogue(text)
    let due = dueSources(of: catalogue, by: try day("2027-03-01"), UsageIndex(catalogue))
    #expect(due.map(\.id) == ["never", "early", "late"])
    #expect(due.map { $0.dueOn.map { "\($0)" } } == [nil, "2026-06-30", "2027-03-01"])
  }
}
