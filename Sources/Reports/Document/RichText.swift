/// Running text made of inlines, written as a string:
///
///     "Rated \(strong: score) for \(name).\(footnote: 3)"
///
/// Whatever is interpolated is text, never markup.
package struct RichText: Sendable, Equatable {
  package var inlines: [Inline]

  package init(_ inlines: [Inline]) {
    self.inlines = inlines
  }

  /// Plain text, such as a title from a pack.
  package init(plain text: String) {
    inlines = text.isEmpty ? [] : [.text(text)]
  }

  package var isEmpty: Bool { inlines.allSatisfy { if case .footnote = $0 { false } else { $0.plainText.isEmpty } } }

  /// What it says, without form and footnotes.
  package var plainText: String { inlines.map(\.plainText).joined() }

  package static func + (left: RichText, right: RichText) -> RichText {
    RichText(left.inlines + right.inlines)
  }

  /// Puts a separator between texts, as `joined` does for strings.
  package static func joined(_ texts: [RichText], separator: RichText = " ") -> RichText {
    RichText(Array(texts.map(\.inlines).joined(separator: separator.inlines)))
  }
}

extension RichText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(plain: text)
  }

  package init(stringInterpolation: StringInterpolation) {
    inlines = stringInterpolation.inlines
  }

  /// Collects the pieces of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var inlines: [Inline] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      inlines.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ text: String) {
      if !text.isEmpty { inlines.append(.text(text)) }
    }

    package mutating func appendInterpolation(_ number: Int) {
      inlines.append(.text(String(number)))
    }

    package mutating func appendInterpolation(_ text: RichText) {
      inlines += text.inlines
    }

    package mutating func appendInterpolation(_ inline: Inline) {
      inlines.append(inline)
    }

    package mutating func appendInterpolation(strong text: String) {
      inlines.append(.strong(text))
    }

    package mutating func appendInterpolation(emphasis text: String) {
      inlines.append(.emphasis(text))
    }

    package mutating func appendInterpolation(code text: String) {
      inlines.append(.code(text))
    }

    package mutating func appendInterpolation(link text: String, to address: String) {
      inlines.append(.link(text: text, address: address))
    }

    package mutating func appendInterpolation(entry text: String, in section: String) {
      inlines.append(.entry(text: text, section: section))
    }

    package mutating func appendInterpolation(footnote number: Int) {
      inlines.append(.footnote(number))
    }

    package mutating func appendInterpolation(footnotes numbers: [Int]) {
      inlines += numbers.map { .footnote($0) }
    }

    package mutating func appendInterpolation(badge text: String, _ kind: BadgeKind) {
      inlines.append(.badge(kind, text))
    }
  }
}
