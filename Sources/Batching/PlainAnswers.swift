/// Answers as programs write most of them, without white space: each with where it ends; nil for all others.
extension RawSpan {
  /// `true` or `false`.
  @inline(__always)
  func flag(at place: Int) -> (Bool, end: Int)? {
    let word = word(at: place)
    if word & 0xFFFF_FFFF == 0x6575_7274 { return (true, place &+ 4) }
    if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 { return (false, place &+ 5) }
    return nil
  }

  /// A number of at most seven digits.
  @inline(__always)
  func wholeNumber(at place: Int) -> (Double, end: Int)? {
    // The digits as numbers, the first one lowest.
    var digits = word(at: place) ^ 0x3030_3030_3030_3030
    var number = digits & 0xFF
    guard number <= 9 else { return nil }
    let mayGoOn = number != 0
    var end = place &+ 1
    digits &>>= 8
    while digits & 0xFF <= 9 {
      guard mayGoOn && end &- place < 7 else { return nil }
      number = number &* 10 &+ digits & 0xFF
      digits &>>= 8
      end &+= 1
    }
    guard digits & 0xFF != UInt64(ASCII.point ^ ASCII.zero) else { return nil }
    return (Double(Int64(truncatingIfNeeded: number)), end)
  }

  /// Some choices of a fact, each at most once.
  @inline(__always)
  func set(of table: KnownChoices.Table, _ choices: KnownChoices, at place: Int) -> (UInt64, end: Int)? {
    guard byte(at: place) == ASCII.openBracket else { return nil }
    var end = place &+ 1
    var all: UInt64 = 0
    if byte(at: end) == ASCII.closeBracket { return (0, end &+ 1) }
    while true {
      let bit = choices.take(table, at: &end, in: self)
      guard bit & ~all != 0 else { return nil }
      all |= bit
      let next = byte(at: end)
      end &+= 1
      if next == ASCII.comma { continue }
      return next == ASCII.closeBracket ? (all, end) : nil
    }
  }
}
