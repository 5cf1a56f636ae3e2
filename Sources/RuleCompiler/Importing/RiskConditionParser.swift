/// Reads a condition of a lens: choice ids with `&&`, `||`, `!` and parentheses.
///
/// `!` binds tightest and `||` loosest, as in the languages that the signs come from. An id is any run of characters but
/// white space and those signs. Never fails in any other way than by `problem`, whatever the text holds.
struct RiskConditionParser {
  struct Problem: Error, Equatable {
    let message: String
    let help: String?
    /// Bytes of the text.
    let range: Range<Int>
  }

  /// An id that the condition names.
  struct Mention: Equatable {
    let id: String
    let range: Range<Int>
  }

  /// A condition as it was read.
  struct Reading: Equatable {
    let condition: RiskCondition
    /// Ids that are no choice of the question, in the order written; they count as not chosen.
    let strangers: [Mention]
    /// Where `&&` and `||` stand side by side without parentheses that say which comes first; nil if nowhere.
    let mixture: Range<Int>?
  }

  /// How deep parentheses may stand in one another.
  static let maximumDepth = 64

  private enum Token: Equatable {
    case and
    case or
    case not
    case open
    case close
    case id(String)
  }

  private let bytes: [UInt8]
  private let places: [String: Int]
  private var tokens: [(token: Token, range: Range<Int>)] = []
  private var next = 0
  private var strangers: [Mention] = []
  private var mixture: Range<Int>?

  /// - Parameter choices: ids by their places.
  static func read(_ text: String, choices: [String]) -> Result<Reading, Problem> {
    var parser = RiskConditionParser(text, choices)
    do throws(Problem) {
      try parser.split()
      let condition = try parser.disjunction(depth: 0)
      if let extra = parser.peek {
        throw Problem(
          message: extra.token == .close
            ? "this ')' closes nothing" : "a condition goes on with && or || here",
          help: extra.token == .close ? "remove it, or add '(' in front" : "write && or || between the two",
          range: extra.range
        )
      }
      return .success(Reading(condition: condition, strangers: parser.strangers, mixture: parser.mixture))
    } catch {
      return .failure(error)
    }
  }

  private init(_ text: String, _ choices: [String]) {
    bytes = Array(text.utf8)
    places = Dictionary(choices.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  // MARK: Signs and ids

  private mutating func split() throws(Problem) {
    var place = 0
    while place < bytes.count {
      let start = place
      switch bytes[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        place += 1
        continue
      case UInt8(ascii: "("): tokens.append((.open, start..<start + 1))
      case UInt8(ascii: ")"): tokens.append((.close, start..<start + 1))
      case UInt8(ascii: "!"): tokens.append((.not, start..<start + 1))
      case UInt8(ascii: "&"), UInt8(ascii: "|"):
        let sign = bytes[place]
        let word = sign == UInt8(ascii: "&") ? "&&" : "||"
        guard place + 1 < bytes.count, bytes[place + 1] == sign else {
          throw Problem(
            message: "'\(word.prefix(1))' stands alone",
            help: "write \(word)",
            range: start..<start + 1
          )
        }
        place += 1
        tokens.append((sign == UInt8(ascii: "&") ? .and : .or, start..<start + 2))
      default:
        while place < bytes.count, !Self.endsID(bytes[place]) { place += 1 }
        tokens.append((.id(String(decoding: bytes[start..<place], as: UTF8.self)), start..<place))
        continue
      }
      place += 1
    }
  }

  private static func endsID(_ byte: UInt8) -> Bool {
    " \t\n\r()!&|".utf8.contains(byte)
  }

  // MARK: Conditions

  private var peek: (token: Token, range: Range<Int>)? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ token: Token) -> Bool {
    guard peek?.token == token else { return false }
    next += 1
    return true
  }

  private mutating func disjunction(depth: Int) throws(Problem) -> RiskCondition {
    let start = peek?.range.lowerBound ?? bytes.count
    var hasAnd = false
    var parts = [try conjunction(depth: depth, &hasAnd)]
    while take(.or) { parts.append(try conjunction(depth: depth, &hasAnd)) }
    if hasAnd, parts.count > 1, mixture == nil { mixture = start..<tokens[next - 1].range.upperBound }
    return .any(of: parts)
  }

  private mutating func conjunction(depth: Int, _ hasAnd: inout Bool) throws(Problem) -> RiskCondition {
    var parts = [try negation(depth: depth)]
    while take(.and) {
      hasAnd = true
      parts.append(try negation(depth: depth))
    }
    return .all(of: parts)
  }

  private mutating func negation(depth: Int) throws(Problem) -> RiskCondition {
    var isNegated = false
    while take(.not) { isNegated.toggle() }
    let part = try operand(depth: depth)
    return isNegated ? part.negated : part
  }

  private mutating func operand(depth: Int) throws(Problem) -> RiskCondition {
    guard let (token, range) = peek else {
      throw Problem(
        message: tokens.isEmpty ? "the condition is empty" : "the condition ends where a choice is missing",
        help: tokens.isEmpty ? "write ids of choices, or \"default\"" : "add the id of a choice",
        range: bytes.count..<bytes.count
      )
    }
    next += 1
    switch token {
    case .open:
      guard depth < Self.maximumDepth else {
        throw Problem(
          message: "parentheses stand at most \(Self.maximumDepth) deep in one another",
          help: "remove those that change nothing",
          range: range
        )
      }
      let inner = try disjunction(depth: depth + 1)
      guard take(.close) else {
        throw Problem(
          message: "this '(' is not closed",
          help: "add ')'",
          range: range
        )
      }
      return inner
    case .id(let id):
      if let place = places[id] { return .choice(place) }
      if let sign = Self.words[id.lowercased()] {
        throw Problem(message: "'\(id)' is no sign of a condition", help: "write \(sign)", range: range)
      }
      if id == "default" {
        throw Problem(
          message: "'default' stands alone, not within a condition",
          help: "make it a risk rule of its own, the last one",
          range: range
        )
      }
      strangers.append(Mention(id: id, range: range))
      return .constant(false)
    case .close, .and, .or, .not:
      throw Problem(
        message: "a choice is missing in front of this",
        help: "add the id of a choice, or remove the sign",
        range: range
      )
    }
  }

  /// What people write for the signs.
  private static let words = ["and": "&&", "or": "||", "not": "!"]
}
