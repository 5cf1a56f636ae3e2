import Testing

@testable import Reports

struct DocumentTests {
  @Test(arguments: [
    ("https://docs.example.ch/a?b=c#d", true), ("http://example.ch", true), ("mailto:a@example.ch", true),
    ("HTTPS://example.ch", true), ("javascript:alert(1)", false), ("data:text/html,x", false), ("//example.ch", false),
    ("/relative", false), ("https:example.ch", false), ("https://", false), ("https://a b", false),
    ("https://bank.example@evil.example", false), ("https://exämple.ch", false), ("https://a\"b", false),
    ("https://a\nb", false), (" https://a.ch", false), ("mailto:", false), ("mailto:a@b@c", false),
    ("ftp://a.ch", false),
    ("https://a.ch/<x>", false), ("vbscript:x", false), ("", false),
  ])
  func onlyPlainWebAndMailAddressesBecomeLinks(text: String, isAddress: Bool) {
    #expect((WebAddress(text) != nil) == isAddress)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\n\nb", "a b"), ("a\tb", "a b"), ("a\u{0}b", "a\u{FFFD}b"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("\u{FEFF}a", "a"), ("a\u{2028}b", "a b"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("Größe", "Größe"),
  ])
  func hiddenCharactersShowOrGo(text: String, expected: String) {
    #expect(text.cleaned == expected)
  }

  @Test func interpolatedTextStaysText() {
    let name = "**x**"
    let text: RichText = "a \(name) \(strong: name)\(footnote: 2)"
    #expect(text.inlines == [.text("a "), .text("**x**"), .text(" "), .strong("**x**"), .footnote(2)])
    #expect(text.plainText == "a **x** **x**")
  }

  @Test func referencesAreNumberedByFirstUse() {
    var book = ReferenceBook()
    let numbers = ["b", "a", "b"].map { id in book.cite(id) { ReportReference(number: 0, title: id) } }
    #expect(numbers == [1, 2, 1])
    #expect(book.references.map(\.title) == ["b", "a"])
    #expect(book.references.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ([10.0, -10], 10.0, 50.0, 50.0), ([10, -10], -10, 0, 50), ([10, 5], 5, 0, 50), ([-4, -8], -4, 50, 50),
    ([0], 0, 0, 0), ([.infinity, 2], 2, 0, 100), ([], 3, 0, 0),
  ])
  func barsStartAtZero(values: [Double], value: Double, start: Double, length: Double) {
    let bar = BarScale(values).bar(value)
    #expect(bar.start == start && bar.length == length)
  }

  @Test(arguments: [(1.25, "1.3"), (-0.5, "-0.5"), (3, "3"), (-0.01, "0"), (.nan, "0"), (1e300, "0")])
  func coordinatesAreShort(number: Double, expected: String) {
    #expect(drawn(number) == expected)
  }

  @Test func stepsAreNumberedByPhaseAndPlace() {
    let steps = ["a", "b"].map { TaskList.Step(id: $0, title: "t") }
    let list = TaskList(phases: [.init("p", steps: steps), .init("q", steps: [TaskList.Step(id: "c", title: "t")])])
    #expect(list.numbers == ["a": "1.1", "b": "1.2", "c": "2.1"])
  }

  @Test func additionsCannotReplaceTheNotice() {
    let plain = ReportNotice(asOf: "1. 1. 2027", language: .german)
    let more = ReportNotice(asOf: "1. 1. 2027", language: .german, adding: ["Mehr."])
    #expect(plain.text == more.text && plain.short == more.short)
  }
}
