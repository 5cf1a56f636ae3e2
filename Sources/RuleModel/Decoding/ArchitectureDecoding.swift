import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func component(_ node: JSONNode) -> Component? {
    guard var reader = ObjectReader(node, "component", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let layer: Component.Layer? = reader.required("layer").flatMap { word($0, of: "layer") }
    let connects = reader.list("connects", &self)
    let component = Component(
      name: name ?? Name(""),
      title: title ?? LocalizedText(plain: ""),
      description: reader.optionalText("description", &self),
      layer: layer ?? .application,
      when: reader.condition("when", &self),
      connects: connects.compactMap { connection($0) },
      operatedBy: reader.optional("operatedBy").map { parties($0, of: "operatedBy") } ?? [],
      sources: reader.names("sources", &self),
      order: reader.number("order", &self),
      header: reader.header(&self)
    )
    reader.finish(&self)
    return name == nil || title == nil || layer == nil ? nil : component
  }

  private mutating func connection(_ node: JSONNode) -> Component.Connection? {
    guard var reader = ObjectReader(node, "connection", &self) else { return nil }
    let to = reader.optionalName("to", &self)
    let from = reader.optionalName("from", &self)
    let label = reader.optionalText("label", &self)
    let isClear = (reader.optional("to") == nil) != (reader.optional("from") == nil)
    reader.finish(&self)
    if !isClear {
      log.error(
        "invalid-connection",
        "a connection names either 'to' or 'from'",
        at: span(reader.keyRange(of: "from") ?? node.range),
        help: to == nil ? "add \"to\": …" : "remove one of them"
      )
    }
    guard isClear, let other = to ?? from else { return nil }
    return Component.Connection(other: other, isIncoming: to == nil, label: label)
  }

  /// One party or a list of them.
  private mutating func parties(_ node: JSONNode, of what: String) -> [Party] {
    if case .array(let elements) = node.value {
      if elements.isEmpty {
        error(
          "empty-list",
          "'\(what)' must name at least one party",
          at: node,
          help: "write customer, provider or consultant"
        )
      }
      return elements.compactMap { word($0, of: what) }
    }
    let party: Party? = word(node, of: what)
    return party.map { [$0] } ?? []
  }

  mutating func step(_ node: JSONNode) -> Step? {
    guard var reader = ObjectReader(node, "step", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let phase: Step.Phase? = reader.required("phase").flatMap { word($0, of: "phase") }
    let owners = reader.required("owner").map { parties($0, of: "owner") } ?? []
    let step = Step(
      name: name ?? Name(""),
      title: title ?? LocalizedText(plain: ""),
      phase: phase ?? .prepare,
      owners: owners,
      after: reader.names("after", &self),
      before: reader.names("before", &self),
      when: reader.condition("when", &self),
      result: reader.optionalText("result", &self),
      details: reader.optionalText("details", &self),
      links: reader.links(&self),
      sources: reader.names("sources", &self),
      audience: reader.word("audience", &self) ?? .customer,
      order: reader.number("order", &self),
      header: reader.header(&self)
    )
    reader.finish(&self)
    return name == nil || title == nil || phase == nil || owners.isEmpty ? nil : step
  }

  mutating func price(_ node: JSONNode) -> Price? {
    guard var reader = ObjectReader(node, "price", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let amountNode = reader.optional("amount")
    let price = Price(
      name: name ?? Name(""),
      title: title ?? LocalizedText(plain: ""),
      option: reader.optionalName("option", &self),
      when: reader.condition("when", &self),
      quantity: reader.optional("quantity").flatMap { expression($0) },
      unit: reader.words("unit", &self),
      amount: amountNode.flatMap { number($0, of: "amount", atLeast: 0) },
      currency: reader.optional("currency").flatMap { currency($0) },
      per: reader.word("per", &self),
      minimum: reader.number("minimum", &self, atLeast: 0),
      vat: reader.word("vat", &self),
      validFrom: reader.date("validFrom", &self),
      validUntil: reader.date("validUntil", &self),
      sources: reader.names("sources", &self),
      audience: reader.word("audience", &self) ?? .customer,
      order: reader.number("order", &self),
      header: reader.header(&self)
    )
    reader.finish(&self)
    guard name != nil, title != nil else { return nil }
    if let amountNode, reader.keyRange(of: "currency") == nil {
      error(
        "missing-key",
        "a price with an amount needs the key 'currency'",
        at: amountNode,
        help: "add \"currency\": …"
      )
    }
    if let from = price.validFrom, let until = price.validUntil, until < from, let place = reader.optional("validUntil")
    {
      error("empty-range", "'validUntil' must not be before 'validFrom', which is \(from)", at: place)
    }
    return price
  }

  private mutating func currency(_ node: JSONNode) -> String? {
    guard let text = string(node, of: "currency") else { return nil }
    guard text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      let code = ["fr.": "CHF", "franken": "CHF", "€": "EUR", "euro": "EUR", "$": "USD"][text.lowercased()]
      let guess = code ?? (text.utf8.count == 3 && text.allSatisfy(\.isLetter) ? text.uppercased() : nil)
      error(
        "invalid-currency",
        "currency is a code of three capital letters (ISO 4217), not \(quoted(text))",
        at: node,
        help: guess.map { "did you mean '\($0)'?" } ?? "write for example \"CHF\""
      )
      return nil
    }
    return text
  }
}
