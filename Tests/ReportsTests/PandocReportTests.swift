import LocatedJSON
import Testing

@testable import Reports

struct PandocReportTests {
  private static let version = PandocVersion([1, 22, 2])

  /// Where all links of a document lead.
  private static func targets(_ value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): return elements.flatMap(targets)
    case .object(let members):
      let inner = members.flatMap { targets($0.value) }
      guard members.first?.value == .string("Link"), case .array(let parts) = members.last?.value,
        case .array(let target) = parts.last, case .string(let address) = target.first
      else { return inner }
      return inner + [address]
    default: return []
    }
  }

  @Test(arguments: HostileText.all)
  func untrustedTextStaysText(_ text: String) {
    let found = PandocReport.render(HostileText.document(text), for: Self.version)
    let written = String(decoding: found.canonical(), as: UTF8.self)
    #expect(!written.contains("\"t\":\"Raw") && !written.contains("\"t\":\"Math") && !written.contains("\"t\":\"Image"))
    let targets = Self.targets(found)
    #expect(targets.allSatisfy { $0.hasPrefix("#") || WebAddress($0) != nil }, "\(targets)")
    #expect(!written.unicodeScalars.contains { [0x1B, 0x202E, 0x2066, 0x2028, 0xFEFF].contains($0.value) })
  }

  @Test func theSampleKeepsItsHeadingsAndTables() {
    let text = String(
      decoding: PandocReport.render(SampleDocument.german, for: Self.version).canonical(),
      as: UTF8.self
    )
    #expect(text.hasPrefix("{\"blocks\":") && text.contains("\"pandoc-api-version\":[1,22,2]"))
    #expect(text.contains("\"de-CH\"") && text.contains("\"Table\"") && text.contains("\"custom-style\",\"Lead\""))
    for section in SampleDocument.german.sections { #expect(text.contains(section.title)) }
  }

  @Test(arguments: [
    ([1, 21], true), ([1, 22, 2, 1], true), ([1, 23, 1], true), ([1, 17], false), ([2, 0], false), ([], false),
  ])
  func onlyFormsThatAreKnownAreWritten(numbers: [Int], isSupported: Bool) {
    #expect(PandocVersion(numbers).isSupported == isSupported)
  }
}
