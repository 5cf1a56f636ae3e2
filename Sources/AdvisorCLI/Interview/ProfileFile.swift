import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

/// A profile on disk that is changed one answer at a time.
///
/// Every change reads the file again, changes that one entry and replaces the file in one step: what somebody else wrote
/// meanwhile stays, and a run that is killed at any moment leaves the old content or the new one. The file is laid out as
/// `packs format` does it; everything that is not changed stays as written.
struct ProfileFile {
  /// One entry of `answers` or `notes`; nil takes it out.
  struct Change {
    let section: String
    let key: String
    let value: JSONText?
  }

  let path: String
  private let files: FileSystem
  /// Place of every question in the questionnaire: the order of answers and notes.
  private let places: [String: Int]

  init(path: String, _ files: FileSystem, _ catalogue: Catalogue) {
    self.path = path
    self.files = files
    let ids = catalogue.questionnaire.flatMap(\.facts).map(\.id)
    places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Writes a profile that is not there yet.
  func create(_ profile: JSONValue) -> Result<Void, FileError> {
    files.write(path, laidOut(profile) ?? Array(profile.pretty().utf8))
  }

  /// What the profile on disk says now.
  func document(into log: inout DiagnosticLog) -> JSONDocument? {
    switch files.read(path, maximumJSONFileSize) {
    case .success(let bytes): return parseJSON(SourceFile(name: files.shown(path), bytes: bytes), into: &log)
    case .failure(let error):
      log.error("unreadable-file", error.sentence, at: nil)
      return nil
    }
  }

  /// Makes changes and saves them.
  ///
  /// - Returns: the changes that would take these back; nil after reporting why nothing was written.
  func save(_ changes: [Change], into log: inout DiagnosticLog) -> [Change]? {
    guard let document = document(into: &log) else { return nil }
    var root = JSONText(document.root, in: document.file)
    let inverse = apply(changes, to: &root)
    guard let bytes = laidOut(root) else { return nil }
    if bytes == document.file.bytes { return inverse }
    if case .failure(let error) = files.write(path, bytes) {
      log.error("unwritable-file", error.sentence, at: nil)
      return nil
    }
    return inverse
  }

  /// A profile with other entries, laid out; nil if it is no profile.
  func changed(_ document: JSONDocument, _ entries: [ProfileEntry], _ catalogue: Catalogue) -> [UInt8]? {
    var root = JSONText(document.root, in: document.file)
    _ = apply(entries.compactMap { Self.change($0, catalogue) }.flatMap { $0 }, to: &root)
    for case .clarified(let rule, let option, let holds) in entries {
      var items: [JSONText] = []
      if case .array(let present)? = root.member("clarified") { items = present }
      items.removeAll { $0.member("rule") == .string(rule) && $0.member("option") == .string(option) }
      if let holds {
        let item: JSONValue = .members([("rule", .string(rule)), ("option", .string(option)), ("holds", .bool(holds))])
        items.append(JSONText(item))
      }
      root.set("clarified", to: items.isEmpty ? nil : .array(items), places: [:])
    }
    return laidOut(root)
  }

  /// Makes changes; gives those that would take them back.
  private func apply(_ changes: [Change], to root: inout JSONText) -> [Change] {
    var inverse: [Change] = []
    for change in changes {
      var section = root.member(change.section) ?? .object([])
      inverse.insert(Change(section: change.section, key: change.key, value: section.member(change.key)), at: 0)
      section.set(change.key, to: change.value, places: places)
      if root.member(change.section) != nil || change.value != nil {
        root.set(change.section, to: section, places: [:])
      }
    }
    return inverse
  }

  /// A profile as it is written.
  func laidOut(_ profile: JSONValue) -> [UInt8]? { laidOut(JSONText(profile)) }

  private func laidOut(_ text: JSONText) -> [UInt8]? {
    var log = DiagnosticLog()
    let file = SourceFile(name: path, text: JSONLayout().text(text))
    return parseJSON(file, into: &log).map { canonicalLayout(of: $0, as: .profile) }
  }

  // MARK: Entries

  /// An answer, or `null` for one that is not known; the question that `profile new` left in its place goes.
  static func answer(_ fact: Fact, _ value: FactValue?) -> [Change] {
    [
      Change(section: "answers", key: "x-" + fact.id, value: nil),
      Change(section: "answers", key: fact.id, value: JSONText(value.map { valueJSON($0, of: fact) } ?? .null)),
    ]
  }

  /// What an entry changes in an object; nil for what stands in a list.
  private static func change(_ entry: ProfileEntry, _ catalogue: Catalogue) -> [Change]? {
    switch entry {
    case .answer(let id, let given):
      guard let fact = catalogue.fact(id)?.fact else { return nil }
      if given != .notAsked { return answer(fact, given.value) }
      return [Change(section: "answers", key: id, value: nil)]
    case .weight(let id, let weight):
      return [Change(section: "weights", key: id, value: weight.map { JSONText(.number($0)) })]
    case .decided(let id, let option):
      return [Change(section: "decided", key: id, value: option.map { .string($0) })]
    case .clarified, .date: return nil
    }
  }

  /// A note; for the house only if it begins with "internal:" or "intern:". One that is there keeps all but its text.
  static func note(_ fact: Fact, _ text: String, replacing old: ProfileNote?) -> [Change] {
    let prefix = ["internal:", "intern:"].first { text.lowercased().hasPrefix($0) }
    let words = prefix.map { text.dropFirst($0.count).trimmed } ?? text
    let isInternal = prefix != nil || old?.audience == .internal
    var members: [(String, JSONValue?)] = [("text", .string(words))]
    members.append(("by", old?.by.map { .string($0) }))
    members.append(("date", old?.date.map { .string($0.description) }))
    members.append(("basis", old?.basis.map { .string($0.rawValue) }))
    members.append(("audience", isInternal ? .string("internal") : nil))
    return [Change(section: "notes", key: fact.id, value: JSONText(.members(members)))]
  }
}

extension JSONText {
  fileprivate func member(_ key: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Replaces, adds or takes out a member; a new one stands in front of the first whose place comes later.
  fileprivate mutating func set(_ key: String, to value: JSONText?, places: [String: Int]) {
    guard case .object(var members) = self else { return }
    // The question that `profile new` left stands in front of its answer.
    func place(_ key: String) -> Int? {
      key.hasPrefix("x-") ? places[String(key.dropFirst(2))].map { 2 * $0 } : places[key].map { 2 * $0 + 1 }
    }
    let index = members.firstIndex { $0.key == key }
    switch (index, value) {
    case (let index?, let value?): members[index] = Member(key: key, keyText: members[index].keyText, value: value)
    case (let index?, nil): members.remove(at: index)
    case (nil, let value?):
      let own = place(key) ?? .max
      let next = members.firstIndex { (place($0.key) ?? -1) > own }
      members.insert(Member(key, value), at: next ?? members.endIndex)
    case (nil, nil): return
    }
    self = .object(members)
  }
}
