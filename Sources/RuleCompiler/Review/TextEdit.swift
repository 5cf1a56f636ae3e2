package import Diagnostics

/// Some bytes of a file to be replaced by others.
struct TextEdit {
  let range: Range<Int>
  let replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = Array(replacement.utf8)
  }
}

/// A file with edits applied; everything between the edits is what it was, byte by byte.
package struct EditedFile: Sendable {
  /// Lines that change, as a person compares them.
  package struct Change: Sendable, Equatable {
    /// Number of the first old line, from 1.
    package let line: Int
    package let old: [String]
    package let new: [String]
  }

  /// As it was read.
  package let file: SourceFile
  package let bytes: [UInt8]
  /// In the order of the lines.
  package let changes: [Change]

  /// - Parameter edits: in any order; they must not overlap.
  init(_ file: SourceFile, _ edits: [TextEdit]) {
    self.file = file
    let sorted = edits.sorted { a, b in
      (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
    bytes = Self.apply(sorted, to: file.bytes, 0..<file.bytes.count)
    var changes: [Change] = []
    var group: [TextEdit] = []
    func lines(_ range: Range<Int>) -> ClosedRange<Int> {
      file.position(at: range.lowerBound).line...file.position(at: range.upperBound).line
    }
    func close() {
      guard let first = group.first, let last = group.last else { return }
      let (top, bottom) = (lines(first.range).lowerBound, lines(last.range).upperBound)
      let whole = file.byteRange(ofLine: top).lowerBound..<file.byteRange(ofLine: bottom).upperBound
      let new = SourceFile(name: file.name, bytes: Self.apply(group, to: file.bytes, whole))
      changes.append(
        Change(
          line: top,
          old: (top...bottom).map { file.text(ofLine: $0) },
          new: (1...new.position(at: new.bytes.count).line).map { new.text(ofLine: $0) }
        )
      )
      group = []
    }
    for edit in sorted {
      if let last = group.last, lines(last.range).upperBound < lines(edit.range).lowerBound { close() }
      group.append(edit)
    }
    close()
    self.changes = changes
  }

  /// Part of the bytes with the edits that lie within it.
  private static func apply(_ edits: [TextEdit], to bytes: [UInt8], _ part: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var place = part.lowerBound
    for edit in edits {
      result += bytes[place..<edit.range.lowerBound] + edit.replacement
      place = edit.range.upperBound
    }
    return result + bytes[place..<part.upperBound]
  }
}
