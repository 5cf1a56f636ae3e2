import Diagnostics
import LocatedJSON

/// Reads the members of an object by key and remembers what was asked for, so that `finish` can report the rest.
struct ObjectReader {
  let node: JSONNode
  /// What the object is, for messages: "rule", "step" …
  let what: String
  private let members: [JSONMember]
  private var asked: [String] = []
  /// One bit for each of the first 64 members: whether it was asked for.
  private var found: UInt64 = 0
  private var missing: [String] = []

  /// Reports `wrong-type` and returns nil if the node is no object.
  init?(_ node: JSONNode, _ what: String, _ d: inout Decoding) {
    guard case .object(let members) = node.value else {
      d.wrongType(node, expected: "an object", of: withArticle(what))
      return nil
    }
    self.node = node
    self.what = what
    self.members = members
    asked.reserveCapacity(20)
  }

  /// The value of an optional key.
  mutating func optional(_ key: String) -> JSONNode? {
    asked.append(key)
    guard let place = place(of: key) else { return nil }
    if place < 64 { found |= 1 << UInt64(place) }
    return members[place].value
  }

  /// The value of a key that must be there; `finish` reports `missing-key`.
  mutating func required(_ key: String) -> JSONNode? {
    let node = optional(key)
    if node == nil { missing.append(key) }
    return node
  }

  /// The bytes of a key that stands in the object.
  func keyRange(of key: String) -> Range<Int>? { place(of: key).map { members[$0].keyRange } }

  private func place(of key: String) -> Int? {
    let length = key.utf8.count
    // Most texts differ in their length: that is quicker to see.
    for place in members.indices where members[place].key.utf8.count == length && members[place].key == key {
      return place
    }
    return nil
  }

  /// All members, for objects whose keys are ids.
  var entries: [JSONMember] { members.filter { !isExtensionKey($0.key) } }

  /// Reports every key that nobody asked for, with the nearest right name, and every required key that is not there.
  ///
  /// A required key that was misspelt is one mistake, and reported once.
  func finish(_ d: inout Decoding) {
    var missing = missing
    for (place, member) in members.enumerated() {
      if place < 64 && found >> UInt64(place) & 1 == 1 || isExtensionKey(member.key) { continue }
      if place >= 64 && asked.contains(member.key) { continue }
      let free = asked.filter { self.place(of: $0) == nil }
      let guess = nearestKey(member.key, in: free)
      missing.removeAll { $0 == guess }
      d.log.error(
        "unknown-key",
        "\(quoted(member.key)) is not a key of \(withArticle(what))",
        at: d.span(member.keyRange),
        help: guess.map { "did you mean '\($0)'?" }
          ?? "keys of \(withArticle(what)): \(Set(asked).sorted(by: idPrecedes).joined(separator: ", "))"
      )
    }
    for key in missing { reportMissing(key, &d) }
  }

  /// At the id, by which people know the object; without one at the opening brace.
  private func reportMissing(_ key: String, _ d: inout Decoding) {
    let brace = node.range.lowerBound..<min(node.range.lowerBound + 1, node.range.upperBound)
    var subject = withArticle(what)
    var place = brace
    if let id = members.first(where: { $0.key == "id" })?.value, case .string(let text) = id.value {
      subject = "\(what) \(quoted(text))"
      place = id.range
    }
    d.log.error(
      "missing-key",
      "\(subject) needs the key '\(key)'",
      at: d.span(place),
      help: "add \"\(key)\": \(whatToWrite["\(what).\(key)"] ?? whatToWrite[key] ?? "…")"
    )
  }

  // MARK: Typed members

  mutating func name(_ key: String, _ d: inout Decoding) -> Name? {
    required(key).flatMap { d.name($0, of: key == "id" ? "id" : key) }
  }

  mutating func optionalName(_ key: String, _ d: inout Decoding) -> Name? {
    optional(key).flatMap { d.name($0, of: key) }
  }

  mutating func names(_ key: String, _ d: inout Decoding) -> [Name] {
    optional(key).map { d.names($0, of: key) } ?? []
  }

