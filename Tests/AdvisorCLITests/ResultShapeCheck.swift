import LocatedJSON
import TestSupport

@testable import Reports

/// Compares data with the objects that document them; the first one stands at the top.
struct ResultShapeCheck {
  private let objects: [ResultObject]

  init(_ objects: [ResultObject]) { self.objects = objects }

  /// What does not fit, by its place.
  func mistakes(in value: JSONValue) -> [String] { mistakes(in: value, objects[0], at: "") }

  /// Keys that are missing, not named in the schema, or of another kind, by their places.
  private func mistakes(in value: JSONValue, _ object: ResultObject, at place: String) -> [String] {
    guard let members = value.members else { return ["\(place) is no object"] }
    var found: [String] = []
    for key in object.keys where key.isRequired && value[key.name] == nil {
      found.append("\(place)/\(key.name) is missing")
    }
    for member in members {
      guard let key = object.keys.first(where: { $0.name == member.key }) else {
        found.append("\(place)/\(member.key) is not in the schema: add it to Sources/Reports/ResultSchema")
        continue
      }
      found += mistakes(in: member.value, key.shape, at: "\(place)/\(member.key)")
    }
    return found
  }

  private func mistakes(in value: JSONValue, _ shape: ResultShape, at place: String) -> [String] {
    func expecting(_ holds: Bool) -> [String] { holds ? [] : ["\(place) is \(value)"] }
    switch shape {
    case .text, .id, .version, .date, .digest: return expecting(value.text != nil)
    case .localized: return expecting(value.text != nil || value.members?.allSatisfy { $0.value.text != nil } == true)
    case .word(let words): return expecting(value.text.map(words.contains) ?? false)
    case .number, .integer, .constant: return expecting(value.number != nil)
    case .flag: return expecting(value.flag != nil)
    case .value: return expecting(value != .null)
    case .orNull(let shape): return value == .null ? [] : mistakes(in: value, shape, at: place)
    case .list(let element):
      guard let elements = value.elements else { return ["\(place) is no list"] }
      return elements.enumerated().flatMap { mistakes(in: $1, element, at: "\(place)/\($0)") }
    case .object(let name):
      guard let object = objects.first(where: { $0.name == name }) else { return ["no object \(name)"] }
      return mistakes(in: value, object, at: place)
    }
  }
}
