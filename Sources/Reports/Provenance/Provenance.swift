package import Assessing
package import LocatedJSON
package import RuleCompiler
import RuleModel

/// What a report was made of: enough to make it again, byte for byte, as long as somebody keeps the packs.
package struct Provenance: Sendable {
  private let assessment: Assessment
  private let edition: Edition
  private let plan: SamplingPlan?
  package let profile: RedactedProfile

  package init(of assessment: Assessment, for edition: Edition) {
    self.init(of: assessment, for: edition, drawing: assessment.robustness?.plan)
  }

  /// The provenance that the same case has with these trials, or with none; they need not have been made.
  package init(of assessment: Assessment, for edition: Edition, drawing plan: SamplingPlan?) {
    self.assessment = assessment
    self.edition = edition
    self.plan = plan
    profile = RedactedProfile(assessment.profile, for: edition, assessment.catalogue)
  }

  /// SHA-256 over everything but language and format: the same on every page, in every file of one edition of a case.
  package var digest: String { sha256Hex(JSONValue.members(parts).canonical()) }

  /// SHA-256 of the profile that an edition carries.
  package static func profileDigest(_ profile: LinkedProfile, for edition: Edition, _ catalogue: Catalogue) -> String {
    sha256Hex(RedactedProfile(profile, for: edition, catalogue).content.canonical())
  }

  /// As a report carries it.
  package func json() -> JSONValue {
    .members(
      parts.map { ($0.0, $0.1) } + [
        ("withheldAnswers", profile.withheldAnswers == 0 ? nil : .number(Double(profile.withheldAnswers))),
        ("digest", .string(digest)),
      ]
    )
  }

  private var parts: [(String, JSONValue?)] {
    [
      ("edition", .string(edition.rawValue)),
      ("engine", .string("\(engineVersion)")),
      ("date", assessment.date.map { .string($0.description) }),
      ("draws", .number(Double(plan?.draws ?? 0))),
      ("keepsOrder", .bool(plan?.keepsOrder ?? false)),
      (
        "packs",
        .array(
          assessment.catalogue.packs.map { pack in
            .members([
              ("id", .string(pack.id)), ("version", .string("\(pack.manifest.version)")),
              ("sha256", .string(pack.digest)),
            ])
          }
        )
      ),
      ("profile", profile.content),
    ]
  }
}
