import Diagnostics
import LocatedJSON
import RuleModel
import Testing

@testable import RuleCompiler

/// The table of shapes says what the decoder says: same keys, same required keys.
@Suite struct SchemaShapeTests {
  /// Keys that are required only with others, which a shape does not say; the schema does.
  private static let conditional = ["fact": ["question"], "renaming": ["to"]]

  @Test(arguments: ObjectShape.all.map(\.name))
  func keysAreThoseOfTheDecoder(name: String) throws {
    let shape = ObjectShape.named(name)
    let strange = String(repeating: "z", count: 40)
    let log = try decoded(name, #"{ "\#(strange)": 1 }"#)
    let unknown = try #require(log.diagnostics.first { $0.code == "unknown-key" }, "\(log.diagnostics.map(\.summary))")
    let listed = try #require(unknown.help?.split(separator: ": ").last).split(separator: ", ").map(String.init)
    #expect(Set(listed) == Set(shape.keys.map(\.name)))
    #expect(listed.count == shape.keys.count, "a key stands twice")
  }

  @Test(arguments: ObjectShape.all.map(\.name))
  func requiredKeysAreThoseOfTheDecoder(name: String) throws {
    let place = try located(name, "{ }")
    let log = try decoded(name, "{ }")
    let missing = log.diagnostics.filter { $0.code == "missing-key" && $0.span?.range.lowerBound == place }
      .compactMap { $0.summary.split(separator: "'").last.map(String.init) }
    let required = ObjectShape.named(name).keys.filter(\.isRequired).map(\.name) + (Self.conditional[name] ?? [])
    #expect(Set(missing).subtracting(["to"]) == Set(required).subtracting(["to"]))
  }

  @Test func everyShapeCanBeReachedFromAFile() throws {
    for shape in ObjectShape.all { _ = try located(shape.name, "{ }") }
    #expect(Set(ObjectShape.all.map(\.name)).count == ObjectShape.all.count)
  }

  // MARK: A file that holds just this object

  private func decoded(_ name: String, _ object: String) throws -> DiagnosticLog {
    let (kind, text) = try file(name, object)
    var log = DiagnosticLog()
    let document = try #require(parseJSON(SourceFile(name: "f.json", text: text), into: &log))
    let manifest = try #require(parseJSON(SourceFile(name: "pack.json", text: manifest), into: &log))
    switch kind {
    case .pack: _ = decodePack(manifest: document, contents: [], into: &log)
    case .content: _ = decodePack(manifest: manifest, contents: [document], into: &log)
    case .profile: _ = decodeProfile(document, into: &log)
    case .brand: _ = decodeBrand(document, into: &log)
    }
    return log
  }

  /// Where the object begins in its file.
  private func located(_ name: String, _ object: String) throws -> Int {
    let text = try file(name, "<<" + object).1
    let place = try #require(text.firstRange(of: "<<"))
    return text.utf8.distance(from: text.startIndex, to: place.lowerBound)
  }

  private let manifest = """
    { "format": 1, "id": "p", "version": "1.0.0", "title": "P", "description": "P", "maintainer": "tests" }
    """

  private func file(_ name: String, _ object: String) throws -> (FileKind, String) {
    for kind in FileKind.allCases {
      if let text = path(to: name, from: .object(kind.shape.name), object, depth: 0) { return (kind, text) }
    }
    throw Unreachable(shape: name)
  }

  private struct Unreachable: Error { let shape: String }

  /// JSON of a value of a shape that holds the object at the place of another shape.
  private func path(to name: String, from shape: ValueShape, _ object: String, depth: Int) -> String? {
    guard depth < 8 else { return nil }
    func inside(_ part: ValueShape) -> String? { path(to: name, from: part, object, depth: depth + 1) }
    switch shape {
    case .object(let own):
      if own == name { return object }
      for key in ObjectShape.named(own).keys {
        if let value = inside(key.value) { return #"{ "\#(key.name)": \#(value) }"# }
      }
      return nil
    case .list(let element, _): return inside(element).map { "[\($0)]" }
    case .map(_, let value, _): return inside(value).map { #"{ "a": \#($0) }"# }
    case .either(let shapes): return shapes.lazy.compactMap { inside($0) }.first
    case .prior: return inside(.object("cell of a prior")).map { "[\($0)]" }
    case .derivation: return inside(.object("case")).map { #"{ "cases": [\#($0)], "otherwise": true }"# }
    case .outcomes(isProfile: true): return inside(.object("decided option")).map { #"{ "a": \#($0) }"# }
    default: return nil
    }
  }
}
