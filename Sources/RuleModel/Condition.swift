package import Diagnostics

/// A condition as written: Kleene logic over comparisons (method.md, section 2; formats.md, "Conditions").
package enum Condition: Sendable {
  /// All must hold.
  case all([Condition], span: SourceSpan?)
  /// At least one must hold.
  case any([Condition], span: SourceSpan?)
  indirect case not(Condition, span: SourceSpan?)
  case comparison(Comparison)

  /// Calls a function for every comparison, in the order written.
  package func forEachComparison(_ body: (Comparison) -> Void) {
    switch self {
    case .all(let parts, _), .any(let parts, _):
      for part in parts { part.forEachComparison(body) }
    case .not(let part, _): part.forEachComparison(body)
    case .comparison(let comparison): body(comparison)
    }
  }
}

/// One comparison of a subject with one or several literals.
///
/// A class: handing it on copies one reference.
package final class Comparison: Sendable {
  package let subject: Subject
  /// The key as written, with its place.
  package let subjectName: Name
  package let `operator`: ConditionOperator
  /// The literals: exactly one unless the operator takes a list.
  package let operands: [Literal]
  /// The value with its operator, as written.
  package let span: SourceSpan?

  package init(
    subject: Subject,
    subjectName: Name,
    operator: ConditionOperator,
    operands: [Literal],
    span: SourceSpan?
  ) {
    self.subject = subject
    self.subjectName = subjectName
    self.operator = `operator`
    self.operands = operands
    self.span = span
  }
}

/// What a comparison looks at.
package enum Subject: Sendable, Hashable {
  case fact(String)
  /// The recommended (or decided) option of a decision, without variant.
  case decision(String)
  /// The recommended (or decided) leaf.
  case decisionVariant(String)

  /// The subject that a key of a condition names.
  package init(key: String) {
    guard key.hasPrefix("decision.") else {
      self = .fact(key)
      return
    }
    let rest = String(key.dropFirst("decision.".count))
    if rest.hasSuffix(".variant") {
      self = .decisionVariant(String(rest.dropLast(".variant".count)))
    } else {
      self = .decision(rest)
    }
  }

  /// The key that names it in a condition.
  package var key: String {
    switch self {
    case .fact(let id): id
    case .decision(let id): "decision.\(id)"
    case .decisionVariant(let id): "decision.\(id).variant"
    }
  }
}

/// A value as written in a condition or an answer, before the fact's type is known.
package struct Literal: Sendable {
  package enum Value: Sendable, Hashable {
    case boolean(Bool)
    case number(Double)
    /// An id of a choice or option, or a date.
    case text(String)
  }

  package let value: Value
  package let span: SourceSpan?

  package init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }
}

/// A formula over numbers (facts of type number, constants, and nested formulas).
package indirect enum Expression: Sendable {
  case constant(Double)
  case fact(Name)
  case sum([Expression])
  case product([Expression])
  case quotient(Expression, Expression)
  case minimum([Expression])
  case maximum([Expression])
  /// Weeks from the profile's date to a date fact.
  case weeksUntil(Name)
  /// The sum of another price; only in the quantity of a price.
  case cost(Name)

  /// Calls a function for every fact named, in the order written.
  package func forEachFact(_ body: (Name) -> Void) {
    switch self {
    case .constant, .cost: break
    case .fact(let name), .weeksUntil(let name): body(name)
    case .sum(let parts), .product(let parts), .minimum(let parts), .maximum(let parts):
      for part in parts { part.forEachFact(body) }
    case .quotient(let a, let b):
      a.forEachFact(body)
      b.forEachFact(body)
    }
  }

  /// Calls a function for every price named, in the order written.
  package func forEachCost(_ body: (Name) -> Void) {
    switch self {
    case .constant, .fact, .weeksUntil: break
    case .cost(let name): body(name)
    case .sum(let parts), .product(let parts), .minimum(let parts), .maximum(let parts):
      for part in parts { part.forEachCost(body) }
    case .quotient(let a, let b):
      a.forEachCost(body)
      b.forEachCost(body)
    }
  }
}
