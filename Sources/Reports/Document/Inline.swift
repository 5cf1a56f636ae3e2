/// A piece of running text. The cases hold plain text; renderers escape all of it, there is no raw case.
package enum Inline: Sendable, Equatable {
  case text(String)
  case strong(String)
  case emphasis(String)
  case code(String)
  /// Becomes a link if the address is a `WebAddress`; otherwise the text stands alone, without the address.
  case link(text: String, address: String)
  /// Leads to the section with that id; to one that does not exist, it leads nowhere.
  case entry(text: String, section: String)
  /// The number of a reference; a number without a reference is shown, but leads nowhere.
  case footnote(Int)
  case badge(BadgeKind, String)

  /// What it says, without its form; nothing for a footnote.
  package var plainText: String {
    switch self {
    case .text(let text), .strong(let text), .emphasis(let text), .code(let text): text
    case .link(let text, _), .entry(let text, _): text
    case .badge(_, let text): text
    case .footnote: ""
    }
  }
}

/// How a badge is meant; its text must say the same, since colour alone is not enough.
package enum BadgeKind: String, Sendable, CaseIterable {
  case neutral
  case info
  case positive
  case caution
  case negative
}
