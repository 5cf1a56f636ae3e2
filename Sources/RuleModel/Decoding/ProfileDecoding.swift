package import Diagnostics
package import LocatedJSON

/// Decodes a profile; reports every mistake. Nil if it is no profile at all; whether it may be used is told by the log.
package func decodeProfile(_ document: JSONDocument, into log: inout DiagnosticLog) -> Profile? {
  var d = Decoding(file: document.file)
  var profile = d.profile(document.root)
  log.append(contentsOf: d.log)
  profile?.file = document.file
  let content = document.root.plain
  profile?.content = content
  profile?.digest = sha256Hex(content.canonical())
  profile?.reviewDigest = reviewDigest(ofProfile: content)
  return profile
}

/// What a review of a profile is about: SHA-256 of the canonical form without `status` and `reviewedBy`.
package func reviewDigest(ofProfile content: JSONValue) -> String {
  guard case .object(let members) = content else { return "" }
  return sha256Hex(JSONValue.object(members.filter { $0.key != "status" && $0.key != "reviewedBy" }).canonical())
}

extension Decoding {
  mutating func profile(_ node: JSONNode) -> Profile? {
    guard var reader = ObjectReader(node, "profile", &self) else { return nil }
    let format = reader.required("format").flatMap { number($0, of: "format") }
    if !isReadable(format, &reader) { return nil }
    var profile = Profile(title: "")
    profile.title = reader.required("title").flatMap { words($0, of: "title") } ?? ""
    profile.status = reader.word("status", &self) ?? .draft
    profile.reviewedBy = reader.optional("reviewedBy").flatMap { review($0) }
    profile.validUntil = reader.date("validUntil", &self)
    profile.customer = reader.optional("customer").flatMap { customer($0) }
    profile.date = reader.date("date", &self)
    profile.author = reader.words("author", &self)
    profile.language = reader.optional("language").flatMap { language($0) }
    profile.answers = reader.optional("answers").map { answers($0) } ?? []
    profile.notes = entries(reader.optional("notes"), of: "list of notes").compactMap { profileNote($0) }
    profile.requirements = reader.list("requirements", &self).compactMap { requirement($0) }
    profile.weights = entries(reader.optional("weights"), of: "list of weights").compactMap { weight($0) }
    profile.clarified = reader.list("clarified", &self).compactMap { clarification($0) }
    profile.decided = entries(reader.optional("decided"), of: "list of decisions").compactMap { decidedOption($0) }
    profile.plan = reader.optional("plan").flatMap { plan($0) }
    profile.outcome = reader.optional("outcome").flatMap { chosenOutcome($0) }
    reader.finish(&self)
    return profile
  }

  private mutating func entries(_ node: JSONNode?, of what: String) -> [JSONMember] {
    guard let node, let reader = ObjectReader(node, what, &self) else { return [] }
    return reader.entries
  }

  private mutating func language(_ node: JSONNode) -> Language? {
    guard let text = string(node, of: "language") else { return nil }
    guard let language = Language(tag: text) else {
      let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
      error("unknown-language", "language is one of \(known), not \(quoted(text))", at: node)
      return nil
    }
    return language
  }

  private mutating func weight(_ member: JSONMember) -> (criterion: Name, weight: Double)? {
    criterionWeight(member.value, of: "a weight").map { (Name(member.key, at: span(member.keyRange)), $0) }
  }

  private mutating func review(_ node: JSONNode) -> Profile.Review? {
    guard var reader = ObjectReader(node, "review", &self) else { return nil }
    let name = reader.required("name").flatMap { words($0, of: "name") }
    let date = reader.date("date", &self)
    let digest = reader.words("digest", &self)
    reader.finish(&self)
    return name.map { Profile.Review(name: $0, date: date, digest: digest) }
  }

  private mutating func customer(_ node: JSONNode) -> Profile.Customer? {
    guard var reader = ObjectReader(node, "customer", &self) else { return nil }
    let customer = Profile.Customer(
      name: reader.words("name", &self),
      contact: reader.words("contact", &self),
      reference: reader.words("reference", &self)
    )
    reader.finish(&self)
    return customer
  }

  private mutating func profileNote(_ member: JSONMember) -> ProfileNote? {
    let fact = Name(member.key, at: span(member.keyRange))
    if case .string = member.value.value {
      return words(member.value, of: "a note").map {
        ProfileNote(fact: fact, text: LocalizedText(plain: $0), by: nil, date: nil, basis: nil, audience: .customer)
      }
    }
    guard var reader = ObjectReader(member.value, "note", &self) else { return nil }
    let text = reader.text("text", &self)
    let by = reader.words("by", &self)
    let date = reader.date("date", &self)
    let basis: ProfileNote.Basis? = reader.word("basis", &self)
    let audience: Audience? = reader.word("audience", &self)
    reader.finish(&self)
    return text.map {
      ProfileNote(fact: fact, text: $0, by: by, date: date, basis: basis, audience: audience ?? $0.audience)
    }
  }

  private mutating func requirement(_ node: JSONNode) -> Profile.Requirement? {
    if case .string = node.value {
      return words(node, of: "a requirement").map { Profile.Requirement(text: LocalizedText(plain: $0)) }
    }
    guard var reader = ObjectReader(node, "requirement", &self) else { return nil }
    let text = reader.text("text", &self)
    reader.finish(&self)
    return text.map { Profile.Requirement(text: $0) }
  }

  private mutating func clarification(_ node: JSONNode) -> Profile.Clarification? {
    guard var reader = ObjectReader(node, "clarification", &self) else { return nil }
    let rule = reader.name("rule", &self)
    let option = reader.name("option", &self)
    let holds = reader.required("holds").flatMap { boolean($0, of: "holds") }
    let note = reader.words("note", &self)
    reader.finish(&self)
    guard let rule, let option, let holds else { return nil }
    return Profile.Clarification(rule: rule, option: option, holds: holds, note: note)
  }

  private mutating func decidedOption(_ member: JSONMember) -> Profile.DecidedOption? {
    let decision = Name(member.key, at: span(member.keyRange))
    if case .string = member.value.value {
      return name(member.value, of: "option").map {
        Profile.DecidedOption(decision: decision, option: $0, by: nil, because: nil)
      }
    }
    guard var reader = ObjectReader(member.value, "decided option", &self) else { return nil }
    let option = reader.name("option", &self)
    let by: Party? = reader.word("by", &self)
    let because = reader.words("because", &self)
    reader.finish(&self)
    return option.map { Profile.DecidedOption(decision: decision, option: $0, by: by, because: because) }
  }

  private mutating func plan(_ node: JSONNode) -> Profile.Plan? {
    guard var reader = ObjectReader(node, "plan", &self) else { return nil }
    let start = reader.date("start", &self)
    let efforts = entries(reader.optional("efforts"), of: "list of efforts").compactMap { member in
      number(member.value, of: "an effort in person-days", atLeast: 0).map {
        (step: Name(member.key, at: span(member.keyRange)), days: $0)
      }
    }
    let by = reader.words("by", &self)
    reader.finish(&self)
    return Profile.Plan(start: start, efforts: efforts, by: by)
  }

  private mutating func chosenOutcome(_ node: JSONNode) -> Profile.ChosenOutcome? {
    guard var reader = ObjectReader(node, "outcome", &self) else { return nil }
    let option = reader.name("option", &self)
    let since = reader.words("since", &self)
    reader.finish(&self)
    return option.map { Profile.ChosenOutcome(option: $0, since: since) }
  }
}
