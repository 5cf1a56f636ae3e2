package import LocatedJSON
package import RuleModel

/// A profile without names: fit to be kept among past cases.
///
/// Kept are what the packs know: answers, weights, decisions, clarifications, efforts and the chosen option, all by ids.
/// Texts are replaced by neutral ones or taken out, days of the case become the first of their month, and whatever no
/// loaded pack knows is taken out, since it could hold anything. Equal profiles give equal results.
package struct AnonymousProfile: Sendable {
  package private(set) var json: JSONValue
  /// What was replaced or taken out, as paths: "customer.name", "notes biz.rto: text".
  package private(set) var removed: [String] = []

  private let catalogue: Catalogue
  private let language: Language

  /// - Parameters:
  ///   - profile: the whole file; a profile that can be decoded and linked without errors.
  ///   - title: what takes the place of the title.
  ///   - language: that of the words that take the place of others.
  package init(_ profile: JSONValue, title: String, language: Language = .en, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    self.language = language
    json = .null
    var members: [JSONValue.Member] = []
    for member in profile.memberList {
      guard let value = kept(member, title: title) else { continue }
      members.append(JSONValue.Member(member.key, value))
    }
    json = .object(members)
  }

  private mutating func kept(_ member: JSONValue.Member, title: String) -> JSONValue? {
    switch member.key {
    case "format", "language": return member.value
    case "title": return replace(member, .string(title), as: "title")
    // What was reviewed was the profile with its names.
    case "status": return replace(member, .string("draft"), as: "status")
    case "date", "validUntil": return month(member.value, "\(member.key): day")
    case "answers": return entries(member, kind: "answer", isKnown: { $0.knowsFact($1) }) { $0.answer($1) }
    case "notes": return entries(member, kind: "note", isKnown: { $0.knowsFact($1) }) { $0.note($1) }
    case "requirements": return requirements(member.value)
    case "weights":
      return entries(member, kind: "weight", isKnown: { $0.knows($1, .criterion) }) { $1.value }
    case "clarified": return .array(member.value.elementList.compactMap { clarification($0) })
    case "decided":
      return entries(member, kind: "decision", isKnown: { $0.knows($1, .decision) }) { $0.decided($1) }
    case "plan": return plan(member.value)
    case "outcome": return outcome(member.value)
    default:
      // customer, author, reviewedBy, and extensions.
      let parts = member.value.memberList.map { "\(member.key).\($0.key)" }
      removed += parts.isEmpty ? [member.key] : parts
      return nil
    }
  }

  // MARK: Parts

  private mutating func entries(
    _ member: JSONValue.Member,
    kind: String,
    isKnown: (Self, String) -> Bool,
    _ content: (inout Self, JSONValue.Member) -> JSONValue?
  ) -> JSONValue {
    var kept: [JSONValue.Member] = []
    for entry in member.value.memberList {
      guard isKnown(self, entry.key) else {
        removed.append("\(kind) \(entry.key), which no loaded pack knows")
        continue
      }
      if let value = content(&self, entry) { kept.append(JSONValue.Member(entry.key, value)) }
    }
    return .object(kept)
  }

  private mutating func answer(_ entry: JSONValue.Member) -> JSONValue? {
    func fits(_ value: JSONValue) -> Bool {
      switch value {
      case .null, .bool, .number: return true
      case .string(let text): return CalendarDate(text) != nil || knowsChoice(text, of: entry.key)
      case .array(let elements): return elements.allSatisfy { fits($0) }
      case .object(let members): return members.allSatisfy { ["from", "to"].contains($0.key) && fits($0.value) }
      }
    }
    return fits(entry.value) ? entry.value : drop("answer \(entry.key): a text that is no choice")
  }

  private mutating func note(_ entry: JSONValue.Member) -> JSONValue? {
    let name = "note \(entry.key)"
    removed.append("\(name): text")
    let text = JSONValue.string(language(en: "(text removed)", de: "(Text entfernt)"))
    guard case .object(let members) = entry.value else { return text }
    var kept = [JSONValue.Member("text", text)]
    for member in members {
      switch member.key {
      case "text": break
      case "date": kept.append(JSONValue.Member("date", month(member.value, "\(name): day")))
      case "basis", "audience": kept.append(member)
      default: removed.append("\(name): \(member.key)")
      }
    }
    return .object(kept)
  }

  private mutating func requirements(_ value: JSONValue) -> JSONValue {
    let count = value.elementList.count
    for number in 0..<count { removed.append("requirement \(number + 1): text") }
    return .array(
      (1...max(1, count)).prefix(count).map { number in
        let text = language(en: "Requirement \(number) (text removed)", de: "Anforderung \(number) (Text entfernt)")
        return .members([("text", .string(text))])
      }
    )
  }

  private mutating func clarification(_ value: JSONValue) -> JSONValue? {
    let members = value.memberList
    func id(_ key: String) -> String? { members.first { $0.key == key }?.value.string }
    guard let rule = id("rule"), let option = id("option"), knows(rule, .rule), knows(option, .option) else {
      return drop("clarification of \(id("rule") ?? "–") for \(id("option") ?? "–"), which no loaded pack knows")
    }
    return keep(["rule", "option", "holds"], of: members, "clarification of \(rule)")
  }

  private mutating func decided(_ entry: JSONValue.Member) -> JSONValue? {
    let option = entry.value.string ?? entry.value.memberList.first { $0.key == "option" }?.value.string
    guard let option, knows(option, .option) else {
      return drop("decision \(entry.key): \(option ?? "an option"), which no loaded pack knows")
    }
    if case .string = entry.value { return entry.value }
    return keep(["option", "by"], of: entry.value.memberList, "decision \(entry.key)")
  }

  private mutating func plan(_ value: JSONValue) -> JSONValue {
    var kept: [JSONValue.Member] = []
    for member in value.memberList {
      switch member.key {
      case "start": kept.append(JSONValue.Member("start", month(member.value, "plan: day of the start")))
      case "efforts":
        let efforts = entries(member, kind: "effort", isKnown: { $0.knows($1, .step) }) { $1.value }
        kept.append(JSONValue.Member("efforts", efforts))
      default: removed.append("plan.\(member.key)")
      }
    }
    return .object(kept)
  }

  /// The option that was chosen, and since when if that is a month.
  private mutating func outcome(_ value: JSONValue) -> JSONValue? {
    let members = value.memberList
    let named = members.first { $0.key == "option" }?.value.string
    guard let option = named, knows(option, .option) else {
      return drop("outcome \(named ?? "–"), which no loaded pack knows")
    }
    var keys = ["option"]
    if let since = members.first(where: { $0.key == "since" })?.value.string, CalendarDate(since + "-01") != nil {
      keys.append("since")
    }
    return keep(keys, of: members, "outcome")
  }

  // MARK: Pieces

  /// The members with these keys; the others are noted as taken out.
  private mutating func keep(_ keys: [String], of members: [JSONValue.Member], _ what: String) -> JSONValue {
    for member in members where !keys.contains(member.key) { removed.append("\(what): \(member.key)") }
    return .object(members.filter { keys.contains($0.key) })
  }

  private mutating func replace(_ member: JSONValue.Member, _ value: JSONValue, as name: String) -> JSONValue {
    if member.value != value { removed.append(name) }
    return value
  }

  private mutating func drop(_ name: String) -> JSONValue? {
    removed.append(name)
    return nil
  }

  /// The first day of a day's month.
  private mutating func month(_ value: JSONValue, _ name: String) -> JSONValue {
    guard let text = value.string, let date = CalendarDate(text) else { return value }
    let first = JSONValue.string("\(CalendarDate(year: date.year, month: date.month, day: 1))")
    if first != value { removed.append(name) }
    return first
  }

  // MARK: What the packs know

  private enum Known {
    case criterion
    case decision
    case option
    case rule
    case step
  }

  private func knows(_ id: String, _ kind: Known) -> Bool {
    let isRenamed = catalogue.renamings.contains { renaming in
      guard renaming.from.id == id else { return false }
      switch (renaming.subject, kind) {
      case (.criterion, .criterion), (.decision, .decision), (.option, .option), (.rule, .rule): return true
      default: return false
      }
    }
    return switch kind {
    case .criterion: isRenamed || catalogue.criterion(id) != nil
    case .decision: isRenamed || catalogue.decision(id) != nil
    case .option: isRenamed || catalogue.option(id) != nil
    case .rule: isRenamed || catalogue.rule(id) != nil
    case .step: catalogue.step(id) != nil
    }
  }

  private func knowsFact(_ id: String) -> Bool {
    catalogue.fact(id) != nil || catalogue.renamings.contains { $0.isOfFact && $0.from.id == id }
  }

  private func knowsChoice(_ choice: String, of id: String) -> Bool {
    // Every name the fact has had, since the choice may have been renamed under any of them.
    var names = [id]
    while let next = catalogue.renamings.first(where: { $0.isOfFact && $0.from.id == names.last })?.to?.id,
      !names.contains(next)
    {
      names.append(next)
    }
    return names.contains { name in
      catalogue.fact(name)?.fact.choices.contains { $0.name.id == choice } == true
        || catalogue.renamings.contains { renaming in
          guard case .choice(let fact) = renaming.subject else { return false }
          return fact.id == name && renaming.from.id == choice
        }
    }
  }
}

extension Renaming {
  fileprivate var isOfFact: Bool {
    if case .fact = subject { true } else { false }
  }
}

extension JSONValue {
  fileprivate var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var memberList: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  fileprivate var elementList: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
