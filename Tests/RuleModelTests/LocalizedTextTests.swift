import RuleModel
import Testing

@Suite struct LocalizedTextTests {
  @Test(arguments: [
    (["en": "E", "de": "D"], "E", "D"),
    (["en": "E"], "E", "E"),
    (["de": "D"], "D", "D"),
    (["de-CH": "CH", "en": "E"], "E", "CH"),
    (["de-CH": "CH", "de": "D", "en-GB": "GB"], "GB", "D"),
    (["fr": "F", "en": "E"], "E", "E"),
    (["fr": "F", "it": "I"], "F", "F"),
    (["gsw": "G", "deu": "X", "en": "E"], "E", "E"),
  ])
  func fallsBackToTheNearestLanguage(texts: [String: String], english: String, german: String) {
    let text = LocalizedText(texts)
    #expect(text.text(in: .en) == english)
    #expect(text.text(in: .de) == german)
  }

  @Test func aPlainTextIsTheTextOfAllLanguages() {
    let text = LocalizedText(plain: "same")
    #expect(Language.allCases.allSatisfy { text.text(in: $0) == "same" && text.isTranslated(to: $0) })
  }

  @Test func aFallbackIsNoTranslation() {
    #expect(!LocalizedText(["en": "E"]).isTranslated(to: .de))
    #expect(LocalizedText(["de-CH": "CH"]).isTranslated(to: .de))
  }

  @Test func theOrderOfLanguagesDoesNotMatter() {
    #expect(LocalizedText(["en": "E", "de": "D"]).translations.map(\.language) == ["de", "en"])
  }

  @Test(arguments: [("de", Language.de), ("de-CH", .de), ("DE", .de), ("en-US", .en), ("fr", nil), ("", nil)])
  func knowsTheBaseLanguageOfATag(tag: String, language: Language?) {
    #expect(Language(tag: tag) == language)
  }
}
