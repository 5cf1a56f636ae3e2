/// A named text as it was read, shared by everything that points into it.
///
/// Immutable, so one instance can be shared by every span of the file: a message can then show its line without
/// reading the file a second time, and cannot disagree with what was parsed.
package final class SourceFile: Sendable {
  /// The path as people should see it, relative where possible.
  package let name: String
  /// The bytes of the file, unchanged.
  package let bytes: [UInt8]
  /// The number of the first line: 1, or more for a part of a longer file.
  package let firstLine: Int
  /// Offsets of the first byte of every line, ascending; the first is 0.
  private let lineStarts: [Int]

  package init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for offset in bytes.indices where bytes[offset] == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The place of a byte offset, for people: line from `firstLine` and column from 1, columns counted in characters.
  ///
  /// Offsets past the end give the place just behind the last character. More than 64 KiB behind the beginning of its
  /// line, a column counts code points instead.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[lineStarts[low]..<offset]
    // Finding the borders of characters is slow; nobody counts columns in a file that is one line of megabytes.
    let count =
      before.count > 65_536
      ? before.count { $0 & 0xC0 != 0x80 }
      : String(decoding: before, as: UTF8.self).count
    return SourcePosition(line: low + firstLine, column: count + 1)
  }

  /// The bytes of a line (from `firstLine`) without its line ending; empty, at the end, for a line that does not exist.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    let index = line - firstLine
    guard lineStarts.indices.contains(index) else { return bytes.count..<bytes.count }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a line (from `firstLine`) without its line ending; empty for a line that does not exist.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }
}

/// A place in a file for people: line and column from 1; columns count characters, not bytes.
package struct SourcePosition: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A range of bytes in a file.
package struct SourceSpan: Sendable {
  package let file: SourceFile
  /// Byte offsets; may be empty (a place between two bytes).
  package let range: Range<Int>

  package init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// Where the span begins.
  package var start: SourcePosition { file.position(at: range.lowerBound) }
  /// Just behind its last character.
  package var end: SourcePosition { file.position(at: range.upperBound) }
}
