import RuleModel

/// A number or a range as people type it.
enum NumberReading: Equatable {
  case range(from: Double, to: Double)
  /// "1,000": a thousand for one reader, one for another.
  case ambiguous
  case falling
  /// What stands behind the number is not the unit of the question.
  case otherUnit(String)
  case nothing

  /// - Parameter unit: of the question; may stand behind the number.
  ///
  /// A decimal point or comma, `'` and `’` between thousands, a range by a hyphen, a dash, two dots, "to" or "bis". A
  /// comma with exactly three digits behind it is refused, since nobody knows what it means.
  init(_ text: String, unit: String?) {
    let text = text.trimmed
    if let whole = Self.single(text, unit) {
      self = whole
      return
    }
    for separator in ["..", " to ", " bis ", "–", "—", "-"] {
      // A hyphen in front may be a sign.
      for place in text.ranges(of: separator) where place.lowerBound > text.startIndex {
        let (first, last) = (text[..<place.lowerBound], text[place.upperBound...])
        guard let low = Self.single(String(first), unit), let high = Self.single(String(last), unit) else { continue }
        self = Self.joined(low, high)
        return
      }
    }
    self = .nothing
  }

  private static func joined(_ low: NumberReading, _ high: NumberReading) -> NumberReading {
    switch (low, high) {
    case (.range(let from, _), .range(let to, _)): from <= to ? .range(from: from, to: to) : .falling
    case (.range, let problem), (let problem, _): problem
    }
  }

  /// Nil if it is no single number.
  private static func single(_ text: String, _ unit: String?) -> NumberReading? {
    let text = text.trimmed
    let sign: Double = text.hasPrefix("-") || text.hasPrefix("\u{2212}") ? -1 : 1
    let body = sign < 0 ? text.dropFirst() : text[...]
    let digits = body.prefix { $0.isASCII && $0.isNumber || ".,'\u{2019}".contains($0) }
    guard let first = digits.first, first.isNumber, digits.last?.isNumber == true else { return nil }
    let rest = String(body.dropFirst(digits.count)).trimmed
    guard let number = value(digits) else { return .ambiguous }
    guard let number else { return nil }
    if !rest.isEmpty, rest.lowercased() != unit?.lowercased() {
      return rest.allSatisfy { $0.isLetter || "%/·²³ ".contains($0) } && !rest.contains(" ") ? .otherUnit(rest) : nil
    }
    return .range(from: sign * number, to: sign * number)
  }

  /// Nil where it is ambiguous, the inner nil where it is no number.
  private static func value(_ digits: Substring) -> Double?? {
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2 else { return .some(nil) }
    let thousands = parts[0].split(omittingEmptySubsequences: false) { $0 == "'" || $0 == "\u{2019}" }
    let isGrouped =
      thousands.dropFirst().allSatisfy { $0.count == 3 } && (thousands.count == 1 || thousands[0].count <= 3)
    guard isGrouped, parts.count == 1 || parts[1].allSatisfy(\.isNumber) else { return .some(nil) }
    if parts.count == 2, digits.contains(","), parts[1].count == 3 { return nil }
    let text = thousands.joined() + (parts.count == 2 ? "." + parts[1] : "")
    guard text.utf8.count <= 40, let number = Double(text), number.isFinite else { return .some(nil) }
    return number
  }
}

extension StringProtocol {
  /// Without space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
