/// What is told about differences, free of any format: a terminal and Markdown say the same.
package struct Account: Sendable {
  package enum Block: Sendable {
    /// What it is all about; the first line.
    case title(String)
    case heading(String)
    /// A heading below a heading.
    case subheading(String)
    case sentence(String)
    case item(Mark, String)
    /// More about the item before.
    case detail(String)
    /// Said small, below the block before.
    case aside(String)
    case points(PointTable)
  }

  /// What an item says at a glance.
  package enum Mark: Sendable {
    case plain
    /// Something else than before.
    case other
    case comes
    case goes
    case asks
    case warns
  }

  package internal(set) var blocks: [Block] = []

  mutating func add(_ block: Block) { blocks.append(block) }
}

/// Points before and after, and their difference; the last row is the sum of the others.
package struct PointTable: Sendable {
  package struct Row: Sendable {
    /// With signs and one decimal.
    package let before: String
    package let after: String
    package let difference: String
    package let text: String
    /// Why it differs; empty for a sum.
    package let detail: String
  }

  /// Headings of the three columns of numbers.
  package let columns: [String]
  package let rows: [Row]
  package let sum: Row
}
