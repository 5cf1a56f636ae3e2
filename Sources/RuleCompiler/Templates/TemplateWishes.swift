package import RuleModel

/// What a new item should be about; whatever is left open is picked.
package struct TemplateWishes: Sendable {
  package var decision: String?
  package var variantOf: String?
  package var option: String?
  package var criterion: String?
  package var source: String?
  package var group: String?
  /// A fact, or a fact with a value: `app.gpu=required`.
  package var when: String?
  package var rating = 1
  /// How much the need matters, 1 to 5; nil: as is usual for the kind of template.
  package var weight: Int?
  package var kind = QuestionKind.boolean

  package init() {}

  /// Types of questions.
  package enum QuestionKind: String, Sendable, CaseIterable {
    case boolean
    case choice
    case choices
    case number
    case date
  }
}

/// Why there is no template.
package enum TemplateProblem: Error, Sendable {
  /// The id is no id.
  case notAnID(String)
  /// Something has that id already.
  case taken(kind: String, Name)
  /// A wish names what the pack cannot see; the nearest name and those there are.
  case unknown(kind: String, String, known: [String])
  /// There is nothing of a kind that the new item could be about.
  case nothing(kind: String)
}
