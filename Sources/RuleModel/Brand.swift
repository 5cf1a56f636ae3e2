package import Diagnostics
package import LocatedJSON

/// How a house looks in what leaves it, as written in a brand file.
///
/// Whether its colours can be read on each other is found out where they are used. It has no place for markup, and none for
/// the standing disclaimer, which therefore stays what it is.
package struct Brand: Sendable, Equatable {
  /// What the house is called, on one line.
  package var name: String
  /// Colours for light screens and for paper; those not stated are the advisor's own.
  package var light: [StatedColour] = []
  /// Colours for dark screens; without any the light accent is made bright enough.
  package var dark: [StatedColour] = []
  package var logo: Logo?
  /// One line for the foot of every page.
  package var footer: Footer?

  package init(name: String) { self.name = name }

  package struct StatedColour: Sendable {
    package let role: Role
    /// 0xRRGGBB.
    package let value: UInt32
    package let span: SourceSpan

    package init(role: Role, value: UInt32, span: SourceSpan) {
      self.role = role
      self.value = value
      self.span = span
    }
  }

  /// What a colour is for. Colours that mean something (warnings, points to confirm) stay the advisor's.
  package enum Role: String, Sendable, CaseIterable {
    /// The ground of the page.
    case page
    /// The ground of boxes and bands.
    case panel
    case ink
    /// Text of second rank.
    case muted
    /// Borders and connectors.
    case line
    /// Lines between rows, which carry no meaning.
    case hairline
    /// Links, bars, and the line above the title.
    case accent
    /// The ground of what is recommended.
    case accentGround
  }

  /// A picture, as its bytes.
  package struct Logo: Sendable, Equatable {
    package let kind: Kind
    package let bytes: [UInt8]

    package enum Kind: String, Sendable, CaseIterable {
      case png = "image/png"
      case svg = "image/svg+xml"
    }

    /// The largest that travels in every page: 128 KiB.
    package static let largestSize = 128 * 1024
    /// The most dots of a side: what is small as a file may be huge as a picture.
    package static let largestSide = 4096

    /// As pages and brand files write it.
    package var address: String { "data:\(kind.rawValue);base64,\(Base64.text(of: bytes))" }
  }

  package struct Footer: Sendable, Equatable {
    package let en: String
    package let de: String

    package func text(in language: Language) -> String { language(en: en, de: de) }
  }

  /// The longest name and the longest footer, in characters: they stand in the margin of a printed page.
  package static let longestName = 60
  package static let longestFooter = 200

  /// The same as a brand file, without remarks: what a page carries, so that it can be made again.
  package var json: JSONValue {
    func colours(_ stated: [StatedColour]) -> JSONValue? {
      stated.isEmpty ? nil : .object(stated.map { JSONValue.Member($0.role.rawValue, .string($0.text)) })
    }
    let schemes = JSONValue.members([("light", colours(light)), ("dark", colours(dark))])
    return .members([
      ("format", .number(1)), ("name", .string(name)), ("colours", light.isEmpty && dark.isEmpty ? nil : schemes),
      ("logo", logo.map { .string($0.address) }),
      ("footer", footer.map { .members([("en", .string($0.en)), ("de", .string($0.de))]) }),
    ])
  }

  package static func == (one: Brand, other: Brand) -> Bool { one.json == other.json }
}

extension Brand.StatedColour {
  /// As style sheets write it.
  package var text: String {
    let digits = String(value & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
