import Diagnostics

/// The state of reading one file: a recursive descent over its bytes, at most `maximumJSONDepth` deep.
///
/// INVARIANT: once `checkEncoding` has passed, `offset` never rests inside a character.
struct JSONReader {
  /// Thrown after a report, when what follows cannot be understood.
  struct Stop: Error {}

  static let maximumProblems = 100
  /// Room is made for so many values before they are read, at most.
  static let mostReserved = 16

  let file: SourceFile
  let bytes: [UInt8]
  var offset = 0
  private(set) var log = DiagnosticLog()
  /// Just behind the last thing that was read, white space not counted: where something missing is missing.
  var lastEnd = 0
  /// Offsets of the brackets that are open, outermost first.
  private(set) var open: [Int] = []
  /// By depth, how much the last list and the last object there held: the next one is likely to hold as much.
  var usualCounts = Array(repeating: (elements: 0, members: 0), count: maximumJSONDepth + 1)
  /// Texts that were read, each in the place that its bytes give it: most ids stand in a file many times.
  var knownTexts = Array(repeating: "", count: 256)

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  /// The next byte; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func read() -> JSONNode? {
    do throws(Stop) {
      try checkEncoding()
      try skipSpace()
      guard next != nil else {
        try fail(
          "an empty file is not JSON: a file holds one value",
          at: lastEnd..<lastEnd,
          help: "write at least '{}'"
        )
      }
      let root = try value()
      try skipSpace()
      if next != nil { try failAfterEnd() }
      return root
    } catch {
      return nil
    }
  }

  mutating func value() throws(Stop) -> JSONNode {
    let start = offset
    switch next {
    case ASCII.openBrace: return try object()
    case ASCII.openBracket: return try array()
    case ASCII.quote:
      let text = try string()
      return JSONNode(.string(text), range: start..<offset)
    case ASCII.apostrophe:
      let text = try singleQuoted()
      return JSONNode(.string(text), range: start..<offset)
    case ASCII.minus, ASCII.plus, ASCII.point: return try number()
    case let byte? where ASCII.isDigit(byte): return try number()
    case let byte? where ASCII.isWord(byte): return try word()
    default: try failUnexpected(wanted: "a value")
    }
  }

  mutating func take() {
    offset += 1
    lastEnd = offset
  }

  mutating func openBracket() throws(Stop) {
    guard open.count < maximumJSONDepth else {
      try stop(
        code: "nesting-too-deep",
        "lists and objects nest at most \(maximumJSONDepth) deep",
        at: offset..<offset + 1,
        help: "flatten the data; no rule pack or profile needs this"
      )
    }
    open.append(offset)
    take()
  }

  mutating func closeBracket() {
    open.removeLast()
    take()
  }

  // MARK: Reports

  mutating func report(
    code: String = "json-syntax",
    _ summary: String,
    at range: Range<Int>,
    help: String?,
    related: [Diagnostic.Related] = []
  ) throws(Stop) {
    log.error(code, summary, at: span(range), help: help, related: related)
    guard log.errorCount >= Self.maximumProblems else { return }
    log.report(
      Diagnostic(
        .note,
        code: "too-many-problems",
        "reading stops after \(Self.maximumProblems) problems in one file",
        at: span(range)
      )
    )
    throw Stop()
  }

  /// Reports a mistake of syntax after which nothing can be understood.
  mutating func fail(
    _ summary: String,
    at range: Range<Int>,
    help: String?,
    related: [Diagnostic.Related] = []
  ) throws(Stop) -> Never {
    try stop(code: "json-syntax", summary, at: range, help: help, related: related)
  }

  mutating func stop(
    code: String,
    _ summary: String,
    at range: Range<Int>,
    help: String?,
    related: [Diagnostic.Related] = []
  ) throws(Stop) -> Never {
    try report(code: code, summary, at: range, help: help, related: related)
    throw Stop()
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }
}
