import Diagnostics
import Testing

struct SourceFileTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 1, 4), (5, 2, 1), (9, 2, 2), (11, 3, 1), (12, 3, 2), (99, 3, 2), (-1, 1, 1),
  ])
  func countsColumnsInCharacters(offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "f", text: "aéb\n😀\r\nc")
    #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func countsCodePointsFarBehindTheBeginningOfALine() {
    let file = SourceFile(name: "f", text: String(repeating: "e\u{301}", count: 30_000))
    #expect(file.position(at: 3 * 20_000).column == 20_001)
    #expect(file.position(at: 3 * 30_000).column == 60_001)
  }

  @Test func knowsItsLines() {
    let file = SourceFile(name: "f", text: "one\r\n\ntwo")
    #expect((0...4).map { file.text(ofLine: $0) } == ["", "one", "", "two", ""])
    #expect((0...4).map { file.byteRange(ofLine: $0) } == [9..<9, 0..<3, 5..<5, 6..<9, 9..<9])
  }

  @Test func aPartOfALongerFileCountsItsLinesFromWhereItStands() {
    let file = SourceFile(name: "f", bytes: Array("one\ntwo".utf8), firstLine: 7)
    #expect(file.position(at: 5) == SourcePosition(line: 8, column: 2))
    #expect((5...9).map { file.text(ofLine: $0) } == ["", "", "one", "two", ""])
  }
}
