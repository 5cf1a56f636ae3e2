import Assessing
import Reports

/// What the interview needs to know about the open questions of an assessment: which decisions are settled already, and
/// what each question is worth. The interview only uses it; `real` is the one place that says where it comes from.
struct Foresight: Sendable {
  struct Sight: Sendable {
    /// By index into `Catalogue.decisions`.
    var outlooks: [DecisionOutlook]
    /// What a question is worth, by index into `Catalogue.facts`; 0 for facts that are not among them.
    var gains: [Int: Double]
    /// Indices of the decisions that the interview is after; nil: all.
    var pursued: Set<Int>?
    /// Why a settled decision is settled, in a sentence for people; by index into `Catalogue.decisions`.
    var proof: @Sendable (_ decision: Int, _ say: Phrasing) -> String? = { _, _ in nil }
    /// What the next look may use again.
    var seen: Foreseen?
  }

  /// Looks at an assessment. What was seen of the one before may be used again where it still holds.
  let look: @Sendable (_ assessment: Assessment, _ before: (assessment: Assessment, sight: Sight)?) -> Sight
}
