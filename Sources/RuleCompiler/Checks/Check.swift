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
  /// Packs in which it finds something, and packs in which it stays silent: content files in which texts that do not matter
  /// are left out. What is between « and » is what the finding points at.
  package let fires: [String]
  package let silent: [String]
  /// Reports findings.
  package let find: @Sendable (CheckedPacks) -> [Diagnostic]

  /// In the order of documentation: conditions, effects, questions, sources, texts.
  package static let all: [Check] = [
    .ruleNeverTrue,
    .ruleAlwaysTrue,
    .duplicateRule,
    .subsumedRule,
    .contradictingRules,
    .isNotOnNotApplicable,
    .thresholdOutsideRange,
    .unreachableStep,
    .unreachableComponent,
    .optionCannotWin,
    .excludedByAll,
    .silentAboutOthers,
    .beyondScale,
    .criterionWithoutRule,
    .questionNoRuleUses,
    .choiceNoRuleDistinguishes,
    .unusedDerivedFact,
    .exclusionWithoutPrior,
    .exclusionWithoutStatedSource,
    .ruleWithoutSource,
    .staleSource,
    .unusedSource,
    .malformedLink,
    .missingTranslation,
    .reasonAgainstRating,
    .promiseWord,
    .sharpS,
    .unknownCheck,
  ]

  /// The check of a code; nil for what no check finds.
  package static func named(_ code: String) -> Check? { all.first { $0.code == code } }

  /// Checks that could not run on these packs, with the reason; never shown as passed.
  package static func notRun(date: CalendarDate?) -> [(code: String, reason: String)] {
    date == nil ? [(Check.staleSource.code, "no date is known; name one with --date")] : []
  }
}

/// What all checks find, in the order of the checks, as serious as the packs say.
///
/// - Parameter date: nil where none is known; what needs one is then not checked.
package func check(_ catalogue: Catalogue, date: CalendarDate?) -> [Diagnostic] {
  let packs = CheckedPacks(catalogue, date: date)
  return Check.all.flatMap { $0.find(packs) }.map { severityStated(by: catalogue, of: $0) }
}

/// A finding with the severity that the pack in which it lies has given to the check.
func severityStated(by catalogue: Catalogue, of finding: Diagnostic) -> Diagnostic {
  guard let pack = finding.span.flatMap({ pack(of: $0, in: catalogue) }),
    let change = pack.content.severities.first(where: { $0.check.id == finding.code })
  else { return finding }
  return Diagnostic(
    change.level == .warning ? .warning : .note,
    code: finding.code,
    finding.summary,
    at: finding.span,
    help: finding.help,
    related: finding.related
  )
}

/// The pack whose folder a place lies in.
private func pack(of span: SourceSpan, in catalogue: Catalogue) -> RulePack? {
  func folder(_ pack: RulePack) -> String {
    let file = pack.manifest.name.span?.file.name ?? ""
    return String(file[..<(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)])
  }
  return catalogue.packs.filter { span.file.name.hasPrefix(folder($0)) }
    .max { folder($0).utf8.count < folder($1).utf8.count }
}
