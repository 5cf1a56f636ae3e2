import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func adjustment(_ node: JSONNode) -> Adjustment? {
    guard var reader = ObjectReader(node, "adjustment", &self) else { return nil }
    let rule = reader.optionalName("rule", &self)
    let criterion = reader.optionalName("criterion", &self)
    let price = reader.optionalName("price", &self)
    let disabled = reader.flag("disabled", &self)
    let weight = reader.number("weight", &self, atLeast: 0)
    let amount = reader.number("amount", &self, atLeast: 0)
    let because = reader.text("because", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    let change: Adjustment.Change? =
      switch (rule, disabled, criterion, weight, price, amount) {
      case (let rule?, true?, nil, nil, nil, nil): .disableRule(rule)
      case (nil, nil, let criterion?, let weight?, nil, nil): .criterionWeight(criterion, weight)
      case (nil, nil, nil, nil, let price?, let amount?): .priceAmount(price, amount)
      default: nil
      }
    guard let change else {
      error(
        "invalid-adjustment",
        "an adjustment changes exactly one thing",
        at: node,
        help: "write 'rule' with \"disabled\": true, or 'criterion' with 'weight', or 'price' with 'amount'"
      )
      return nil
    }
    return because.map { Adjustment(change: change, because: $0, span: span(node), header: header) }
  }

  mutating func renaming(_ node: JSONNode) -> Renaming? {
    guard var reader = ObjectReader(node, "renaming", &self) else { return nil }
    var found: [Renaming] = []
    let to = reader.optional("to")
    let kinds: [(key: String, subject: Renaming.Subject)] = [
      ("fact", .fact), ("option", .option), ("criterion", .criterion), ("decision", .decision), ("rule", .rule),
    ]
    let target = to.flatMap { node -> Name? in
      if case .null = node.value { return nil }
      return name(node, of: "to")
    }
    for (key, subject) in kinds {
      guard let from = reader.optionalName(key, &self) else { continue }
      found.append(Renaming(subject: subject, from: from, to: target, header: ItemHeader(pack: pack)))
    }
    if let choice = reader.optional("choice"), let parts = elements(choice, of: "choice") {
      guard parts.count == 3, let fact = name(parts[0], of: "fact"), let old = name(parts[1], of: "choice") else {
        error("invalid-renaming", "'choice' lists the fact, the old id and the new id or null", at: choice)
        return nil
      }
      var new: Name?
      if case .null = parts[2].value {} else { new = name(parts[2], of: "choice") }
      found.append(Renaming(subject: .choice(fact: fact), from: old, to: new, header: ItemHeader(pack: pack)))
    }
    reader.finish(&self)
    guard found.count == 1, let renaming = found.first else {
      error(
        "invalid-renaming",
        "a renaming is about exactly one thing",
        at: node,
        help: "write one of 'fact', 'option', 'criterion', 'decision', 'rule' with 'to', or 'choice'"
      )
      return nil
    }
    return renaming
  }

  mutating func packTest(_ node: JSONNode) -> PackTest? {
    guard var reader = ObjectReader(node, "test", &self) else { return nil }
    let name = reader.required("name", &self).flatMap { words($0, of: "name") }
    let profile = reader.optionalName("profile", &self)
    let answers = reader.optional("answers").map { self.answers($0) } ?? []
    let expectNode = reader.required("expect", &self)
    let expect = expectNode.flatMap { expectations($0) }
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let expectNode, let expect else { return nil }
    if expect.isEmpty {
      error("test-without-expectation", "a test must expect something", at: expectNode)
    }
    return PackTest(
      name: name,
      span: span(node),
      profile: profile,
      answers: answers,
      expect: expect,
      header: header
    )
  }

  /// An object of fact ids and answers.
  mutating func answers(_ node: JSONNode) -> [ProfileAnswer] {
    guard let reader = ObjectReader(node, "list of answers", &self) else { return [] }
    return reader.entries.compactMap { member in
      answer(member.value).map { ProfileAnswer(fact: Name(member.key, at: span(member.keyRange)), answer: $0) }
    }
  }

  private mutating func expectations(_ node: JSONNode) -> PackTest.Expectations? {
    guard var reader = ObjectReader(node, "expectation", &self) else { return nil }
    var expect = PackTest.Expectations()
    for member in entries(reader.optional("decisions"), of: "decisions") {
      let decision = Name(member.key, at: span(member.keyRange))
      if case .null = member.value.value {
        expect.decisions.append((decision, nil))
      } else if let option = name(member.value, of: "the expected option") {
        expect.decisions.append((decision, option))
      }
    }
    for member in entries(reader.optional("excluded"), of: "excluded") {
      expect.excluded.append(
        (Name(member.key, at: span(member.keyRange)), names(member.value, of: "the excluding rules"))
      )
    }
    expect.applies = reader.names("applies", &self)
    for member in entries(reader.optional("scores"), of: "scores") {
      guard let bounds = elements(member.value, of: "a score"), bounds.count == 2,
        let from = number(bounds[0], of: "a score"), let to = number(bounds[1], of: "a score"), from <= to
      else {
        error("invalid-interval", "a score is expected as [from, to]", at: member.value)
        continue
      }
      expect.scores.append((Name(member.key, at: span(member.keyRange)), from, to))
    }
    expect.steps = reader.names("steps", &self)
    expect.settled = reader.names("settled", &self)
    expect.order = reader.list("order", &self).map { names($0, of: "order") }
    reader.finish(&self)
    return expect
  }

  private mutating func entries(_ node: JSONNode?, of what: String) -> [JSONMember] {
    guard let node, let reader = ObjectReader(node, what, &self) else { return [] }
    return reader.entries
  }
}
