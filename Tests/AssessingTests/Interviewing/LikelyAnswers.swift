import RuleModel

/// What somebody most likely answers: the largest share of the prior; without one the first choice, no, or the minimum.
func likelyAnswer(to fact: Fact, today: CalendarDate?) -> FactValue? {
  var shares: [String: Double] = [:]
  if case .shares(let listed) = fact.prior { for entry in listed { shares[entry.name.id] = entry.share } }
  switch fact.kind {
  case .boolean:
    return .boolean((shares["true"] ?? shares["false"].map { 1 - $0 } ?? 0) > 0.5)
  case .choice:
    var best = fact.choices.first?.name.id
    for choice in fact.choices where shares[choice.name.id] ?? 0 > shares[best ?? ""] ?? 0 { best = choice.name.id }
    return best.map { .choice($0) }
  case .choices:
    let likely = fact.choices.filter { !$0.isExclusive && shares[$0.name.id] ?? 0 >= 0.5 }
    return .choices(Set((likely.isEmpty ? Array(fact.choices.filter(\.isExclusive).prefix(1)) : likely).map(\.name.id)))
  case .number(let domain):
    let number = likelyNumber(fact.prior, from: domain.minimum ?? 0)
    return .number(from: number, to: number)
  case .date:
    return today.map { .date(CalendarDate(days: $0.days + 300)) }
  }
}

/// The middle of the likeliest cell, whole where the cell is wide; its beginning where it has no end.
private func likelyNumber(_ prior: Prior?, from minimum: Double) -> Double {
  guard case .cells(let cells) = prior else { return minimum }
  var (best, lower, number) = (-1.0, minimum, minimum)
  for cell in cells {
    if cell.share > best {
      best = cell.share
      number = cell.below.map { $0 - lower > 2 ? ((lower + $0) / 2).rounded() : lower } ?? lower
    }
    lower = cell.below ?? lower
  }
  return number
}
