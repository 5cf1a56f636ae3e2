import Diagnostics
import RuleModel

extension Check {
  /// A text that is there in one language and missing in another.
  package static let missingTranslation = Check(
    code: "missing-translation",
    summary: "a text is missing in a language that reports are written in",
    rationale: "A German report with an English sentence in it looks careless. A plain text counts for all languages.",
    fires: [
      """
      { "criteria": [ { "id": «"size"», "title": { "en": "Size" } } ] }
      """
    ],
    silent: [
      """
      { "criteria": [ { "id": "size", "title": { "en": "Size", "de": "Grösse" } }, { "id": "x", "title": "GPU" } ] }
      """
    ],
    find: { packs in
      packTexts(of: packs.catalogue).filter { $0.text.audience == .customer }.flatMap { text in
        Language.allCases.filter { !text.text.isTranslated(to: $0) }.map { language in
          Diagnostic(
            .warning,
            code: "missing-translation",
            "\(text.what) is missing in '\(language.rawValue)'",
            at: text.span,
            help: "add \"\(language.rawValue)\" to the text"
          )
        }
      }
    }
  )
}
