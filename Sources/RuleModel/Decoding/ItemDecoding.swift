import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func factGroup(_ node: JSONNode) -> FactGroup? {
    guard var reader = ObjectReader(node, "group", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let order = reader.number("order", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let title else { return nil }
    return FactGroup(name: name, title: title, order: order, header: header)
  }

  mutating func factExtension(_ node: JSONNode) -> FactExtension? {
    guard var reader = ObjectReader(node, "extension", &self) else { return nil }
    let fact = reader.name("fact", &self)
    let choices = reader.required("choices").map { self.choices($0) } ?? []
    let header = reader.header(&self)
    reader.finish(&self)
    return fact.map { FactExtension(fact: $0, choices: choices, header: header) }
  }

  mutating func criterion(_ node: JSONNode) -> Criterion? {
    guard var reader = ObjectReader(node, "criterion", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let description = reader.optionalText("description", &self)
    let weight = reader.optional("weight").flatMap { criterionWeight($0, of: "weight") }
    let scale = reader.optional("scale").flatMap { integer($0, of: "scale", 1...1_000_000) }
    let order = reader.number("order", &self)
    let sources = reader.names("sources", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let title else { return nil }
    return Criterion(
      name: name,
      title: title,
      description: description,
      weight: weight ?? Criterion.defaultWeight,
      scale: scale ?? Criterion.defaultScale,
      order: order,
      sources: sources,
      header: header
    )
  }

  mutating func decision(_ node: JSONNode) -> Decision? {
    guard var reader = ObjectReader(node, "decision", &self) else { return nil }
    let name = reader.name("id", &self)
    let title = reader.text("title", &self)
    let question = reader.optionalText("question", &self)
    let importance = reader.number("importance", &self, atLeast: 1, atMost: 5)
    let when = reader.condition("when", &self)
    let order = reader.number("order", &self)
    let waysOut = reader.list("waysOut", &self).compactMap { wayOut($0) }
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let title else { return nil }
    if name.id.hasSuffix(".variant") || name.id == "variant" {
      log.error(
        "reserved-id",
        "a decision's id must not end in 'variant'",
        at: name.span,
        help: "choose another id: conditions ask for variants by 'decision.ID.variant'"
      )
    }
    return Decision(
      name: name,
      title: title,
      question: question,
      importance: importance ?? 3,
      when: when,
      order: order,
      waysOut: waysOut,
      header: header
    )
  }

  private mutating func wayOut(_ node: JSONNode) -> WayOut? {
    guard var reader = ObjectReader(node, "way out", &self) else { return nil }
    let text = reader.text("text", &self)
    let links = reader.links(&self)
    let sources = reader.names("sources", &self)
    reader.finish(&self)
    return text.map { WayOut(text: $0, links: links, sources: sources) }
  }

  mutating func option(_ node: JSONNode) -> Option? {
    guard var reader = ObjectReader(node, "option", &self) else { return nil }
    let name = reader.name("id", &self)
    let decision = reader.name("decision", &self)
    let title = reader.text("title", &self)
    let variantOf = reader.optionalName("variantOf", &self)
    let summary = reader.optionalText("summary", &self)
    let preference = reader.number("preference", &self)
    let links = reader.links(&self)
    let sources = reader.names("sources", &self)
    let order = reader.number("order", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let decision, let title else { return nil }
    return Option(
      name: name,
      decision: decision,
      variantOf: variantOf,
      title: title,
      summary: summary,
      preference: preference,
      links: links,
      sources: sources,
      order: order,
      header: header
    )
  }

  mutating func source(_ node: JSONNode) -> Source? {
    guard var reader = ObjectReader(node, "source", &self) else { return nil }
    let name = reader.name("id", &self)
    let status: Source.Status? = reader.required("status").flatMap { word($0, of: "status") }
    let source = Source(
      name: name ?? Name(""),
      url: reader.optional("url").flatMap { webAddress($0, of: "url") },
      title: reader.optionalText("title", &self),
      status: status ?? .unverified,
      published: reader.date("published", &self),
      reviewed: reader.date("reviewed", &self),
      reviewBy: reader.date("reviewBy", &self),
      derivation: reader.optionalText("derivation", &self),
      isContractual: reader.flag("contractual", &self) ?? false,
      audience: reader.word("audience", &self) ?? .customer,
      header: reader.header(&self)
    )
    reader.finish(&self)
    return name == nil || status == nil ? nil : source
  }

  /// An address that is safe to follow: nothing but http and https.
  mutating func webAddress(_ node: JSONNode, of what: String) -> String? {
    guard let text = words(node, of: what) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
      let isBare = !text.contains(":") && !text.contains(where: \.isWhitespace)
      error(
        "invalid-url",
        "\(what) is a web address that begins with https:// or http:// and holds no spaces",
        at: node,
        help: isBare ? "write \"https://\(sanitized(text))\"" : nil
      )
      return nil
    }
    return text
  }

  mutating func contradiction(_ node: JSONNode) -> Contradiction? {
    guard var reader = ObjectReader(node, "contradiction", &self) else { return nil }
    let name = reader.name("id", &self)
    let when = reader.required("when").flatMap { condition($0) }
    let facts = reader.names("facts", &self)
    let text = reader.text("text", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let when, let text else { return nil }
    return Contradiction(name: name, when: when, facts: facts, text: text, header: header)
  }
}
