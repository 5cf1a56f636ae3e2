import Arguments
import Assessing

/// How random worlds are drawn around a case.
struct SamplingSettings: Sendable {
  var draws = DrawCount(draws: SamplingPlan.defaultDraws)
  var keepsOrder = false

  /// The same options as part of a command's settings.
  static func options<Settings>(
    draws: Setting<Settings, DrawCount>,
    keepsOrder: Setting<Settings, Bool>
  ) -> [Arguments.Option<Settings>] {
    [
      .value("draws", "N", help: "How many runs show how sure it is; 0 leaves that out", draws),
      .flag("keep-order", help: "Keep the order of the criteria by weight in all runs", keepsOrder),
    ]
  }

  /// What to draw; nil: nothing.
  var plan: SamplingPlan? { draws.draws == 0 ? nil : SamplingPlan(draws: draws.draws, keepsOrder: keepsOrder) }
}

/// A number of runs as a word of the command line.
struct DrawCount: ArgumentValue {
  let draws: Int

  init(draws: Int) { self.draws = draws }

  init?(argument: String) {
    guard let draws = Int(argument), (0...1_000_000).contains(draws) else { return nil }
    self.draws = draws
  }

  var argument: String { "\(draws)" }
  static var expectation: String { "a whole number from 0 to 1000000" }
}
