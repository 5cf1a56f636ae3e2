/// The completions of a profile, as far as they matter to one decision: what is known, and the open facts it depends on.
package final class OpenWorlds: Sendable {
  let index: ProgramIndex
  let cone: Cone
  package let circumstances: Circumstances
  package let decision: Int
  /// The open facts of the cone, by column.
  package let facts: [OpenFact]
  /// All lanes filled with what is known; the open facts are left out.
  let template: WorldBlock
  /// Per column of the program the place of its open fact, or −1; and of its formula.
  let factPlaces: [Int]
  let formulaPlaces: [Int]

  /// - Parameters:
  ///   - template: a block whose lanes all hold the answers, and no defaults.
  ///   - open: every open fact, those that do not matter to the decision too.
  package init(
    _ index: ProgramIndex,
    _ circumstances: Circumstances,
    decision: Int,
    template: WorldBlock,
    open: [OpenFact]
  ) {
    self.index = index
    self.circumstances = circumstances
    self.decision = decision
    let cone = index.cone(ofDecision: decision)
    self.cone = cone
    facts = open.filter { fact in cone.facts.contains(Int(fact.column)) }
    self.template = template
    var places = Array(repeating: -1, count: index.program.columnCount)
    for (place, fact) in facts.enumerated() { places[Int(fact.column)] = place }
    factPlaces = places
    var formulas = Array(repeating: -1, count: index.program.columnCount)
    for (place, column) in cone.formulas.enumerated() { formulas[column] = place }
    formulaPlaces = formulas
  }

  /// Whether a fact (by its column) can matter to the decision.
  package func depends(on column: Int) -> Bool { cone.facts.contains(column) }

  /// Everything that is possible.
  func everything() -> Region {
    Region(
      extents: facts.map { $0.extent },
      formulas: cone.formulas.map { _ in
        .numbers(from: -.greatestFiniteMagnitude, to: .greatestFiniteMagnitude)
      }
    )
  }

  /// Makes a block ready for another evaluation: what relevance took away last time is known again.
  func reset(_ block: inout WorldBlock) {
    block.known = template.known
    block.notApplicable = template.notApplicable
  }

  func fill(_ block: inout WorldBlock, lane: Int, with region: Region) {
    for (place, fact) in facts.enumerated() { fact.fill(&block, lane: lane, with: region.extents[place]) }
  }

  /// One complete world of a region.
  func fillSample(_ block: inout WorldBlock, lane: Int, of region: Region) {
    for (place, fact) in facts.enumerated() {
      fact.fill(&block, lane: lane, with: fact.sample(region.extents[place]))
    }
  }
}

/// A part of the completions: a box of values, and what formulas are taken to give in it.
struct Region: Sendable {
  /// Per open fact.
  var extents: [Extent]
  /// Per formula of the cone.
  var formulas: [Extent]
  /// How often ranges were halved for the sake of formulas.
  var halvings = 0
}
