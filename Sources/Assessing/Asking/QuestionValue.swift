/// What it is worth to ask a question now (method.md, section 8).
package struct QuestionValue: Sendable, Equatable {
  /// Index into `Catalogue.facts`.
  package let fact: Int
  /// The expected reduction of the entropy of the winners, in bits, each decision times its importance; ≥ 0.
  package let gain: Double
  /// Whether the answer can change a winner at all, by the structure of the rules; false only if it certainly cannot.
  /// A gain of 0 alone does not say so: two questions may matter only together.
  package let canMatter: Bool

  package init(fact: Int, gain: Double, canMatter: Bool = true) {
    self.fact = fact
    self.gain = gain
    self.canMatter = canMatter
  }
}
