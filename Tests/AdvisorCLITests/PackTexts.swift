import LocatedJSON
import TestSupport

/// Changes every text that people read in packs and profiles, and leaves ids, conditions and numbers alone.
struct PackTexts {
  /// Keys of texts that may be one text or one per language.
  private static let localized: Set<String> = [
    "title", "question", "help", "description", "summary", "because", "accepted", "text", "label", "result", "details",
    "derivation",
  ]
  /// Keys of texts in one language.
  private static let plain: Set<String> = [
    "title", "name", "contact", "reference", "author", "by", "because", "note", "unit", "maintainer", "since",
  ]

  /// The new value of a text; nil leaves it. Gets what was there, the key, and whether it may hold languages.
  let change: (_ text: String, _ key: String, _ isLocalized: Bool) -> JSONValue?

  func apply(to texts: Texts) throws -> Texts {
    var changed: Texts = [:]
    for (path, text) in texts {
      let isProfile = path.hasPrefix("Profiles/")
      let isManifest = path.hasSuffix("/pack.json")
      changed[path] = walk(try parsed(text), in: "", isProfile: isProfile, isManifest: isManifest).pretty()
    }
    return changed
  }

  private func walk(_ value: JSONValue, in parent: String, isProfile: Bool, isManifest: Bool) -> JSONValue {
    switch value {
    case .array(let elements):
      return .array(elements.map { walk($0, in: parent, isProfile: isProfile, isManifest: isManifest) })
    case .object(let members):
      return .object(
        members.map { member in
          let new = replacement(for: member, in: parent, isProfile: isProfile, isManifest: isManifest)
          if let new { return JSONValue.Member(member.key, new) }
          if ["answers", "weights", "efforts", "when", "rate", "expect", "tests"].contains(member.key) {
            return member
          }
          let inner = walk(member.value, in: member.key, isProfile: isProfile, isManifest: isManifest)
          return JSONValue.Member(member.key, inner)
        }
      )
    case .null, .bool, .number, .string: return value
    }
  }

  private func replacement(
    for member: JSONValue.Member,
    in parent: String,
    isProfile: Bool,
    isManifest: Bool
  ) -> JSONValue? {
    let isQuestion = parent == "confirm"
    let text = member.value.text ?? member.value["en"]?.text
    guard let text else { return nil }
    // Who decided is a word, not a text.
    if isProfile, member.key == "by", text == "customer" || text == "consultant" { return nil }
    let inNotes = isProfile && (parent == "notes" || parent == "requirements") && member.key == "text"
    let isLocalized = isQuestion || inNotes || (!isProfile && !isManifest && Self.localized.contains(member.key))
    if isLocalized { return change(text, member.key, true) }
    guard Self.plain.contains(member.key) || isManifest && Self.localized.contains(member.key) else { return nil }
    return change(text, member.key, false)
  }
}
