package import Diagnostics
package import RuleModel

/// A check of packs that are legal but may be wrong: one file each in this folder, and one line in `all`.
package struct Check: Sendable {
  /// The code of what it finds; reads well after "allow".
  package let code: String
  /// What it looks for, in one line.
  package let summary: String
  /// Why that matters.
  package let rationale: String
  /// Reports findings. The date is nil where none is known; what needs one is then not checked.
  package let find: @Sendable (Catalogue, CalendarDate?) -> [Diagnostic]

  /// In the order of documentation.
  package static let all: [Check] = [
    .exclusionWithoutStatedSource,
    .ruleWithoutSource,
    .staleSource,
    .unusedSource,
    .missingTranslation,
    .sharpS,
    .criterionWithoutRule,
  ]

  /// Checks that could not run on these packs, with the reason; never shown as passed.
  package static func notRun(date: CalendarDate?) -> [(code: String, reason: String)] {
    date == nil ? [(Check.staleSource.code, "no date is known; name one with --date")] : []
  }
}

/// What all checks find, in the order of the checks.
package func check(_ catalogue: Catalogue, date: CalendarDate?) -> [Diagnostic] {
  Check.all.flatMap { $0.find(catalogue, date) }
}
