import Arguments
import Diagnostics
import Reports

// For whom something is written: the option that commands share, and what an offer cannot be.

/// For whom something is written, as a word of the command line: the same option of every command that shows a case.
extension Edition: ArgumentValue {}

/// `--edition`, with the same help everywhere.
func editionOption<Settings>(_ setting: Setting<Settings, Edition>) -> Arguments.Option<Settings> {
  .value("edition", "EDITION", help: "For whom it is written", setting)
}

extension Session {
  /// Reports that something consists of scores, which an offer does not state.
  ///
  /// - Parameters:
  ///   - name: what consists of scores, such as a command or an option with its hyphens.
  ///   - instead: what gives an offer; nil where nothing does.
  mutating func refuseOffer(_ edition: Edition, of name: String, instead: String? = nil) {
    guard !edition.showsScores else { return }
    let others = "choose --edition customer"
    log.error(
      "scores-in-offer",
      "'\(name)' tells how scores come about, and an offer states none",
      at: nil,
      help: instead.map { "\($0), or \(others)" } ?? others
    )
  }
}
