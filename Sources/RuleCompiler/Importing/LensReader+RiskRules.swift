import Diagnostics
import LocatedJSON

extension LensReader {
  /// The risk rules of a question, up to the first one whose condition cannot be read.
  ///
  /// Those behind it hold only where it does not, so nothing can be said about them either, nor about a `default`.
  ///
  /// - Returns: the rules, and whether all could be read.
  mutating func riskRules(_ nodes: [JSONNode], choices: [String]) -> (rules: [Lens.RiskRule], areAll: Bool) {
    var rules: [Lens.RiskRule] = []
    for (place, node) in nodes.enumerated() {
      let what = "a risk rule"
      guard let members = members(node, of: what) else { continue }
      reportOthers(members, of: what, known: ["condition", "risk"])
      let condition = required("condition", members, in: node, of: what)
      let risk = required("risk", members, in: node, of: what)
      guard let condition else { continue }
      guard let read = self.condition(condition.text, at: condition.node, choices, behind: nodes.count - place - 1)
      else { return (rules.filter { !$0.isDefault }, false) }
      if let risk {
        rules.append(
          Lens.RiskRule(
            text: Self.line(condition.text),
            condition: read,
            risk: self.risk(risk.text, at: risk.node),
            span: span(condition.node.range)
          )
        )
      }
    }
    return (rules, true)
  }

  private mutating func risk(_ text: String, at node: JSONNode) -> Lens.Risk? {
    if let risk = Lens.Risk(rawValue: text) { return risk }
    let words = Lens.Risk.allCases.map(\.rawValue)
    log.warning(
      "import-unknown-risk",
      "\(quoted(text)) is no risk; the rule is not carried over, but keeps its answers from the rules behind it",
      at: span(node.range),
      help: nearest(text, in: words).map { "did you mean '\($0)'?" } ?? "write one of \(words.joined(separator: ", "))"
    )
    return nil
  }

  private mutating func condition(
    _ text: String,
    at node: JSONNode,
    _ choices: [String],
    behind count: Int
  ) -> RiskCondition? {
    guard text.trimmed != "default" else { return .constant(true) }
    let places = BytePlaces(of: node, in: file)
    switch RiskConditionParser.read(text, choices: choices) {
    case .failure(let problem):
      let loss =
        count == 0
        ? "this risk rule is not carried over" : "this risk rule and the \(count) behind it are not carried over"
      log.warning(
        "import-unreadable-condition",
        "\(problem.message); \(loss)",
        at: span(places.range(problem.range)),
        help: problem.help
      )
      return nil
    case .success(let reading):
      for stranger in reading.strangers {
        log.warning(
          "import-unknown-choice",
          "\(quoted(stranger.id)) is no choice of this question, and counts as never chosen",
          at: span(places.range(stranger.range)),
          help: nearest(stranger.id, in: choices).map { "did you mean '\($0)'?" }
            ?? "choices: \(choices.map { sanitized($0) }.joined(separator: ", "))"
        )
      }
      if let mixture = reading.mixture {
        log.report(
          Diagnostic(
            .note,
            code: "import-mixed-operators",
            "&& binds tighter than ||: a || b && c is read as a || (b && c)",
            at: span(places.range(mixture)),
            help: "add parentheses if something else is meant"
          )
        )
      }
      return reading.condition
    }
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: Substring {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return head[...last]
  }
}

/// Where the bytes of a decoded text stand in the file, whatever escapes it is written with.
struct BytePlaces {
  /// The offset of every byte, and of the place behind the last.
  private var offsets: [Int] = []

  /// - Parameter node: a text.
  init(of node: JSONNode, in file: SourceFile) {
    var place = node.range.lowerBound + 1
    let end = node.range.upperBound - 1
    guard case .string = node.value, place <= end else { return }
    while place < end {
      guard file.bytes[place] == UInt8(ascii: "\\"), place + 1 < end else {
        offsets.append(place)
        place += 1
        continue
      }
      guard file.bytes[place + 1] == UInt8(ascii: "u") else {
        offsets.append(place)
        place += 2
        continue
      }
      let unit = Self.hexadecimal(file.bytes[min(place + 2, end)..<min(place + 6, end)])
      let isPair = (0xD800..<0xDC00).contains(unit)
      let count = isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
      offsets += Array(repeating: place, count: count)
      place += isPair ? 12 : 6
    }
    offsets.append(end)
  }

  /// Bytes of the file for bytes of the text.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard let last = offsets.last else { return 0..<0 }
    func offset(_ place: Int) -> Int { place < offsets.count ? offsets[place] : last }
    return offset(range.lowerBound)..<max(offset(range.lowerBound), offset(range.upperBound))
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> Int {
    Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
  }
}
