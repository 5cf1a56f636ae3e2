import RuleModel

/// Says formulas in words and signs: "Replicas × (Memory + 0.5)".
struct FormulaPhrase {
  let say: Phrasing

  func text(_ formula: Expression) -> String { phrase(formula, isInner: false) }

  private func phrase(_ formula: Expression, isInner: Bool) -> String {
    func joined(_ parts: [Expression], _ sign: String) -> String {
      let text = parts.map { phrase($0, isInner: parts.count > 1) }.joined(separator: " \(sign) ")
      return isInner && parts.count > 1 ? "(\(text))" : text
    }
    func list(_ parts: [Expression]) -> String { parts.map { phrase($0, isInner: false) }.joined(separator: "; ") }
    switch formula {
    case .constant(let number): return say.number(number)
    case .fact(let name): return say.subject(.fact(name.id))
    case .sum(let parts): return joined(parts, "+")
    case .product(let parts): return joined(parts, "×")
    case .quotient(let a, let b): return joined([a, b], "÷")
    case .minimum(let parts): return say(en: "the least of (", de: "der kleinste Wert von (") + list(parts) + ")"
    case .maximum(let parts): return say(en: "the greatest of (", de: "der grösste Wert von (") + list(parts) + ")"
    case .weeksUntil(let name):
      return say(en: "weeks until ", de: "Wochen bis ") + say.subject(.fact(name.id))
    case .cost(let name): return say(en: "the price ", de: "der Preis ") + name.id
    }
  }
}
