/// Rule packs as a flat program: tables of indices and numbers, no names and no text.
///
/// A *column* holds the value of a fact, or the outcome of a decision, in every world. A *register* holds the truth of
/// a condition in every world. The operations stand in an order in which everything is computed before it is used.
/// INVARIANT: whoever builds a program keeps all indices within their tables; the kernel does not check them again.
package struct Program: Sendable {
  /// Facts come first; then for every decision one column for its option and one for its leaf.
  package var columnCount = 0
  package var registerCount = 0
  package var operations: [Operation] = []
  package var comparisons: [Comparison] = []
  /// Runs of registers, formula nodes and cases that operations and formulas refer to.
  package var operands: [Int32] = []
  package var formulas: [Formula] = []
  /// Values of derived cases.
  package var constants: [Constant] = []
  /// In an order in which every decision comes after those it depends on.
  package var decisions: [DecisionRow] = []
  /// Leaves of a decision stand together.
  package var leaves: [LeafRow] = []
  /// Criteria under which options of a decision can be rated; those of a decision stand together, in the order of ids.
  package var slots: [SlotRow] = []
  /// Rules of a decision stand together.
  package var rules: [RuleRow] = []
  package var ratings: [RatingRow] = []
  /// Leaves (indices into `leaves`) that rules exclude.
  package var exclusions: [Int32] = []

  package init() {}
}

/// A run of entries in a table.
package struct Run: Sendable {
  package var first: Int32
  package var count: Int32

  package init(first: Int32, count: Int32) {
    self.first = first
    self.count = count
  }

  package init(_ range: Range<Int>) {
    first = Int32(range.lowerBound)
    count = Int32(range.count)
  }

  /// The indices of the entries.
  package var indices: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// One step of a program.
package enum Operation: Sendable {
  /// Compares a column with literals.
  case compare(register: Int32, comparison: Int32)
  /// True if all registers of the run (in `operands`) are; false as soon as one is.
  case all(register: Int32, of: Run)
  /// True as soon as one register of the run is; false if all are.
  case any(register: Int32, of: Run)
  case not(register: Int32, of: Int32)
  /// Makes a fact not applicable where the register is false, and unknown where it is unknown.
  case relevance(column: Int32, register: Int32)
  /// Computes a number fact from others.
  case formula(column: Int32, root: Int32)
  /// Makes a boolean fact from a condition.
  case truth(column: Int32, register: Int32)
  /// The value of the first case that is true: pairs of register and constant in `operands`.
  case cases(column: Int32, cases: Run, otherwise: Int32)
  case decide(decision: Int32)
}

/// What a column is compared with. Masks have one bit per choice, boolean (0 false, 1 true) or option.
package enum Test: Sendable {
  case member(UInt64)
  case notMember(UInt64)
  case within(Bounds)
  case outside(Bounds)
  case intersects(UInt64)
  case contains(UInt64)
  case subset(UInt64)
}

/// An interval of numbers; an open end excludes its bound.
package struct Bounds: Sendable {
  package var lower: Double
  package var upper: Double
  package var isLowerOpen: Bool
  package var isUpperOpen: Bool

  package init(lower: Double, upper: Double, isLowerOpen: Bool, isUpperOpen: Bool) {
    self.lower = lower
    self.upper = upper
    self.isLowerOpen = isLowerOpen
    self.isUpperOpen = isUpperOpen
  }
}

package struct Comparison: Sendable {
  package var column: Int32
  package var test: Test

  package init(column: Int32, test: Test) {
    self.column = column
    self.test = test
  }
}

/// A node of a formula; children are runs of node indices in `operands`.
package enum Formula: Sendable {
  case constant(Double)
  case column(Int32)
  case sum(Run)
  case product(Run)
  case quotient(Int32, Int32)
  case minimum(Run)
  case maximum(Run)
  /// Weeks from the profile's date to a date column.
  case weeksUntil(Int32)
}

/// A known value: bits for booleans, choices and sets, a number for numbers and dates.
package struct Constant: Sendable {
  package var bits: UInt64
  package var number: Double

  package init(bits: UInt64, number: Double) {
    self.bits = bits
    self.number = number
  }
}

package struct DecisionRow: Sendable {
  /// Register of the decision's condition; −1 if it always applies.
  package var when: Int32
  package var leaves: Run
  package var slots: Run
  package var rules: Run
  /// Columns of the outcome: option (bit = place of the family) and leaf (bit = place of the leaf).
  package var familyColumn: Int32
  package var leafColumn: Int32

  package init(when: Int32, leaves: Run, slots: Run, rules: Run, familyColumn: Int32, leafColumn: Int32) {
    self.when = when
    self.leaves = leaves
    self.slots = slots
    self.rules = rules
    self.familyColumn = familyColumn
    self.leafColumn = leafColumn
  }
}

package struct LeafRow: Sendable {
  /// Place of its option among the options (without variants) of the decision.
  package var family: Int32
  /// Place in the order that breaks ties: by preference, then id. Unique within a decision.
  package var tieOrder: Int32
  /// Its first cell of net points; one per slot of the decision, in the order of the slots.
  package var firstCell: Int32

  package init(family: Int32, tieOrder: Int32, firstCell: Int32) {
    self.family = family
    self.tieOrder = tieOrder
    self.firstCell = firstCell
  }
}

package struct SlotRow: Sendable {
  /// Index of the criterion among the weights of the circumstances.
  package var criterion: Int32
  /// The points that fill the criterion, ≥ 1.
  package var scale: Int32

  package init(criterion: Int32, scale: Int32) {
    self.criterion = criterion
    self.scale = scale
  }
}

package struct RuleRow: Sendable {
  package var register: Int32
  /// Place of its criterion among the slots of the decision; −1 for a rule that does not rate.
  package var slot: Int32
  package var ratings: Run
  package var exclusions: Run

  package init(register: Int32, slot: Int32, ratings: Run, exclusions: Run) {
    self.register = register
    self.slot = slot
    self.ratings = ratings
    self.exclusions = exclusions
  }
}

package struct RatingRow: Sendable {
  /// Leaf that is rated (index into `leaves`).
  package var leaf: Int32
  /// Weight times rating.
  package var points: Int32

  package init(leaf: Int32, points: Int32) {
    self.leaf = leaf
    self.points = points
  }
}
