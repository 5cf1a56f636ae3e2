import LocatedJSON

/// Some whole lines of the input.
package struct BatchChunk: Sendable {
  /// Place in the order of chunks, from 0.
  package let number: Int
  /// As people should see it.
  package let file: String
  /// From 1, in the file.
  package let firstLine: Int
  let bytes: PaddedBytes
}

/// Cuts the input into chunks of whole lines, in constant memory.
///
/// Of a line that is longer than a file may be only one byte more is kept, so that the size check refuses it.
package struct BatchChunks {
  /// What the lines are from, as people should see it.
  package let file: String
  private let read: @Sendable (Int) -> [UInt8]
  private let size: Int
  /// Behind the last line that was given away.
  private var rest: [UInt8] = []
  private var line = 1
  private var number: Int
  private var linesToSkip: Int
  private var isAtEnd = false

  /// - Parameters:
  ///   - number: of the first chunk.
  ///   - skip: lines to pass over.
  ///   - read: at most so many bytes; empty at the end.
  package init(
    of file: String,
    number: Int = 0,
    skipping skip: Int = 0,
    size: Int = 1 << 20,
    read: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.file = file
    self.number = number
    self.size = size
    self.read = read
    linesToSkip = skip
  }

  /// Lines that are still to be passed over.
  package var skipsLeft: Int { linesToSkip }

  /// The next lines; nil at the end.
  package mutating func next() -> BatchChunk? {
    while var bytes = nextLines() {
      let lines = bytes.lineFeeds + (bytes.last == ASCII.lineFeed ? 0 : 1)
      defer { line += lines }
      if linesToSkip >= lines {
        linesToSkip -= lines
        continue
      }
      let first = line + linesToSkip
      var start = 0
      while linesToSkip > 0 {
        start = (bytes[start...].firstIndex(of: ASCII.lineFeed) ?? bytes.count - 1) + 1
        linesToSkip -= 1
      }
      bytes.removeSubrange(..<start)
      defer { number += 1 }
      return BatchChunk(number: number, file: file, firstLine: first, bytes: PaddedBytes(bytes))
    }
    return nil
  }

  /// Whole lines of about the size of a chunk; the last one may lack its line feed.
  private mutating func nextLines() -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 65_536 + PaddedBytes.padding)
    bytes += rest
    rest = []
    var searched = 0
    var lastFeed: Int?
    while !isAtEnd {
      lastFeed = bytes[searched...].lastIndex(of: ASCII.lineFeed) ?? lastFeed
      searched = bytes.count
      if bytes.count >= size, let end = lastFeed {
        rest = Array(bytes[(end + 1)...])
        bytes.removeSubrange((end + 1)...)
        return bytes
      }
      if bytes.count > maximumJSONFileSize { return endOfLongLine(bytes) }
      // As much as a pipe holds: larger pieces would only be copied through slower memory.
      let more = read(65_536)
      isAtEnd = more.isEmpty
      bytes += more
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// One line that is too long, cut; what follows its end is kept.
  private mutating func endOfLongLine(_ line: [UInt8]) -> [UInt8] {
    while true {
      let more = read(65_536)
      if more.isEmpty {
        isAtEnd = true
        break
      }
      if let end = more.firstIndex(of: ASCII.lineFeed) {
        rest = Array(more[(end + 1)...])
        break
      }
    }
    return line.prefix(maximumJSONFileSize + 1) + [ASCII.lineFeed]
  }
}
