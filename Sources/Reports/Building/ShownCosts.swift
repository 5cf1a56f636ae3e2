import Advice
import RuleModel

/// The sum of a line as it may be told to the reader; nil where it is to be confirmed.
///
/// A customer gets no amount that only legacy or unverified sources give, and none that does not say when it holds.
func shownSum(of line: CostLine, _ say: Phrasing) -> (from: Double, to: Double)? {
  guard case .known(let from, let to) = line.sum, say.mayState(resting: line.price.sources) else { return nil }
  let isDated = line.price.validFrom != nil || line.price.validUntil != nil
  return isDated || say.edition.showsUndatedAmounts ? (from, to) : nil
}
