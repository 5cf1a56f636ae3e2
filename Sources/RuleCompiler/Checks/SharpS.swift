import Diagnostics
import RuleModel

extension Check {
  /// The letter ß in a German text.
  package static let sharpS = Check(
    code: "sharp-s",
    summary: "a German text holds the letter ß",
    rationale: "German texts are written in Swiss spelling, which has no ß.",
    fires: [
      """
      { "criteria": [ { "id": «"size"», "title": { "en": "Size", "de": "Größe" } } ] }
      """
    ],
    silent: [
      """
      { "criteria": [ { "id": "size", "title": { "en": "Straße", "de": "Grösse" } } ] }
      """
    ],
    find: { packs in
      packTexts(of: packs.catalogue).filter { text in
        text.text.translations.contains { $0.language.hasPrefix("de") && $0.text.contains("ß") }
      }.map { text in
        Diagnostic(.warning, code: "sharp-s", "\(text.what) holds the letter ß", at: text.span, help: "write \"ss\"")
      }
    }
  )
}
