/// A text in one or several languages.
package struct LocalizedText: Sendable, Equatable {
  /// Language tag (empty for a plain text) and text, sorted by tag.
  package let translations: [Translation]
  package let audience: Audience

  package struct Translation: Sendable, Equatable {
    package let language: String
    package let text: String
  }

  package init(_ texts: [String: String], audience: Audience = .customer) {
    translations = texts.sorted { idPrecedes($0.key, $1.key) }
      .map { Translation(language: $0.key, text: $0.value) }
    self.audience = audience
  }

  /// - Parameter translations: every language once, in any order.
  init(_ translations: [Translation], audience: Audience = .customer) {
    self.translations =
      translations.count > 1 ? translations.sorted { idPrecedes($0.language, $1.language) } : translations
    self.audience = audience
  }

  /// One text for all languages.
  package init(plain text: String) {
    self.init([Translation(language: "", text: text)])
  }

  /// The text in a language: the exact tag, else its base language, else English, else the plain or first text.
  package func text(in language: Language) -> String {
    find(language.rawValue) ?? find("") ?? find("en") ?? translations.first?.text ?? ""
  }

  /// Whether the text is there in this language, or is one text for all languages.
  package func isTranslated(to language: Language) -> Bool {
    find(language.rawValue) != nil || find("") != nil
  }

  private func find(_ tag: String) -> String? {
    translations.first { $0.language == tag || (!tag.isEmpty && $0.language.hasPrefix(tag + "-")) }?.text
  }
}

/// The languages that the advisor itself speaks. Packs may hold more; they are kept and not shown.
package enum Language: String, Sendable, CaseIterable {
  case en
  case de

  /// The language of a BCP 47 tag (`de-CH` is `de`); nil for one that the advisor does not speak.
  package init?(tag: String) {
    let base = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self.init(rawValue: base)
  }

  /// The text in this language.
  package func callAsFunction(en: String, de: String) -> String {
    switch self {
    case .en: en
    case .de: de
    }
  }
}

/// Who may see a text, a note, a source, a step or a price.
package enum Audience: String, Sendable, CaseIterable {
  /// It may reach a customer.
  case customer
  /// For the house only.
  case `internal`
}
