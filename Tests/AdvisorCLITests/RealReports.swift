import LocatedJSON
import RuleModel
import TestSupport
import Testing

@testable import AdvisorCLI

/// The reports about the profiles of this repository, written once and looked at by many tests.
enum RealReports {
  static let english = all(.en)
  static let german = all(.de)
  static let packs = try? Repository.packs()

  /// `r.html`, `r.md` and `r.json` about one profile.
  static func about(_ profile: String, _ language: Language = .en) throws -> ProgramRun {
    try #require((language == .de ? german : english)[profile])
  }

  private static func all(_ language: Language) -> [String: ProgramRun] {
    let runs = FixtureFiles.profiles.map { profile in
      let outputs = ["-o", "r.html", "-o", "r.md", "-o", "r.json", "--lang", language.rawValue]
      return (profile, run(["report", "Profiles/\(profile).json"] + outputs, in: .repository()))
    }
    return Dictionary(uniqueKeysWithValues: runs)
  }
}
