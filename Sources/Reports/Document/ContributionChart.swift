/// The reasons for and against one option, with the points that add up to its score.
package struct ContributionChart: Sendable, Equatable {
  /// A reason with what it counts.
  package struct Reason: Sendable, Equatable {
    package var text: RichText
    /// Signed and finite; below 0 speaks against.
    package var points: Double
    /// The points as people should read them, with their sign.
    package var pointsText: String
    /// The id of the rule behind the reason; empty for none.
    package var rule: String
    /// Numbers of references.
    package var footnotes: [Int]

    package init(_ text: RichText, points: Double, pointsText: String, rule: String = "", footnotes: [Int] = []) {
      self.text = text
      self.points = points
      self.pointsText = pointsText
      self.rule = rule
      self.footnotes = footnotes
    }
  }

  package var caption: RichText
  /// In the order to be shown, within those for and those against.
  package var reasons: [Reason]
  /// What rounding left over, as people should read it; nil if the shown points add up to the shown total.
  package var remainder: String?
  /// The sum as people should read it.
  package var total: String

  package init(caption: RichText = "", reasons: [Reason], remainder: String? = nil, total: String) {
    self.caption = caption
    self.reasons = reasons
    self.remainder = remainder
    self.total = total
  }
}
