package import LocatedJSON

/// A report as it will be read, before anybody has decided on a file format.
///
/// Every renderer tells the same story because all of them read only this value. It holds text and numbers, never
/// markup: there is no way to put HTML or Markdown into it, so text from packs and profiles cannot become active.
package struct ReportDocument: Sendable, Equatable {
  package var title: String
  /// One line below the title; empty for none.
  package var subtitle: String
  package var language: ReportLanguage
  /// What page one says about the assessment: customer, reference, date, author, valid until.
  package var facts: [ReportFact]
  /// What stands in the footer of every printed page beside the notice, such as "Muster AG, OFF-2026-117".
  package var footerReference: String
  /// The disclaimer; part of every format, on page one and at the end.
  package var notice: ReportNotice
  /// Whether it is marked as a draft across every page.
  package var isDraft: Bool
  /// Whether it is for the house only, and says so on every page.
  package var isInternal: Bool
  /// Whether it is set closely, for a few pages that are attached to something.
  package var isBrief: Bool
  package var sections: [ReportSection]
  /// What the footnotes refer to. Numbers must be unique; `ReferenceBook` hands them out.
  package var references: [ReportReference]
  /// One line on how the report was made: engine version and digests.
  package var generator: String
  /// What a program needs to check the report again; carried by HTML as inert data, left out of Markdown.
  package var embedded: JSONValue?
  /// How it looks; the advisor's own look without one.
  package var brand: ReportBrand?

  package init(
    title: String,
    subtitle: String = "",
    language: ReportLanguage,
    facts: [ReportFact] = [],
    footerReference: String = "",
    notice: ReportNotice,
    isDraft: Bool = false,
    isInternal: Bool = false,
    isBrief: Bool = false,
    sections: [ReportSection] = [],
    references: [ReportReference] = [],
    generator: String = "",
    embedded: JSONValue? = nil,
    brand: ReportBrand? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.facts = facts
    self.footerReference = footerReference
    self.notice = notice
    self.isDraft = isDraft
    self.isInternal = isInternal
    self.isBrief = isBrief
    self.sections = sections
    self.references = references
    self.generator = generator
    self.embedded = embedded
    self.brand = brand
  }
}

/// A label with its value, both as people should read them.
package struct ReportFact: Sendable, Equatable {
  package var label: String
  package var value: RichText

  package init(_ label: String, _ value: RichText) {
    self.label = label
    self.value = value
  }
}

/// The languages that reports are written in; the raw value is the BCP 47 tag.
package enum ReportLanguage: String, Sendable, Equatable, CaseIterable {
  case english = "en"
  case german = "de"
}
