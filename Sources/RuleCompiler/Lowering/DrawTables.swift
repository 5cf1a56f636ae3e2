package import Engine
package import RuleModel

extension CompiledRules {
  /// How the facts without an answer are drawn: by their prior; without one uniform over choices, or over the cells between
  /// the thresholds that rules use (method.md, section 7).
  ///
  /// - Parameter answers: known values; a range among them is drawn uniformly within, and everything else is left alone.
  package func drawTable(answers: [String: FactValue] = [:], today: CalendarDate? = nil) -> DrawTable {
    book.drawTable(extents(of: answers), today: today.map { Double($0.days) })
  }

  /// The thresholds that conditions compare number facts with, ascending, by fact id.
  package func numberThresholds() -> [String: [Double]] {
    var found: [String: Set<Double>] = [:]
    func visit(_ condition: LinkedCondition?) {
      condition?.forEachComparison { comparison in
        guard case .fact(let id) = comparison.subject else { return }
        for case .number(let value, _) in comparison.operands { found[id, default: []].insert(value) }
      }
    }
    for rule in catalogue.rules { visit(rule.condition) }
    for decision in catalogue.decisions { visit(decision.condition) }
    for fact in catalogue.facts {
      visit(fact.relevance)
      switch fact.derivation {
      case .condition(let condition): visit(condition)
      case .cases(let cases, _): for part in cases { visit(part.condition) }
      case .expression, nil: break
      }
    }
    return found.mapValues { $0.sorted() }
  }
}

extension DrawTable {
  /// How a fact is drawn while nothing is known of it; a day is not, since that hangs on the date of the profile.
  mutating func append(_ fact: Fact, _ column: Int32, _ thresholds: [Double]) {
    switch fact.kind {
    case .boolean:
      var yes = 0.5
      if case .shares(let listed) = fact.prior {
        yes =
          listed.first { $0.name.id == "true" }?.share ?? listed.first { $0.name.id == "false" }.map { 1 - $0.share }
          ?? 0.5
      }
      append(choice: column, shares: [1 - yes, yes])
    case .choice:
      var weights = fact.choices.map { _ in 1.0 }
      if case .shares(let listed) = fact.prior {
        weights = fact.choices.map { choice in listed.first { $0.name == choice.name }?.share ?? 0 }
      }
      append(choice: column, shares: weights)
    case .choices:
      var weights = fact.choices.map { _ in 0.5 }
      if case .shares(let listed) = fact.prior {
        weights = fact.choices.map { choice in listed.first { $0.name == choice.name }?.share ?? 0.1 }
      }
      var exclusive: UInt64 = 0
      for (place, choice) in fact.choices.enumerated() where choice.isExclusive { exclusive |= 1 << UInt64(place) }
      let first = shares.count
      shares += weights
      rows.append(.set(column: column, shares: Run(first..<shares.count), exclusive: exclusive))
    case .number(let domain):
      append(number: column, cells: cells(fact.prior, domain, thresholds), isInteger: domain.isInteger)
    case .date: return
    }
  }

  private func cells(
    _ prior: Prior?,
    _ domain: Fact.NumberDomain,
    _ thresholds: [Double]
  ) -> [(lower: Double, upper: Double, share: Double)] {
    if case .cells(let listed) = prior {
      let largest = max(listed.compactMap(\.below).max() ?? 0, thresholds.max() ?? 0)
      var lower = domain.minimum ?? min(0, 2 * (listed.first?.below ?? 0))
      return listed.map { cell in
        let upper = max(lower, cell.below ?? domain.maximum ?? max(2 * largest, lower + 1))
        defer { lower = upper }
        return (lower, upper, cell.share)
      }
    }
    let lowest = domain.minimum ?? min(0, 2 * (thresholds.first ?? 0))
    let highest = domain.maximum ?? max(2 * (thresholds.last ?? 0), lowest + 1)
    let inner = thresholds.filter { $0 > lowest && $0 < highest }
    let ends = [lowest] + inner + [highest]
    return zip(ends, ends.dropFirst()).map { ($0, $1, 1) }
  }

  fileprivate mutating func append(choice column: Int32, shares weights: [Double]) {
    let first = shares.count
    var sum = 0.0
    for weight in weights {
      sum += weight
      shares.append(sum)
    }
    if sum <= 0 {
      for place in weights.indices { shares[first + place] = Double(place + 1) }
    }
    rows.append(.choice(column: column, shares: Run(first..<shares.count)))
  }

  fileprivate mutating func append(
    number column: Int32,
    cells found: [(lower: Double, upper: Double, share: Double)],
    isInteger: Bool
  ) {
    let first = cells.count
    var sum = 0.0
    for cell in found {
      sum += cell.share
      cells.append(DrawCell(lower: cell.lower, upper: cell.upper, cumulative: sum))
    }
    rows.append(.number(column: column, cells: Run(first..<cells.count), isInteger: isInteger))
  }
}