  mutating func text(_ key: String, _ d: inout Decoding) -> LocalizedText? {
    required(key).flatMap { d.text($0, of: key) }
  }

  mutating func optionalText(_ key: String, _ d: inout Decoding) -> LocalizedText? {
    optional(key).flatMap { d.text($0, of: key) }
  }

  mutating func words(_ key: String, _ d: inout Decoding) -> String? {
    optional(key).flatMap { d.words($0, of: key) }
  }

  mutating func number(
    _ key: String,
    _ d: inout Decoding,
    atLeast minimum: Double = -.infinity,
    atMost maximum: Double = .infinity
  ) -> Double? {
    optional(key).flatMap { d.number($0, of: key, atLeast: minimum, atMost: maximum) }
  }

  mutating func date(_ key: String, _ d: inout Decoding) -> CalendarDate? {
    optional(key).flatMap { d.date($0, of: key) }
  }

  mutating func flag(_ key: String, _ d: inout Decoding) -> Bool? {
    optional(key).flatMap { d.boolean($0, of: key) }
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ d: inout Decoding) -> Word?
  where Word.RawValue == String {
    optional(key).flatMap { d.word($0, of: key) }
  }

  /// The elements of an optional list.
  mutating func list(_ key: String, _ d: inout Decoding) -> [JSONNode] {
    optional(key).flatMap { d.elements($0, of: key) } ?? []
  }

  mutating func condition(_ key: String, _ d: inout Decoding) -> Condition? {
    optional(key).flatMap { d.condition($0) }
  }

  mutating func links(_ d: inout Decoding) -> [Link] {
    list("links", &d).compactMap { node in
      d.webAddress(node, of: "link").map { Link(url: $0, span: d.span(node)) }
    }
  }

  mutating func header(_ d: inout Decoding) -> ItemHeader {
    ItemHeader(pack: d.pack, needs: names("needs", &d), remarks: remarks)
  }

  /// The texts under keys that begin with `x-`.
  private var remarks: [String: String] {
    var found: [String: String] = [:]
    for member in members where member.key.hasPrefix("x-") {
      if case .string(let text) = member.value.value { found[member.key] = text }
    }
    return found
  }
}

/// The key that was most likely meant. A key that denies something is never taken for one that does not: `notApplies` is
/// no slip of the pen for `applies`.
private func nearestKey(_ key: String, in known: [String]) -> String? {
  func denies(_ word: String) -> Bool { word.lowercased().contains("not") }
  guard denies(key) else { return nearest(key, in: known) }
  let denying = known.filter { denies($0) && $0 != "notes" }
  // Its words may stand in another order.
  func letters(_ word: String) -> [Character] { word.lowercased().sorted() }
  return denying.first { letters($0) == letters(key) }
    ?? nearest(key, in: denying.isEmpty ? known.filter { $0 == "notes" } : denying)
}

/// What stands behind keys that items cannot do without, where a few words say it.
private let whatToWrite: [String: String] = [
  "because": "\"…\" with the reason, which customers read",
  "adjustment.because": "\"…\" with the reason, for your colleagues",
  "severity.because": "\"…\" with the reason, for your colleagues",
  "choices": "[ { \"id\": \"…\" }, … ]",
  "id": "\"…\"",
  "layer": "\"edge\", \"application\", \"data\", \"delivery\" or \"operations\"",
  "owner": "\"customer\", \"provider\" or \"consultant\"",
  "phase": "\"prepare\", \"build\", \"migrate\", \"go-live\" or \"operate\"",
  "question": "\"…?\"",
  "status": "\"stated\", \"derived\", \"legacy\" or \"unverified\"",
  "title": "\"…\"",
  "type": "\"boolean\", \"choice\", \"choices\", \"number\" or \"date\"",
  "when": "{ … } with the condition",
]

/// `a rule`, `an option`.
func withArticle(_ noun: String) -> String {
  "\(noun.first.map { "aeiou".contains($0) } == true ? "an" : "a") \(noun)"
}
