package import Diagnostics
package import RuleModel

/// A condition whose names are resolved and whose literals have the type of what they are compared with.
package enum LinkedCondition: Sendable {
  case all([LinkedCondition])
  case any([LinkedCondition])
  indirect case not(LinkedCondition)
  case comparison(LinkedComparison)

  /// Calls a function for every comparison, in the order written.
  package func forEachComparison(_ body: (LinkedComparison) -> Void) {
    switch self {
    case .all(let parts), .any(let parts):
      for part in parts { part.forEachComparison(body) }
    case .not(let part): part.forEachComparison(body)
    case .comparison(let comparison): body(comparison)
    }
  }
}

/// A comparison whose names are resolved. A class: handing it on copies one reference.
package final class LinkedComparison: Sendable {
  package let subject: Subject
  package let `operator`: ConditionOperator
  package let operands: [FactValue]
  /// The choices in order, where the subject is an ordered choice.
  package let order: ChoiceOrder
  package let span: SourceSpan?

  init(
    subject: Subject,
    operator: ConditionOperator,
    operands: [FactValue],
    order: ChoiceOrder,
    span: SourceSpan?
  ) {
    self.subject = subject
    self.operator = `operator`
    self.operands = operands
    self.order = order
    self.span = span
  }
}
