import LocatedJSON
import RuleCompiler
import RuleModel

/// A profile as an edition may carry it: for the house as it is, for anybody else without what is for the house only.
///
/// Left out are remarks, requirements and answers marked as internal, what was chosen in the end, and keys that begin with
/// `x-`; an offer carries no remarks at all. Redacting twice changes nothing.
package struct RedactedProfile: Sendable {
  /// The profile that is left, as a profile file.
  let content: JSONValue
  /// How many answers were left out. A report of a profile with such answers cannot be made again from what it carries.
  package let withheldAnswers: Int

  init(_ profile: LinkedProfile, for edition: Edition, _ catalogue: Catalogue) {
    guard !edition.showsInternals, case .object(let members) = profile.profile.content else {
      (content, withheldAnswers) = (Self.inOrder(profile.profile.content), 0)
      return
    }
    var withheld = 0
    var kept: [JSONValue.Member] = []
    for member in members where Self.keys.contains(member.key) {
      let value: JSONValue?
      switch member.key {
      case "answers": value = Self.answers(member.value, of: profile, edition, catalogue, &withheld)
      case "notes": value = edition.showsWorkingNotes ? Self.notes(member.value, catalogue, edition) : nil
      case "requirements": value = Self.elements(member.value) { Self.isInternal($0) ? nil : $0 }
      case "clarified":
        value = Self.elements(member.value) { Self.without(edition.showsWorkingNotes ? [] : ["note"], $0) }
      case "decided":
        value = Self.entries(member.value) { Self.without(edition.showsWorkingNotes ? [] : ["because"], $1) }
      default: value = member.value
      }
      if let value { kept.append(.init(member.key, Self.withoutRemarks(value))) }
    }
    content = Self.inOrder(Self.reviewed(kept, isCurrent: !profile.profile.hasLapsedReview))
    withheldAnswers = withheld
  }

  /// What a profile may hold and a customer may have. A new key stays in the house until it is named here.
  private static let keys: Set<String> = [
    "format", "title", "status", "reviewedBy", "validUntil", "customer", "date", "author", "language", "answers",
    "notes",
    "requirements", "weights", "clarified", "decided", "plan",
  ]

  /// A review that was about the whole is about what is left, too; one that has lapsed stays so.
  private static func reviewed(_ members: [JSONValue.Member], isCurrent: Bool) -> JSONValue {
    let digest = reviewDigest(ofProfile: .object(members))
    return .object(
      members.map { member in
        guard isCurrent, member.key == "reviewedBy", case .object(let parts) = member.value else { return member }
        return .init(
          member.key,
          .object(parts.map { $0.key == "digest" ? JSONValue.Member($0.key, .string(digest)) : $0 })
        )
      }
    )
  }

  // MARK: Parts

  private static func answers(
    _ value: JSONValue,
    of profile: LinkedProfile,
    _ edition: Edition,
    _ catalogue: Catalogue,
    _ withheld: inout Int
  ) -> JSONValue {
    let unused = Set(profile.unused.filter { $0.kind == "fact" }.map(\.id))
    var count = 0
    let kept = entries(value) { id, answer -> JSONValue? in
      // What no pack knows is named in the report, but nobody knows what it says.
      if unused.contains(id) { return .null }
      let present = profile.renamed.first { $0.kind == "fact" && $0.from == id }.flatMap(\.to) ?? id
      if let fact = catalogue.fact(present)?.fact, edition.mayShow(fact.audience) { return answer }
      count += 1
      return nil
    }
    withheld = count
    return kept
  }

  private static func notes(_ value: JSONValue, _ catalogue: Catalogue, _ edition: Edition) -> JSONValue {
    entries(value) { id, note in
      let isShown = catalogue.fact(id).map { edition.mayShow($0.fact.audience) } ?? false
      return isShown && !isInternal(note) ? note : nil
    }
  }

  /// Whether a note or a requirement is for the house only, as a whole or by its text.
  private static func isInternal(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return false }
    return members.contains { member in
      member.key == "audience" && member.value != .string(Audience.customer.rawValue)
        || member.key == "text" && isInternal(member.value)
    }
  }

  // MARK: Values

  /// With the keys of every object sorted: the order in which they were written means nothing.
  private static func inOrder(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let elements): .array(elements.map(inOrder))
    case .object(let members):
      .object(members.sorted { idPrecedes($0.key, $1.key) }.map { .init($0.key, inOrder($0.value)) })
    }
  }

  private static func entries(_ value: JSONValue, _ change: (String, JSONValue) -> JSONValue?) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members.compactMap { member in change(member.key, member.value).map { .init(member.key, $0) } })
  }

  private static func elements(_ value: JSONValue, _ change: (JSONValue) -> JSONValue?) -> JSONValue {
    guard case .array(let elements) = value else { return value }
    return .array(elements.compactMap(change))
  }

  private static func without(_ keys: Set<String>, _ value: JSONValue) -> JSONValue {
    entries(value) { keys.contains($0) ? nil : $1 }
  }

  /// Without the keys that programs ignore, at any depth.
  private static func withoutRemarks(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let elements): .array(elements.map(withoutRemarks))
    case .object: entries(value) { $0.hasPrefix("x-") || $0 == "$schema" ? nil : withoutRemarks($1) }
    }
  }
}
