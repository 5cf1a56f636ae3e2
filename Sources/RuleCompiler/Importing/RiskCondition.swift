/// A condition of a lens over the choices of its question, which are named by their places in the list.
package indirect enum RiskCondition: Sendable, Hashable {
  case choice(Int)
  case not(RiskCondition)
  /// Two or more, none of which is itself such a list.
  case all([RiskCondition])
  case any([RiskCondition])
  /// What only arises where a condition names no choice of its question, or nothing at all.
  case constant(Bool)

  /// All parts together: lists within lists become one, constants and doubles go.
  static func all(of parts: [RiskCondition]) -> RiskCondition {
    var kept: [RiskCondition] = []
    var seen: Set<RiskCondition> = []
    for part in parts {
      switch part {
      case .constant(true): continue
      case .constant(false): return .constant(false)
      case .all(let inner): kept += inner.filter { seen.insert($0).inserted }
      default: if seen.insert(part).inserted { kept.append(part) }
      }
    }
    return kept.isEmpty ? .constant(true) : kept.count == 1 ? kept[0] : .all(kept)
  }

  /// At least one part, simplified in the same way.
  static func any(of parts: [RiskCondition]) -> RiskCondition {
    var kept: [RiskCondition] = []
    var seen: Set<RiskCondition> = []
    for part in parts {
      switch part {
      case .constant(false): continue
      case .constant(true): return .constant(true)
      case .any(let inner): kept += inner.filter { seen.insert($0).inserted }
      default: if seen.insert(part).inserted { kept.append(part) }
      }
    }
    return kept.isEmpty ? .constant(false) : kept.count == 1 ? kept[0] : .any(kept)
  }

  /// The opposite; two negations cancel.
  var negated: RiskCondition {
    switch self {
    case .not(let part): part
    case .constant(let flag): .constant(!flag)
    default: .not(self)
    }
  }

  /// How many choices it mentions, each as often as it is written.
  var mentions: Int {
    switch self {
    case .choice: 1
    case .not(let part): part.mentions
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.mentions }
    case .constant: 0
    }
  }

  /// How many levels of lists and objects it takes as JSON, at most.
  var levels: Int {
    switch self {
    case .choice, .constant: 3
    case .not(let part): part.levels + 1
    case .all(let parts), .any(let parts): parts.reduce(0) { max($0, $1.levels) } + 2
    }
  }

  /// The choice that stands first.
  var firstChoice: Int? {
    switch self {
    case .choice(let place): place
    case .not(let part): part.firstChoice
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstChoice).first
    case .constant: nil
    }
  }

  /// What is left of it once one choice is known to be chosen or not.
  func knowing(_ place: Int, _ isChosen: Bool) -> RiskCondition {
    switch self {
    case .choice(let other): other == place ? .constant(isChosen) : self
    case .not(let part): part.knowing(place, isChosen).negated
    case .all(let parts): .all(of: parts.map { $0.knowing(place, isChosen) })
    case .any(let parts): .any(of: parts.map { $0.knowing(place, isChosen) })
    case .constant: self
    }
  }
}

extension RiskCondition {
  /// Whether some answer makes the condition true.
  enum Satisfiability: Equatable {
    /// With these choices and no other.
    case by(Set<Int>)
    case never
    /// Not found out with reasonable effort.
    case unknown
  }

  /// Looks for an answer that makes it true: exact, unless it takes too much effort.
  var satisfiability: Satisfiability {
    var effort = 100_000
    return search(chosen: [], &effort)
  }

  private func search(chosen: Set<Int>, _ effort: inout Int) -> Satisfiability {
    if case .constant(let flag) = self { return flag ? .by(chosen) : .never }
    effort -= mentions
    guard effort > 0, let place = firstChoice else { return .unknown }
    let without = knowing(place, false).search(chosen: chosen, &effort)
    if case .by = without { return without }
    let with = knowing(place, true).search(chosen: chosen.union([place]), &effort)
    if case .by = with { return with }
    return without == .never && with == .never ? .never : .unknown
  }
}
