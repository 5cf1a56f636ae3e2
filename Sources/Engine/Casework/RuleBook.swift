/// Rule packs as indices and numbers only: all that a build without names and texts needs to find what the command line
/// finds.
///
/// The same value serves the native program and the page in the browser: `RuleBookBytes` writes and reads it.
package struct RuleBook: Sendable {
  package var program = Program()
  /// Per column of a fact; these come first in the program.
  package var facts: [FactForm] = []
  /// How facts are drawn while nothing is answered: a row for every one that is asked, days left out; by column.
  package var draws = DrawTable()
  /// Number of criteria; weights come in their order.
  package var criterionCount = 0
  /// Per decision: how much it counts when questions are compared.
  package var importance: [Double] = []
  /// What is to be confirmed while a rule is true, by rule, then leaf.
  package var confirmations: [Confirmation] = []

  package init() {}

  /// A leaf about which something is to be confirmed while a rule is true.
  package struct Confirmation: Sendable, Equatable {
    /// Index into `Program.rules`.
    package var rule: Int32
    /// Index into `Program.leaves`.
    package var leaf: Int32

    package init(rule: Int32, leaf: Int32) {
      self.rule = rule
      self.leaf = leaf
    }
  }
}

/// How a fact can be answered.
package struct FactForm: Sendable {
  /// Whether people are asked; nothing else counts for a derived fact.
  package var isAsked = false
  /// Never changed by what-if searches: the law, the site.
  package var isFixed = false
  /// Only whole numbers are drawn.
  package var isInteger = false
  package var kind = OpenFact.Kind.choice
  /// Everything that an answer may be.
  package var everything = Extent()
  /// What stands in for an answer that is missing.
  package var assumed: Extent?
  /// Place among questions that are worth the same.
  package var place: Int32 = 0

  package init() {}
}
