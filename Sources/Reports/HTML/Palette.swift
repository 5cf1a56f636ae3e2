/// The colours of the house style in one scheme. `textPairs` and `linePairs` state which stand on which; all of them
/// keep the contrast that WCAG 2.2 asks for at level AA.
struct Palette: Equatable {
  var page: Colour
  /// The ground of boxes and bands.
  var panel: Colour
  var ink: Colour
  var muted: Colour
  /// Hairlines that carry no meaning.
  var hairline: Colour
  /// Borders and connectors that do.
  var line: Colour
  var accent: Colour
  var accentGround: Colour
  let positive: Colour
  let positiveGround: Colour
  let caution: Colour
  let cautionGround: Colour
  let negative: Colour
  let negativeGround: Colour

  static let light = Palette(
    page: Colour(0xFFFFFF),
    panel: Colour(0xF4F6F8),
    ink: Colour(0x1B2128),
    muted: Colour(0x535D69),
    hairline: Colour(0xD8DDE3),
    line: Colour(0x76818D),
    accent: Colour(0x0B5A7A),
    accentGround: Colour(0xE4F0F5),
    positive: Colour(0x1B6644),
    positiveGround: Colour(0xE4F2EA),
    caution: Colour(0x744D00),
    cautionGround: Colour(0xFBF1DA),
    negative: Colour(0x9C3026),
    negativeGround: Colour(0xFAE8E5)
  )

  static let dark = Palette(
    page: Colour(0x14181D),
    panel: Colour(0x1D232A),
    ink: Colour(0xE3E7EB),
    muted: Colour(0xA4AEB9),
    hairline: Colour(0x343C46),
    line: Colour(0x7D8995),
    accent: Colour(0x83C7E5),
    accentGround: Colour(0x16313E),
    positive: Colour(0x80CDA3),
    positiveGround: Colour(0x15301F),
    caution: Colour(0xE6BF6F),
    cautionGround: Colour(0x352A12),
    negative: Colour(0xF19C93),
    negativeGround: Colour(0x3B1E1A)
  )

  /// Text on its ground: at least 4.5 to 1.
  var textPairs: [(text: Colour, ground: Colour)] { Self.textPairs.map { (self[$0], self[$1]) } }

  /// Lines and bars that carry meaning, on their ground: at least 3 to 1.
  var linePairs: [(line: Colour, ground: Colour)] { Self.linePairs.map { (self[$0], self[$1]) } }

  static let textPairs: [(text: Part, ground: Part)] = {
    let grounds: [Part] = [.page, .panel, .accentGround, .positiveGround, .cautionGround, .negativeGround]
    return grounds.map { (.ink, $0) } + grounds.map { (.muted, $0) } + grounds.map { (.accent, $0) } + [
      (.positive, .page), (.positive, .panel), (.positive, .positiveGround), (.caution, .page), (.caution, .panel),
      (.caution, .cautionGround), (.negative, .page), (.negative, .panel), (.negative, .negativeGround),
    ]
  }()

  static let linePairs: [(line: Part, ground: Part)] = [
    (.line, .page), (.line, .panel), (.accent, .page), (.accent, .accentGround), (.positive, .page),
    (.negative, .page), (.accent, .positiveGround), (.ink, .page),
  ]

  /// The colours as custom properties of a style sheet.
  var properties: String {
    Part.allCases.map { "--\($0.rawValue):\(self[$0].css)" }.joined(separator: ";")
  }

  /// The name of a colour in style sheets, in the order in which they list them.
  enum Part: String, CaseIterable {
    case page, panel, ink, muted, hairline, line, accent
    case accentGround = "accent-ground"
    case positive
    case positiveGround = "positive-ground"
    case caution
    case cautionGround = "caution-ground"
    case negative
    case negativeGround = "negative-ground"
  }

  subscript(part: Part) -> Colour {
    switch part {
    case .page: page
    case .panel: panel
    case .ink: ink
    case .muted: muted
    case .hairline: hairline
    case .line: line
    case .accent: accent
    case .accentGround: accentGround
    case .positive: positive
    case .positiveGround: positiveGround
    case .caution: caution
    case .cautionGround: cautionGround
    case .negative: negative
    case .negativeGround: negativeGround
    }
  }
}
