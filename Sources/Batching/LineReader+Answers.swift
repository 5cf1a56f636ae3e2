/// Answers of all forms, with white space and in any notation that a plain line may have.
extension LineReader {
  /// Reads an answer; `other` if it is for the ordinary reader.
  @inline(never)
  mutating func answer(_ fact: AnswerForms.Fact, _ choices: KnownChoices) -> AnswerForms.Answer {
    // Asked and not known: as if it had not been asked.
    if null() { return .nothing }
    switch fact.kind {
    case .boolean: return flag().map { .bits($0 ? 2 : 1) } ?? .other
    case .choice: return choice(fact.choices, choices).map { .bits($0) } ?? .other
    case .choices:
      guard let set = set(of: fact.choices, choices), set & fact.exclusive == 0 || set.nonzeroBitCount == 1 else {
        return .other
      }
      return .bits(set)
    case .number:
      guard let (from, to) = numberOrRange(), from >= fact.minimum, to <= fact.maximum else { return .other }
      return .ends(from, to)
    case .day: return day().map { .ends(Double($0), Double($0)) } ?? .other
    }
  }

  private mutating func choice(_ table: KnownChoices.Table, _ choices: KnownChoices) -> UInt64? {
    var place = offset
    let bit = choices.take(table, at: &place, in: bytes.storage.span.bytes)
    offset = place
    return bit == 0 ? nil : bit
  }

  private mutating func set(of table: KnownChoices.Table, _ choices: KnownChoices) -> UInt64? {
    var bits: UInt64 = 0
    let isRead = elements { reader in
      guard let bit = reader.choice(table, choices), bits & bit == 0 else { return false }
      bits |= bit
      return true
    }
    return isRead ? bits : nil
  }

  private mutating func numberOrRange() -> (from: Double, to: Double)? {
    if let number = number() { return (number, number) }
    return range()
  }

  private mutating func range() -> (from: Double, to: Double)? {
    var (from, to): (Double?, Double?)
    let isRead = members { reader in
      guard let end = reader.take(0..<2, of: AnswerForms.rangeKeys), reader.take(ASCII.colon),
        (end == 0 ? from : to) == nil, let number = reader.number()
      else { return false }
      if end == 0 { from = number } else { to = number }
      return true
    }
    guard isRead, let from, let to, from <= to else { return nil }
    return (from, to)
  }
}
