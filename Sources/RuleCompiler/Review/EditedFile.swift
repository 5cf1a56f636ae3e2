package import Diagnostics

/// A file of a pack before and after a change.
package struct EditedFile: Sendable {
  /// Lines that change, as a person compares them.
  package struct Change: Sendable, Equatable {
    /// Number of the first old line, from 1; where lines are only added, of the line behind them.
    package let line: Int
    package let old: [String]
    package let new: [String]
  }

  package let before: SourceFile
  package let after: SourceFile

  /// In the order of the lines.
  package var changes: [Change] {
    let (old, new) = (Self.lines(of: before), Self.lines(of: after))
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.place))
    let added = Set(difference.insertions.map(\.place))
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let (firstLeft, firstRight) = (left, right)
      while removed.contains(left) { left += 1 }
      while added.contains(right) { right += 1 }
      if left > firstLeft || right > firstRight {
        changes.append(
          Change(line: firstLeft + 1, old: Array(old[firstLeft..<left]), new: Array(new[firstRight..<right]))
        )
      }
      left += 1
      right += 1
    }
    return changes
  }

  private static func lines(of file: SourceFile) -> [String] {
    (1...file.position(at: file.bytes.count).line).map { file.text(ofLine: $0) }
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
