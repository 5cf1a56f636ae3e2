/// Two colours of a palette that stand on each other and are too much alike (WCAG 2.2, 1.4.3 and 1.4.11, level AA).
struct ContrastFailure {
  let front: Palette.Part
  let ground: Palette.Part
  let frontColour: Colour
  let groundColour: Colour
  /// 4.5 for text, 3 for lines and bars.
  let needed: Double

  var ratio: Double { frontColour.contrast(with: groundColour) }
  var isText: Bool { needed > 3 }
  var isOnPage: Bool { ground == .page }
  /// By how much it falls short.
  var shortfall: Double { needed / ratio }

  func concerns(_ part: Palette.Part) -> Bool {
    front == part || ground == part
  }
}

extension Palette {
  /// How much of the accent and of the colour against it stands behind numbers in heat maps, in percent, at most.
  static let deepestHeat: UInt32 = 42

  /// All of them, in a fixed order.
  var failures: [ContrastFailure] {
    let texts = Self.textPairs.map { ($0.text, $0.ground, self[$0.ground], 4.5) }
    let lines = Self.linePairs.map { ($0.line, $0.ground, self[$0.ground], 3.0) }
    let heat = [Part.accent, .negative].map { ($0, self[$0].mixed(into: page, Self.deepestHeat)) }
      .map { (Part.ink, $0.0, $0.1, 4.5) }
    return (texts + heat + lines).map { front, ground, colour, needed in
      ContrastFailure(front: front, ground: ground, frontColour: self[front], groundColour: colour, needed: needed)
    }.filter { $0.ratio < $0.needed }
  }
}

extension Palette.Part {
  /// As brand files name it; colours that these cannot state in words.
  var name: String {
    switch self {
    case .accentGround: "accentGround"
    case .positive: "the colour of what is in favour"
    case .positiveGround: "the ground of what is in favour"
    case .caution: "the colour of what is to be confirmed"
    case .cautionGround: "the ground of what is to be confirmed"
    case .negative: "the colour of warnings"
    case .negativeGround: "the ground of warnings"
    default: rawValue
    }
  }
}
