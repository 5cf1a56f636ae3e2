import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func adjustment(_ node: JSONNode) -> Adjustment? {
    guard var reader = ObjectReader(node, "adjustment", &self) else { return nil }
    let before = log.errorCount
    let rule = reader.optionalName("rule", &self)
    let criterion = reader.optionalName("criterion", &self)
    let price = reader.optionalName("price", &self)
    let disabled = reader.flag("disabled", &self)
    let weight = reader.optional("weight").flatMap { criterionWeight($0, of: "weight") }
    let amount = reader.number("amount", &self, atLeast: 0)
    let validFrom = reader.date("validFrom", &self)
    let because = reader.text("because", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    let change: Adjustment.Change? =
      switch (rule, disabled, criterion, weight, price, amount, validFrom) {
      case (let rule?, true?, nil, nil, nil, nil, nil): .disableRule(rule)
      case (nil, nil, let criterion?, let weight?, nil, nil, nil): .criterionWeight(criterion, weight)
      case (nil, nil, nil, nil, let price?, let amount?, _): .priceAmount(price, amount, validFrom: validFrom)
      default: nil
      }
    guard let change else {
      if log.errorCount == before { reportUnclearAdjustment(reader) }
      return nil
    }
    let value = ["disabled", "weight", "amount"].compactMap { reader.optional($0) }.first ?? node
    return because.map { Adjustment(change: change, because: $0, span: span(value), header: header) }
  }

  private mutating func reportUnclearAdjustment(_ reader: ObjectReader) {
    let pairs = [("rule", "disabled"), ("criterion", "weight"), ("price", "amount")]
    let keys = reader.entries.filter { entry in pairs.contains { $0.0 == entry.key || $0.1 == entry.key } }
    var place =
      (keys.first { key in !pairs.contains { $0 == (keys[0].key, key.key) } && key.key != keys[0].key } ?? keys.first)?
      .keyRange
    var help = "write 'rule' with \"disabled\": true, or 'criterion' with 'weight', or 'price' with 'amount'"
    if keys.count == 1, let pair = pairs.first(where: { $0.0 == keys[0].key }) {
      help = "add \"\(pair.1)\": \(pair.1 == "disabled" ? "true" : "…")"
    } else if let value = keys.first(where: { $0.key == "disabled" })?.value, case .bool(false) = value.value {
      place = value.range
      help = "write true, or remove the adjustment: a rule applies unless it is disabled"
    }
    log.error(
      "invalid-adjustment",
      "an adjustment changes exactly one thing",
      at: span(place ?? reader.node.range),
      help: help
    )
  }

  mutating func severityChange(_ node: JSONNode) -> SeverityChange? {
    guard var reader = ObjectReader(node, "severity", &self) else { return nil }
    let check = reader.name("check", &self)
    let level: SeverityChange.Level? = reader.required("severity").flatMap { word($0, of: "severity") }
    let because = reader.text("because", &self)
    let header = reader.header(&self)
    reader.finish(&self)
    guard let check, let level, let because else { return nil }
    return SeverityChange(check: check, level: level, because: because, header: header)
  }

  mutating func renaming(_ node: JSONNode) -> Renaming? {
    guard var reader = ObjectReader(node, "renaming", &self) else { return nil }
    let before = log.errorCount
    let kinds: [(key: String, subject: Renaming.Subject)] = [
      ("fact", .fact), ("option", .option), ("criterion", .criterion), ("decision", .decision), ("rule", .rule),
    ]
    let named = kinds.map { (key: $0.key, subject: $0.subject, from: reader.optionalName($0.key, &self)) }
    let choice = reader.optional("choice")
    let keys = (kinds.map(\.key) + ["choice"]).compactMap { reader.keyRange(of: $0) }
    let to = reader.optional("to")
    let target = to.flatMap { newName($0, of: "to") }
    let renamedChoice = choice.flatMap { self.renamedChoice($0) }
    reader.finish(&self)
    guard log.errorCount == before else { return nil }
    guard keys.count == 1, choice == nil || to == nil else {
      log.error(
        "invalid-renaming",
        "a renaming is about exactly one thing",
        at: span(keys.count > 1 ? keys[1] : reader.keyRange(of: "to") ?? node.range),
        help: "write one of 'fact', 'option', 'criterion', 'decision', 'rule' with 'to', or 'choice'"
      )
      return nil
    }
    if let renamedChoice { return renamedChoice }
    // What is gone is renamed to null; leaving 'to' out says nothing.
    guard to != nil else {
      log.error(
        "missing-key",
        "a renaming needs the key 'to'",
        at: span(keys[0]),
        help: "add \"to\": \"…\", or \"to\": null for what is gone"
      )
      return nil
    }
    let header = ItemHeader(pack: pack)
    return named.compactMap { item in
      item.from.map { Renaming(subject: item.subject, from: $0, to: target, header: header) }
    }.first
  }

  private mutating func renamedChoice(_ node: JSONNode) -> Renaming? {
    guard let parts = elements(node, of: "choice") else { return nil }
    guard parts.count == 3 else {
      error(
        "invalid-renaming",
        "'choice' lists the fact, the old id and the new id",
        at: node,
        help: "write for example [\"comp.data_location\", \"ch\", \"ch_only\"], with null for a choice that is gone"
      )
      return nil
    }
    guard let fact = name(parts[0], of: "fact"), let old = name(parts[1], of: "choice") else { return nil }
    let new = newName(parts[2], of: "choice")
    return Renaming(subject: .choice(fact: fact), from: old, to: new, header: ItemHeader(pack: pack))
  }

  /// A name, or nil for null.
  private mutating func newName(_ node: JSONNode, of what: String) -> Name? {
    if case .null = node.value { return nil }
    return name(node, of: what)
  }
}
