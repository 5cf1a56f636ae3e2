import Assessing
import RuleCompiler
package import RuleModel

/// One line of the indicative cost.
package struct CostLine: Sendable {
  package enum Sum: Sendable, Equatable {
    /// A sum or a range of sums, per period, in the price's currency.
    case known(from: Double, to: Double)
    case toBeConfirmed(Gap)
  }

  package enum Gap: Sendable, Equatable {
    /// No source states an amount.
    case noAmount
    /// The amount is not valid on the day of the assessment.
    case expired
    /// No day is known to compare its validity with.
    case noDate
    /// The quantity follows from answers that are missing.
    case unknownQuantity
    /// Whether the price applies at all is unknown.
    case unknownCondition
  }

  package let price: Price
  /// How many units; nil if unknown.
  package let quantity: (from: Double, to: Double)?
  package let sum: Sum
}

/// The prices of what is recommended, in an order in which a price comes after those it takes a share of.
func costs(of assessment: Assessment) -> [CostLine] {
  let chosen = assessment.chosenOptions
  let evaluator = assessment.catalogue.prices.isEmpty ? nil : assessment.evaluator
  guard let evaluator else { return [] }
  var sums: [String: FactState] = [:]
  var lines: [CostLine] = []
  for linked in assessment.catalogue.prices {
    let price = linked.item
    let truth = assessment.priceTruths[price.id] ?? .yes
    let concerns = price.option.map { chosen.contains($0.id) } ?? true
    guard concerns, truth != .no else {
      sums[price.id] = .known(.number(0))
      continue
    }
    let quantity = price.quantity.map { evaluator.value(of: $0, costs: sums) } ?? .known(.number(1))
    let line = costLine(price, quantity, truth, assessment.date)
    if case .known(let from, let to) = line.sum { sums[price.id] = .known(.number(from: from, to: to)) }
    lines.append(line)
  }
  return lines
}

private func costLine(_ price: Price, _ quantity: FactState, _ truth: Truth, _ date: CalendarDate?) -> CostLine {
  var ends: (from: Double, to: Double)?
  if case .known(.number(let from, let to)) = quantity { ends = (from, to) }
  func gap(_ gap: CostLine.Gap) -> CostLine { CostLine(price: price, quantity: ends, sum: .toBeConfirmed(gap)) }
  guard let amount = price.amount else { return gap(.noAmount) }
  if price.validFrom != nil || price.validUntil != nil {
    guard let date else { return gap(.noDate) }
    if let from = price.validFrom, date < from { return gap(.expired) }
    if let until = price.validUntil, date > until { return gap(.expired) }
  }
  guard truth == .yes else { return gap(.unknownCondition) }
  guard let ends else { return gap(.unknownQuantity) }
  let least = price.minimum ?? 0
  return CostLine(
    price: price,
    quantity: ends,
    sum: .known(from: max(least, ends.from * amount), to: max(least, ends.to * amount))
  )
}
