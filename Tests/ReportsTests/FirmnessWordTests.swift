import RuleCompiler
import RuleModel
import TestSupport
import Testing

@testable import Reports

/// A word and the figure beside it never contradict each other.
struct FirmnessWordTests {
  @Test func theFigureNeverReachesTheLimitOfTheNextWord() throws {
    let say = Phrasing(language: .en, edition: .customer, catalogue: try Repository.packs().compiled().catalogue)
    for (share, shown) in [
      (0.896, "89"), (0.8999, "89"), (0.9, "90"), (0.904, "90"), (0.596, "59"), (0.6, "60"), (0.754, "75"),
      (0.755, "76"),
      (0.5949, "59"), (0, "0"), (1, "100"),
    ] {
      #expect(say.part(share) == "\(shown)\u{A0}%")
    }
  }
}
