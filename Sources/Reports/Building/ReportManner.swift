package import RuleModel

/// How a report is wanted: in which language, for whom, and in whose look.
package struct ReportManner: Sendable {
  package var language: Language
  package var edition: Edition
  package var brand: ReportBrand?

  package init(_ language: Language, _ edition: Edition, brand: ReportBrand? = nil) {
    self.language = language
    self.edition = edition
    self.brand = brand
  }
}
