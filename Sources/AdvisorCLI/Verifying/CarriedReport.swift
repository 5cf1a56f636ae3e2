import Diagnostics
import LocatedJSON
import Reports
import RuleModel

/// A report that carries what it was made of: a page or a result.
struct CarriedReport {
  let bytes: [UInt8]
  let format: ReportFormat
  /// The data in the file: the result with its provenance, or the provenance alone.
  let data: JSONValue
  /// Of a page; data have all languages.
  let language: Language

  /// The data of a page or of a result; nil if the bytes are neither.
  init?(_ file: SourceFile) {
    let page = String(decoding: file.bytes, as: UTF8.self)
    let isPage = page.contains("<script type=\"application/json\" id=\"report-data\">")
    let text = isPage ? Self.dataOfPage(page) : page
    var ignored = DiagnosticLog()
    guard let text, let document = parseJSON(SourceFile(name: file.name, bytes: Array(text.utf8)), into: &ignored),
      document.root.plain.value("provenance") != nil
    else { return nil }
    bytes = file.bytes
    data = document.root.plain
    let isLive = page.contains("<script type=\"application/json\" id=\"live-data\">")
    format = isPage ? isLive ? .liveHTML : .html : .json
    language = page.prefix(200).contains("<html lang=\"de\"") ? .de : .en
  }

  private static func dataOfPage(_ page: String, id: String = "report-data") -> String? {
    guard let start = page.firstRange(of: "<script type=\"application/json\" id=\"\(id)\">"),
      let end = page[start.upperBound...].firstRange(of: "</script>")
    else { return nil }
    return String(page[start.upperBound..<end.lowerBound])
  }

  /// The engine for browsers that a page with the panel "What if …" holds.
  var liveEngine: JSONValue? {
    var ignored = DiagnosticLog()
    return Self.dataOfPage(String(decoding: bytes, as: UTF8.self), id: "live-data").flatMap { text in
      parseJSON(SourceFile(name: "", bytes: Array(text.utf8)), into: &ignored)?.root.plain.value("engine")
    }
  }

  // MARK: Provenance

  private var provenance: JSONValue { data.value("provenance") ?? .null }

  var edition: Edition { provenance.value("edition")?.string.flatMap { Edition(rawValue: $0) } ?? .customer }
  var date: CalendarDate? { provenance.value("date")?.string.flatMap { CalendarDate($0) } }
  var engine: String { provenance.value("engine")?.string ?? "" }
  var draws: Int { provenance.value("draws")?.count ?? 0 }
  var keepsOrder: Bool { provenance.value("keepsOrder") == .bool(true) }
  var withheldAnswers: Int { provenance.value("withheldAnswers")?.count ?? 0 }
  /// The profile as the edition carries it.
  var profile: JSONValue { provenance.value("profile") ?? .null }
  /// The look of a page that has one of its own.
  var brand: JSONValue? { data.value("brand") }
  var digest: String { provenance.value("digest")?.string ?? "" }

  /// Id, version and digest of the packs that it was made with.
  var packs: [(id: String, version: String, digest: String)] {
    guard case .array(let packs) = provenance.value("packs") else { return [] }
    return packs.map { pack in
      (pack.value("id")?.string ?? "", pack.value("version")?.string ?? "", pack.value("sha256")?.string ?? "")
    }
  }

  /// Whether the data are those that the digest was taken of.
  var isIntact: Bool {
    guard case .object(let members) = provenance else { return false }
    let left = members.filter { !["withheldAnswers", "digest"].contains($0.key) }
    return sha256Hex(JSONValue.object(left).canonical()) == digest
  }
}

extension JSONValue {
  /// The member of an object.
  func value(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var count: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
