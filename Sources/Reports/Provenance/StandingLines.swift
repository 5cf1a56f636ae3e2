import Assessing
import RuleCompiler
import RuleModel

// The lines that stand in every format: the notice, and what the file was made of.

/// Whether something goes out before it is released: the profile is not, or has changed since its review.
func isDraft(_ profile: Profile, in edition: Edition) -> Bool {
  !edition.showsInternals && (profile.status != .released || profile.hasLapsedReview)
}

/// The notice of a case, with its day in the language of the report.
func reportNotice(of assessment: Assessment, _ say: Phrasing) -> ReportNotice {
  ReportNotice(
    asOf: assessment.date.map { say.date($0) },
    language: say.language == .de ? .german : .english,
    isDraft: isDraft(assessment.profile.profile, in: say.edition)
  )
}

/// What made the report, of what, and the digest by which `advisor verify` knows it.
func madeBy(_ assessment: Assessment, _ say: Phrasing) -> String {
  let packs = assessment.catalogue.packs.map { "\($0.id) \($0.manifest.version)" }.joined(separator: ", ")
  let digest = Provenance(of: assessment, for: say.edition).digest
  return say(
    en: "Made by advisor \(engineVersion) with the rule packs \(packs). Digest \(digest).",
    de: "Erstellt mit advisor \(engineVersion) und den Regelpaketen \(packs). Prüfsumme \(digest)."
  )
}
