/// Options with their scores, drawn as bars from a common zero line.
package struct RankingChart: Sendable, Equatable {
  /// What became of an option.
  package enum Standing: Sendable, Equatable {
    /// The rank from 1, the score in points (finite, signed) and the score as people should read it.
    case ranked(rank: Int, points: Double, text: String)
    /// Not allowed, and why.
    case excluded(reason: RichText)
  }

  /// An option to choose from.
  package struct Option: Sendable, Equatable {
    package var title: RichText
    /// A second line, such as what has to be confirmed; empty for none.
    package var details: RichText
    package var standing: Standing
    package var isRecommended: Bool

    package init(_ title: RichText, details: RichText = "", _ standing: Standing, isRecommended: Bool = false) {
      self.title = title
      self.details = details
      self.standing = standing
      self.isRecommended = isRecommended
    }
  }

  package var caption: RichText
  /// In the order to be shown; the excluded ones are shown after all others.
  package var options: [Option]

  package init(caption: RichText = "", options: [Option]) {
    self.caption = caption
    self.options = options
  }
}
