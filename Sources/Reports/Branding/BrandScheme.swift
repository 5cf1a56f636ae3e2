import Diagnostics
import RuleModel

/// The light or the dark colours of a brand: what it states, and what follows from that.
struct BrandScheme {
  private let house: Palette
  /// How much of the accent its ground has, in percent.
  private let tint: UInt32
  private var stated: [Brand.StatedColour]

  init(light brand: Brand) {
    house = .light
    tint = 11
    stated = brand.light
  }

  init(dark brand: Brand) {
    house = .dark
    tint = 18
    stated = brand.dark
    guard stated.isEmpty, let accent = brand.light.first(where: { $0.role == .accent }) else { return }
    let colour = Colour(accent.value)
    // A brand is to be known again in the dark.
    stated = [accent]
    if let readable = nearestReadable(to: colour, as: .accent) {
      stated = [Brand.StatedColour(role: .accent, value: readable.value, span: accent.span)]
    }
  }

  var palette: Palette { palette(stated.map { ($0.role, Colour($0.value)) }) }

  /// The colours of the advisor with those that are stated in their place, and grounds to match.
  private func palette(_ stated: [(role: Brand.Role, colour: Colour)]) -> Palette {
    var palette = house
    for (role, colour) in stated { palette[role] = colour }
    let roles = Set(stated.map(\.role))
    if roles.contains(.page), !roles.contains(.panel) { palette.panel = palette.ink.mixed(into: palette.page, 4) }
    if roles.contains(.page), !roles.contains(.hairline) {
      palette.hairline = palette.ink.mixed(into: palette.page, 16)
    }
    if roles.contains(.accent) || roles.contains(.page), !roles.contains(.accentGround) {
      // As much of the accent as can be read on.
      for share in (0...tint).reversed() {
        palette.accentGround = palette.accent.mixed(into: palette.page, share)
        if !palette.failures.contains(where: { $0.concerns(.accentGround) }) { break }
      }
    }
    return palette
  }

  // MARK: Contrast

  /// One problem for each stated colour that cannot be read, or on which something cannot. The colours proposed instead
  /// can all be read with each other.
  func report(into log: inout DiagnosticLog) {
    // The page is what people look at first.
    let failures = palette.failures.sorted { a, b in
      a.isOnPage == b.isOnPage ? a.shortfall > b.shortfall : a.isOnPage
    }
    var blamed: [(colour: Brand.StatedColour, failure: ContrastFailure)] = []
    for failure in failures {
      guard let colour = blame(for: failure), !blamed.contains(where: { $0.colour.role == colour.role }) else {
        continue
      }
      blamed.append((colour, failure))
    }
    var good = stated.filter { colour in !blamed.contains { $0.colour.role == colour.role } }
    for (colour, failure) in blamed {
      let nearest = nearestReadable(to: Colour(colour.value), as: colour.role, with: good)
      if let nearest { good.append(Brand.StatedColour(role: colour.role, value: nearest.value, span: colour.span)) }
      log.error(
        "low-contrast",
        "\(failure.front.name) \(failure.frontColour.css) on \(failure.ground.name) \(failure.groundColour.css) has a "
          + "contrast of \(hundredths(failure.ratio)), and \(failure.isText ? "text" : "a line") needs \(plain(failure.needed))",
        at: colour.span,
        help: nearest.map { "the nearest colour that would do is \"\($0.css)\"" }
          ?? "no lighter or darker tone of it would do with the other colours; change these first"
      )
    }
  }

  /// The stated colour that has to give: the one in front before the one behind.
  private func blame(for failure: ContrastFailure) -> Brand.StatedColour? {
    func find(_ part: Palette.Part) -> Brand.StatedColour? { stated.first { $0.role.part == part } }
    return find(failure.front) ?? find(failure.ground) ?? find(.accent) ?? find(.page)
  }

  /// The colour closest to one, on its way to black or to white, that can be read with the others.
  private func nearestReadable(
    to colour: Colour,
    as role: Brand.Role,
    with stated: [Brand.StatedColour] = []
  ) -> Colour? {
    let others = stated.filter { $0.role != role }.map { ($0.role, Colour($0.value)) }
    for share in UInt32(0)...100 {
      for end in [Colour.black, .white] {
        let candidate = end.mixed(into: colour, share)
        if palette(others + [(role, candidate)]).failures.isEmpty { return candidate }
      }
    }
    return nil
  }

  /// Cut, not rounded, so that what falls short never looks as if it did not.
  private func hundredths(_ ratio: Double) -> String {
    let whole = Int(ratio * 100)
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}

extension Brand.Role {
  var part: Palette.Part {
    switch self {
    case .page: .page
    case .panel: .panel
    case .ink: .ink
    case .muted: .muted
    case .line: .line
    case .hairline: .hairline
    case .accent: .accent
    case .accentGround: .accentGround
    }
  }
}

extension Palette {
  fileprivate subscript(role: Brand.Role) -> Colour {
    get { self[role.part] }
    set {
      switch role {
      case .page: page = newValue
      case .panel: panel = newValue
      case .ink: ink = newValue
      case .muted: muted = newValue
      case .line: line = newValue
      case .hairline: hairline = newValue
      case .accent: accent = newValue
      case .accentGround: accentGround = newValue
      }
    }
  }
}
