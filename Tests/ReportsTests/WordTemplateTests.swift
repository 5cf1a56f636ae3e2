import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct WordTemplateTests {
  /// The files of an archive whose files are stored as they are.
  static func files(in archive: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    func number(_ place: Int, _ count: Int) -> Int {
      archive[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var found: [(String, [UInt8])] = []
    var place = 0
    while number(place, 4) == 0x0403_4B50 {
      let (size, name) = (number(place + 18, 4), number(place + 26, 2))
      let start = place + 30 + name
      let bytes = Array(archive[start..<start + size])
      #expect(number(place + 14, 4) == Int(crc32(bytes)))
      found.append((String(decoding: archive[(place + 30)..<start], as: UTF8.self), bytes))
      place = start + size
    }
    return found
  }

  @Test func theCheckSumIsThatOfEverybody() {
    #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(crc32([]) == 0)
  }

  @Test func anArchiveGivesBackItsFiles() {
    let files = [("a/b.txt", Array("hello".utf8)), ("ü", []), ("c", Array(repeating: UInt8(7), count: 70_000))]
    let found = Self.files(in: ZipArchive.bytes(of: files))
    #expect(found.map(\.name) == files.map(\.0) && found.map(\.bytes) == files.map(\.1))
  }

  @Test(arguments: HostileText.all + ["Muster AG"])
  func everyPartIsWellFormedWhateverTheTextsSay(_ text: String) {
    for file in Self.files(in: WordTemplate.bytes(for: HostileText.document(text))) {
      let parser = XMLParser(data: Data(file.bytes))
      parser.shouldResolveExternalEntities = false
      #expect(parser.parse(), "\(file.name): \(String(describing: parser.parserError))")
    }
  }

  @Test func everyPartIsDeclared() throws {
    let files = Self.files(in: WordTemplate.bytes(for: SampleDocument.german))
    let types = try #require(files.first { $0.name == "[Content_Types].xml" })
    let text = String(decoding: types.bytes, as: UTF8.self)
    for file in files where file.name.hasPrefix("word/") && !file.name.hasSuffix(".rels") {
      #expect(text.contains("PartName=\"/\(file.name)\""), "\(file.name)")
    }
  }

  @Test(arguments: [(ReportLanguage.german, "ENTWURF"), (.english, "DRAFT")])
  func aDraftIsMarkedBehindTheTextOfEveryPage(language: ReportLanguage, mark: String) throws {
    let notice = ReportNotice(asOf: nil, language: language)
    for isDraft in [true, false] {
      let document = ReportDocument(title: "t", language: language, notice: notice, isDraft: isDraft)
      let header = try #require(
        Self.files(in: WordTemplate.bytes(for: document)).first { $0.name == "word/header1.xml" }
      )
      let text = String(decoding: header.bytes, as: UTF8.self)
      #expect(text.contains("string=\"\(mark)\"") == isDraft)
      #expect(text.contains("PowerPlusWaterMarkObject") == isDraft && text.contains("z-index:-") == isDraft)
      #expect(XMLParser(data: Data(header.bytes)).parse())
    }
  }

  @Test func everyStyleThatTheDocumentAsksForIsThere() {
    let styles = WordStyles(palette: .light).xml(language: .german)
    for name in ["Lead", "Notice", "Step", "Step Details", "Reference"]
      + Callout.Kind.allCases.map(WordStyles.styleName)
    {
      #expect(styles.contains("<w:name w:val=\"\(name)\"/>"), "\(name)")
    }
    #expect(styles.contains("w:val=\"de-CH\""))
  }
}
