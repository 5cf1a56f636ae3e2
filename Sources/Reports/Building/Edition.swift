package import RuleModel

/// For whom something is written: what `--edition` chooses, with one meaning for every command and every format.
package enum Edition: String, Sendable, CaseIterable {
  /// What sales attaches to an offer: two to four pages in words, without scores and without the working notes of the case.
  case offer
  /// For the workshop with the customer: the whole glass box, but nothing that is marked as internal, no statement or
  /// amount that rests on legacy or unverified sources alone, and no amount without validity.
  case customer
  /// For the house: everything.
  case `internal`

  /// Whether texts for the house, and what nobody states, are shown.
  package var showsInternals: Bool { self == .internal }

  /// Whether remarks to answers and to clarified points are shown: who said what, when and on what basis.
  package var showsWorkingNotes: Bool { self != .offer }

  /// Whether an amount is shown although no source says from when or until when it holds.
  package var showsUndatedAmounts: Bool { showsInternals }

  /// Whether scores, shares and weights are shown, and not only words.
  package var showsScores: Bool { self != .offer }

  /// Whether something for this audience may be shown.
  package func mayShow(_ audience: Audience) -> Bool { audience == .customer || showsInternals }
}
