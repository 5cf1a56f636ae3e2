/// Finds what to look into next: the first open comparison behind an unknown condition (the method of Davis, Logemann and
/// Loveland, 1962).
struct RegionSplitting {
  /// How often ranges behind formulas are halved in one region before it is given up.
  static let mostHalvings = 80

  let worlds: OpenWorlds
  /// Truths of the registers, lane by lane.
  let truths: [TruthPlanes]
  let hasToday: Bool
  let block: WorldBlock
  let lane: Int
  let region: Region
  /// Whether something stayed open that no answer is to blame for, or that was given up.
  private(set) var isStuck = false

  init(_ worlds: OpenWorlds, _ cautious: CautiousKernel, _ block: WorldBlock, lane: Int, _ region: Region) {
    self.worlds = worlds
    truths = cautious.kernel.truths
    hasToday = cautious.kernel.circumstances.today != nil
    self.block = block
    self.lane = lane
    self.region = region
  }

  private var program: Program { worlds.index.program }

  private func isUnknown(_ register: Int) -> Bool { truths[register].value(in: lane) == nil }

  /// Parts of the region in which a register is nearer to being known; nil if nothing is left to split.
  mutating func split(register: Int) -> (Region, Region)? {
    guard isUnknown(register) else { return nil }
    switch program.operations[worlds.index.makers[register]] {
    case .not(_, let operand): return split(register: Int(operand))
    case .all(_, let run), .any(_, let run):
      for place in run.indices {
        if let parts = split(register: Int(program.operands[place])) { return parts }
      }
      return nil
    case .compare(_, let comparison):
      let compared = program.comparisons[Int(comparison)]
      return split(column: Int(compared.column), compared.test)
    default: return nil
    }
  }

  /// Parts in which a comparison with a column is nearer to being known.
  private mutating func split(column: Int, _ test: Test) -> (Region, Region)? {
    if let register = worlds.index.relevance(of: column), isUnknown(register) { return split(register: register) }
    switch worlds.index.origins[column] {
    case .asked:
      let place = worlds.factPlaces[column]
      guard place >= 0, let parts = worlds.facts[place].split(region.extents[place], by: test) else { return nil }
      return split(place, parts)
    case .truth(let register): return split(register: register)
    case .cases(let run, _): return split(cases: run)
    case .formula(let root):
      if block.known[column] >> UInt64(lane) & 1 == 1, let parts = split(formula: column, test) { return parts }
      return refine(formula: root)
    case .family(let decision), .leaf(let decision): return split(outcomeOf: decision)
    }
  }

  private mutating func split(cases run: Run) -> (Region, Region)? {
    for place in stride(from: run.indices.lowerBound, to: run.indices.upperBound, by: 2) {
      if let parts = split(register: Int(program.operands[place])) { return parts }
    }
    return nil
  }

  /// Takes the value of a formula to be in the bounds of a comparison, and outside.
  private func split(formula column: Int, _ test: Test) -> (Region, Region)? {
    let cell = column * WorldBlock.width + lane
    let number = OpenFact(
      column: Int32(column),
      kind: .number,
      extent: .numbers(from: block.lower[cell], to: block.upper[cell])
    )
    guard let (first, second) = number.split(number.extent, by: test) else { return nil }
    let place = worlds.formulaPlaces[column]
    guard place >= 0 else { return nil }
    var (one, other) = (region, region)
    one.formulas[place] = first
    other.formulas[place] = second
    return (one, other)
  }

  /// Halves the widest operand of a formula.
  mutating func refine(formula root: Int) -> (Region, Region)? {
    if region.halvings >= Self.mostHalvings
      || (!hasToday && worlds.index.readsToday(formula: root))
    {
      isStuck = true
      return nil
    }
    var widest = -1
    for column in worlds.index.columns(ofFormula: root) {
      if let register = worlds.index.relevance(of: column), isUnknown(register) {
        if let parts = split(register: register) { return parts }
        continue
      }
      switch worlds.index.origins[column] {
      case .asked:
        let place = worlds.factPlaces[column]
        guard place >= 0, !worlds.facts[place].isPoint(region.extents[place]) else { continue }
        if widest < 0 || width(place) > width(widest) { widest = place }
      case .formula(let inner): if let parts = refine(formula: inner) { return parts }
      case .cases(let run, _): if let parts = split(cases: run) { return parts }
      default: break
      }
    }
    guard widest >= 0 else { return nil }
    // What 0 does to a quotient or product is over with at once, instead of being halved towards.
    let zero = Test.within(Bounds(lower: 0, upper: 0, isLowerOpen: false, isUpperOpen: false))
    if let parts = worlds.facts[widest].split(region.extents[widest], by: zero) { return split(widest, parts) }
    guard let parts = worlds.facts[widest].halves(region.extents[widest]) else { return nil }
    var halves = split(widest, parts)
    halves.0.halvings += 1
    halves.1.halvings += 1
    return halves
  }

  @inline(never)
  private func width(_ place: Int) -> Double {
    let extent = region.extents[place]
    return extent.upper - extent.lower
  }

  private mutating func split(outcomeOf decision: Int) -> (Region, Region)? {
    let row = program.decisions[decision]
    if row.when >= 0, let parts = split(register: Int(row.when)) { return parts }
    for rule in row.rules.indices {
      if let parts = split(register: Int(program.rules[rule].register)) { return parts }
    }
    return nil
  }

  @inline(never)
  private func split(_ place: Int, _ parts: (Extent, Extent)) -> (Region, Region) {
    var (one, other) = (region, region)
    one.extents[place] = parts.0
    other.extents[place] = parts.1
    return (one, other)
  }
}
