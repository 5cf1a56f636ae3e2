import Engine
import RuleCompiler
import RuleModel
import TestSupport

/// All complete worlds of a small pack, one of each kind: every choice, every set without an exclusive choice beside
/// others, every number and day that a threshold can tell apart.
struct EveryWorld {
  /// Per register of a rule, contradiction or other condition: one bit per world, in words of 64.
  private(set) var yes: [[UInt64]]
  /// Per leaf: in how many worlds it is recommended.
  private(set) var wins: [Int]

  /// - Returns: nil where there are more than `limit`.
  init?(_ rules: CompiledRules, today: CalendarDate, limit: Int) {
    let asked = rules.catalogue.facts.filter { $0.derivation == nil }
    let thresholds = rules.numberThresholds()
    let values = asked.map { fact in Self.values(of: fact.fact, thresholds[fact.id] ?? []) }
    var count = 1
    for list in values {
      count *= list.count
      if count > limit { return nil }
    }
    let columns = asked.map { rules.factColumns[$0.id] ?? 0 }
    let program = rules.program
    yes = Array(repeating: [], count: program.registerCount)
    wins = Array(repeating: 0, count: program.leaves.count)
    let circumstances = Circumstances(
      weights: rules.weights([:]),
      decided: program.decisions.map { _ in .open },
      today: Double(today.days)
    )
    var kernel = Kernel(program, circumstances)
    var first = 0
    while first < count {
      var block = WorldBlock(columnCount: program.columnCount)
      let lanes = min(64, count - first)
      for lane in 0..<lanes {
        var rest = first + lane
        for place in asked.indices {
          let value = values[place][rest % values[place].count]
          rest /= values[place].count
          if case .number(let number, _) = value {
            block.set(columns[place], lane: lane, from: number, to: number)
          } else {
            block.set(columns[place], lane: lane, bits: rules.bits(of: value, fact: asked[place]))
          }
        }
      }
      kernel.evaluate(&block)
      let mask: UInt64 = lanes == 64 ? ~0 : (1 << UInt64(lanes)) - 1
      for register in yes.indices { yes[register].append(kernel.truths[register].yes & mask) }
      for decision in program.decisions.indices {
        for lane in 0..<lanes where kernel.applicable[decision].no >> UInt64(lane) & 1 == 0 {
          let best = Int(kernel.best[decision * 64 + lane])
          if best >= 0 { wins[best] += 1 }
        }
      }
      first += 64
    }
    worldCount = count
  }

  let worldCount: Int

  func isEverTrue(_ register: Int) -> Bool { yes[register].contains { $0 != 0 } }
  func isAlwaysTrue(_ register: Int) -> Bool {
    yes[register].reduce(0) { $0 + $1.nonzeroBitCount } == worldCount
  }
  func isTrueWithout(_ a: Int, _ b: Int) -> Bool { zip(yes[a], yes[b]).contains { $0 & ~$1 != 0 } }

  private static func values(of fact: Fact, _ thresholds: [Double]) -> [FactValue] {
    switch fact.kind {
    case .boolean: return [.boolean(false), .boolean(true)]
    case .choice: return fact.choices.map { .choice($0.name.id) }
    case .choices:
      var sets = fact.choices.filter(\.isExclusive).map { FactValue.choices([$0.name.id]) }
      let others = fact.choices.filter { !$0.isExclusive }.map(\.name.id)
      for bits in 0..<(1 << others.count) {
        let chosen = others.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
        sets.append(.choices(Set(chosen)))
      }
      return sets
    case .number(let domain):
      let between = zip(thresholds, thresholds.dropFirst()).map { ($0 + $1) / 2 }
      let ends = [domain.minimum ?? -99, domain.maximum ?? 99]
      let all = Set(thresholds + between + ends).sorted()
      return all.filter { $0 >= domain.minimum ?? -.infinity && $0 <= domain.maximum ?? .infinity }.map { .number($0) }
    case .date:
      let days = Set(thresholds.flatMap { [$0 - 1, $0, $0 + 1] })
      return (days.isEmpty ? [20_000] : days.sorted()).map { .number($0) }
    }
  }
}
