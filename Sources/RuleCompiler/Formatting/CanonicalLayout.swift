import Diagnostics
package import LocatedJSON

/// The one layout of pack and profile files: the keys of every object in the order of the format, two spaces a level, what
/// fits on one line.
///
/// Nothing is lost and nothing is added: numbers and texts stay as written, keys that are not of the format (remarks such
/// as `x-origin`) come last in the order in which they stood, and lists and ids keep their order. A file that is laid out
/// already gives the same bytes.
package func canonicalLayout(of document: JSONDocument, as kind: FileKind) -> [UInt8] {
  let ordered = inOrderOfTheFormat(JSONText(document.root, in: document.file), .object(kind.shape.name))
  return Array((JSONLayout(openLevels: 2).text(ordered) + "\n").utf8)
}

/// What kind of file it is: `pack.json` by its name, a profile by its key `format`, which content files do not have.
package func fileKind(of document: JSONDocument) -> FileKind {
  let name = document.file.name.split(separator: "/").last.map(String.init) ?? ""
  if name == "pack.json" { return .pack }
  guard case .object(let members) = document.root.value else { return .content }
  return members.contains { $0.key == "format" } ? .profile : .content
}

/// The value with the members of its objects in the order of their shapes, as far as they have one.
func inOrderOfTheFormat(_ text: JSONText, _ shape: ValueShape) -> JSONText {
  switch (shape, text) {
  case (.object(let name), .object(let members)):
    let keys = ObjectShape.named(name).keys
    let known = keys.compactMap { key in
      members.first { $0.key == key.name }.map { $0.with(inOrderOfTheFormat($0.value, key.value)) }
    }
    return .object(
      members.filter { $0.key == "$schema" } + known
        + members.filter { member in member.key != "$schema" && !keys.contains { $0.name == member.key } }
    )
  case (.text, .object(let members)):
    // Languages as the advisor lists them, then others as they stand.
    let first = ["en", "de"].compactMap { key in members.first { $0.key == key } }
    let last = members.filter { $0.key == "audience" }
    return .object(first + members.filter { !["en", "de", "audience"].contains($0.key) } + last)
  case (.list(let element, _), .array(let elements)):
    return .array(elements.map { inOrderOfTheFormat($0, element) })
  case (.map(_, let value, _), .object(let members)):
    return .object(members.map { $0.with(inOrderOfTheFormat($0.value, value)) })
  case (.either(let shapes), _):
    // Of the forms that a value may have, at most one is an object and one a list.
    return shapes.reduce(text) { inOrderOfTheFormat($0, $1) }
  case (.outcomes, .object(let members)):
    return .object(members.map { $0.with(inOrderOfTheFormat($0.value, .object("decided option"))) })
  default: return text
  }
}

extension JSONText.Member {
  fileprivate func with(_ value: JSONText) -> Self { Self(key: key, keyText: keyText, value: value) }
}
