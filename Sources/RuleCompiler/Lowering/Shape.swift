import Engine

/// What a condition looks like once its parts have registers: the same for the same condition.
enum Shape: Hashable {
  case comparison(ComparisonShape)
  case not(Int)
  /// Registers, ascending.
  case all([Int])
  case any([Int])
}

/// A column and what it is compared with.
struct ComparisonShape: Hashable {
  private let column: Int
  private let kind: Int
  /// The mask, or the bits of the lower bound.
  private let first: UInt64
  /// The bits of the upper bound.
  private let second: UInt64

  init(_ column: Int, _ test: Test) {
    self.column = column
    switch test {
    case .member(let mask): (kind, first, second) = (0, mask, 0)
    case .notMember(let mask): (kind, first, second) = (1, mask, 0)
    case .intersects(let mask): (kind, first, second) = (2, mask, 0)
    case .contains(let mask): (kind, first, second) = (3, mask, 0)
    case .subset(let mask): (kind, first, second) = (4, mask, 0)
    case .within(let bounds): (kind, first, second) = (8 + Self.ends(bounds), bounds.lower.bitPattern, bounds.upper.bitPattern)
    case .outside(let bounds):
      (kind, first, second) = (16 + Self.ends(bounds), bounds.lower.bitPattern, bounds.upper.bitPattern)
    }
  }

  /// Which ends are open.
  private static func ends(_ bounds: Bounds) -> Int { (bounds.isLowerOpen ? 1 : 0) + (bounds.isUpperOpen ? 2 : 0) }
}
