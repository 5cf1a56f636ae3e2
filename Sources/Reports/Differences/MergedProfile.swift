package import Assessing
package import LocatedJSON
import RuleCompiler
import RuleModel

/// The profile that several people's profiles come to together, as it is written, with what could not be taken.
package struct MergedProfile: Sendable {
  package let json: JSONValue
  /// What stands in some of the profiles and not in this one, beside answers that contradict each other; one line each.
  package let leftOut: [String]

  /// - Parameters:
  ///   - sources: the profiles as they were read, in the order of the people.
  ///   - labels: how each person is called.
  package init(_ merge: ProfileMerge, sources: [JSONValue], labels: [String], _ say: Phrasing) {
    var writer = MergedProfileWriter(merge: merge, sources: sources, labels: labels, say: say)
    json = writer.json()
    leftOut = writer.leftOut
  }
}

private struct MergedProfileWriter {
  let merge: ProfileMerge
  let sources: [JSONValue]
  let labels: [String]
  let say: Phrasing
  var leftOut: [String] = []

  private var people: [LinkedProfile] { merge.people }
  private var merged: LinkedProfile { merge.merged }

  mutating func json() -> JSONValue {
    if people.contains(where: { $0.profile.status != .draft || $0.profile.reviewedBy != nil }) {
      leftOut.append(
        say(
          en: "Reviews: they hold for the single profiles.",
          de: "Prüfvermerke: Sie gelten für die einzelnen Profile."
        )
      )
    }
    let authors = people.compactMap(\.profile.author).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let members: [(String, JSONValue?)] = [
      ("format", .number(1)), ("title", .string(people[0].profile.title)), ("status", .string("draft")),
      ("validUntil", agreed("validUntil")), ("customer", agreed("customer")),
      ("date", merged.profile.date.map { .string($0.description) }),
      ("author", authors.isEmpty ? nil : .string(authors.joined(separator: ", "))), ("language", agreed("language")),
      ("answers", answers()), ("notes", notes()), ("requirements", requirements()),
      ("weights", object(merged.weights.sorted { idPrecedes($0.key, $1.key) }.map { ($0.key, .number($0.value)) })),
      ("clarified", clarified()), ("decided", decided()), ("plan", agreed("plan")), ("outcome", agreed("outcome")),
    ]
    return .members(members)
  }

  private func object(_ members: [(String, JSONValue)]) -> JSONValue? {
    members.isEmpty ? nil : .object(members.map { JSONValue.Member($0.0, $0.1) })
  }

  /// What stands under a key in the profiles that have it, if they agree; else it is left out.
  private mutating func agreed(_ key: String) -> JSONValue? {
    let found = sources.compactMap { member(key, of: $0) }
    guard let first = found.first else { return nil }
    if found.allSatisfy({ $0.canonical() == first.canonical() }) { return first }
    // What the first says about the customer and the language is enough to go on; that it is not all is said.
    let isKept = ["customer", "language"].contains(key)
    let texts = zip(labels, sources).compactMap { label, source in
      member(key, of: source).map { "\(label) \(String(decoding: $0.canonical(), as: UTF8.self))" }
    }
    let list = texts.joined(separator: "; ")
    leftOut.append(
      isKept
        ? say(
          en: "'\(key)' differs, the first is taken: \(list)",
          de: "'\(key)' ist verschieden, das erste ist übernommen: \(list)"
        )
        : say(en: "'\(key)' differs: \(list)", de: "'\(key)' ist verschieden: \(list)")
    )
    return isKept ? first : nil
  }

