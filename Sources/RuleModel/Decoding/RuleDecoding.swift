import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func rule(_ node: JSONNode) -> Rule? {
    guard var reader = ObjectReader(node, "rule", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let when = reader.required("when").flatMap { condition($0) }
    let because = reader.text("because", &self)
    let rateNode = reader.optional("rate")
    let ratings = rateNode.map { self.ratings($0) } ?? []
    let rateKey = reader.keyRange(of: "rate")
    let criterion = reader.optionalName("criterion", &self)
    let excludeNode = reader.optional("exclude")
    let confirmNode = reader.optional("confirm")
    let notesNode = reader.optional("notes")
    let weightNode = reader.optional("weight")
    let rule = Rule(
      name: name ?? Name(""),
      title: title ?? LocalizedText(plain: ""),
      when: when ?? .all([], span: nil),
      because: because ?? LocalizedText(plain: ""),
      criterion: criterion,
      weight: weightNode.flatMap { integer($0, of: "weight", 1...5) } ?? 1,
      ratings: ratings,
      exclude: excludeNode.map { nonEmptyNames($0, of: "exclude") } ?? [],
      confirmations: confirmNode.map { confirmations($0) } ?? [],
      decision: reader.optionalName("decision", &self),
      notes: notesNode.flatMap { elements($0, of: "notes") }?.compactMap { note($0) } ?? [],
      sources: reader.names("sources", &self),
      accepted: reader.optionalText("accepted", &self),
      order: reader.number("order", &self),
      header: reader.header(&self)
    )
    reader.finish(&self)
    guard let name, title != nil, when != nil, because != nil else { return nil }
    if rateNode == nil, excludeNode == nil, confirmNode == nil, notesNode == nil {
      log.error(
        "rule-without-effect",
        "rule '\(name.id)' has no effect",
        at: name.span,
        help: "add one of 'rate', 'exclude', 'confirm' or 'notes'"
      )
      return nil
    }
    if let rateKey, criterion == nil {
      if reader.optional("criterion") == nil {
        log.error(
          "missing-key",
          "a rule that rates needs the key 'criterion'",
          at: span(rateKey),
          help: "add \"criterion\": … to say in which respect"
        )
      }
      return nil
    }
    if let weightNode, rateNode == nil {
      error(
        "weight-without-rating",
        "a weight belongs to a rating, and this rule has none",
        at: weightNode,
        help: "remove 'weight', or add 'criterion' and 'rate'"
      )
    }
    if let everyone = confirmNode?.members.first(where: { $0.key == "*" }), reader.keyRange(of: "decision") == nil {
      log.error(
        "missing-key",
        "a question about all options ('*') needs the key 'decision'",
        at: span(everyone.keyRange),
        help: "add \"decision\": … beside 'confirm'"
      )
      return nil
    }
    return rule
  }

  private mutating func nonEmptyNames(_ node: JSONNode, of what: String) -> [Name] {
    if case .array(let elements) = node.value, elements.isEmpty {
      error("empty-list", "'\(what)' must list at least one id", at: node, help: "name an option, or remove '\(what)'")
    }
    return names(node, of: what)
  }

  private mutating func ratings(_ node: JSONNode) -> [Rule.Rating] {
    guard let reader = ObjectReader(node, "rating", &self) else { return [] }
    if reader.entries.isEmpty {
      error("empty-list", "'rate' must rate at least one option", at: node, help: "name an option, or remove 'rate'")
    }
    return reader.entries.compactMap { member in
      let option = Name(member.key, at: span(member.keyRange))
      if case .string(let text) = member.value.value {
        if text == "unknown" { return Rule.Rating(option: option, value: .unknown) }
        error(
          "unknown-word",
          "a rating is a whole number from -3 to 3, or \"unknown\", not \(quoted(text))",
          at: member.value,
          help: isPlainNumber(text)
            ? "remove the quotes" : nearest(text, in: ["unknown"]).map { "did you mean '\($0)'?" }
        )
        return nil
      }
      return integer(member.value, of: "a rating", -3...3).map { Rule.Rating(option: option, value: .points($0)) }
    }
  }

  private mutating func confirmations(_ node: JSONNode) -> [Rule.Confirmation] {
    guard let reader = ObjectReader(node, "confirmation", &self) else { return [] }
    if reader.entries.isEmpty {
      error("empty-list", "'confirm' must name at least one option", at: node, help: "name an option, or remove it")
    }
    return reader.entries.compactMap { member in
      guard let text = text(member.value, of: "the question to confirm") else { return nil }
      return Rule.Confirmation(
        option: member.key == "*" ? nil : Name(member.key, at: span(member.keyRange)),
        text: text
      )
    }
  }

  private mutating func note(_ node: JSONNode) -> RuleNote? {
    guard var reader = ObjectReader(node, "note", &self) else { return nil }
    let options = reader.names("options", &self)
    let level: RuleNote.Level? = reader.word("level", &self)
    let text = reader.text("text", &self)
    let audience: Audience? = reader.word("audience", &self)
    reader.finish(&self)
    guard let text else { return nil }
    return RuleNote(options: options, level: level ?? .info, text: text, audience: audience ?? text.audience)
  }
}

extension JSONNode {
  /// The members of an object; none of anything else.
  fileprivate var members: [JSONMember] {
    if case .object(let members) = value { members } else { [] }
  }
}