  private func member(_ key: String, of value: JSONValue?) -> JSONValue? {
    guard case .object(let members)? = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  // MARK: Answers

  private mutating func answers() -> JSONValue? {
    var members: [(String, JSONValue)] = []
    for fact in say.catalogue.questionnaire.flatMap(\.facts) {
      switch merged.entry(.fact(fact.id)) {
      case .answer(_, .value(let value)):
        members.append((fact.id, written(fact.id, value) ?? valueJSON(value, of: fact.fact)))
      case .answer(_, .notKnown): members.append((fact.id, .null))
      default: break
      }
    }
    return object(members + unused())
  }

  /// An answer as the first one who gave just that has written it.
  private func written(_ fact: String, _ value: FactValue) -> JSONValue? {
    let place = people.firstIndex { $0.answers[fact] == value && $0.renamed.isEmpty }
    return place.flatMap { member(fact, of: member("answers", of: sources[$0])) }
  }

  /// Answers to questions that no loaded pack asks.
  private mutating func unused() -> [(String, JSONValue)] {
    let names = Set(people.flatMap { $0.unused.filter { $0.kind == "fact" }.map(\.id) }).sorted(by: idPrecedes)
    return names.compactMap { name in
      let found = sources.compactMap { member(name, of: member("answers", of: $0)) }
      guard let first = found.first else { return nil }
      if found.allSatisfy({ $0.canonical() == first.canonical() }) { return (name, first) }
      leftOut.append(
        say(
          en: "'\(name)', which no loaded pack knows, is answered differently.",
          de: "'\(name)', das kein geladenes Regelpaket kennt, ist verschieden beantwortet."
        )
      )
      return nil
    }
  }

  /// The notes of all; for an answer on which people contradict each other, who said what.
  private func notes() -> JSONValue? {
    let conflicts = merge.entries(.conflict)
    var ids: [String] = []
    for entry in conflicts { if case .fact(let id) = entry.subject { ids.append(id) } }
    for note in people.flatMap(\.profile.notes) where !ids.contains(note.fact.id) { ids.append(note.fact.id) }
    return object(
      ids.map { id in
        let own = zip(labels, people).compactMap { label, person in
          person.profile.notes.first { $0.fact.id == id }.map { (label: label, note: $0) }
        }
        let conflict = conflicts.first { $0.subject == .fact(id) }
        let notes = sources.compactMap { member(id, of: member("notes", of: $0)) }
        if conflict == nil, let first = notes.first, notes.allSatisfy({ $0 == first }) { return (id, first) }
        var texts = conflict.map { [contradiction($0)] } ?? []
        texts += own.map { text(of: $0.note, $0.label) }
        let isInternal = conflict != nil || own.contains { $0.note.audience == .internal }
        return (
          id,
          .members([
            ("text", .string(texts.joined(separator: "; "))), ("audience", isInternal ? .string("internal") : nil),
          ])
        )
      }
    )
  }

  private func contradiction(_ entry: MergedEntry) -> String {
    let parts = zip(labels, entry.said).filter { !$0.1.isOpen }.map { "\($0) \(entryText($1, say))" }
    return say(en: "contradiction: ", de: "Widerspruch: ") + parts.joined(separator: ", ")
  }

  private func text(of note: ProfileNote, _ label: String) -> String {
    let source = [note.by, note.date.map { say.date($0) }].compactMap { $0 }.joined(separator: ", ")
    let text = note.text.text(in: say.language) + (source.isEmpty ? "" : " (\(source))")
    return "\(label): \(text)"
  }

  // MARK: The rest

  private func requirements() -> JSONValue? {
    var found: [JSONValue] = []
    for source in sources {
      guard case .array(let items)? = member("requirements", of: source) else { continue }
      for item in items where !found.contains(item) { found.append(item) }
    }
    return found.isEmpty ? nil : .array(found)
  }

  private func clarified() -> JSONValue? {
    let items = merged.clarified.map { item -> JSONValue in
      let note = people.lazy.flatMap(\.clarified).first {
        $0.rule.id == item.rule.id && $0.option.id == item.option.id && $0.note != nil
      }?.note
      return .members([
        ("rule", .string(item.rule.id)), ("option", .string(item.option.id)), ("holds", .bool(item.holds)),
        ("note", note.map { .string($0) }),
      ])
    }
    return items.isEmpty ? nil : .array(items)
  }

  private func decided() -> JSONValue? {
    object(
      merged.decided.sorted { idPrecedes($0.key, $1.key) }.map { id, taken in
        let full = people.lazy.compactMap { $0.decided[id] }.first { $0.by != nil || $0.because != nil }
        return (
          id,
          .members([
            ("option", .string(taken.option.id)), ("by", full?.by.map { .string($0.rawValue) }),
            ("because", full?.because.map { .string($0) }),
          ])
        )
      }
    )
  }
}
