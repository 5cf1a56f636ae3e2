import Diagnostics
package import RuleCompiler
import RuleModel

extension CompiledRules {
  /// What assessed worlds, usually those of the tests, reach of the packs with effect.
  package func coverage(of worlds: [Assessment]) -> Coverage {
    var measurement = CoverageMeasurement(catalogue)
    for world in worlds { measurement.add(world) }
    return measurement.result(tests: worlds.count)
  }
}

/// Adds up what the worlds reach.
private struct CoverageMeasurement {
  let catalogue: Catalogue
  var values: ValueCoverage
  /// In an order in which a condition that a fact needs comes after those that look at the fact.
  var sites: [CoverageSite]
  /// In the same order.
  var found: [ConditionCoverage]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    sites = CoverageSite.all(in: catalogue)
    found = sites.map(\.empty)
    values = ValueCoverage(catalogue)
    for site in sites { site.condition.forEachComparison { [pack = site.pack] in values.expect($0, pack: pack) } }
  }

  mutating func add(_ assessment: Assessment) {
    let world = assessment.specification
    /// Comparisons that matter in this world, by the fact they look at.
    var mattering: [String: [LinkedComparison]] = [:]
    var decided: Set<ValueCoverage.Key> = []
    for (index, site) in sites.enumerated() {
      let flips = ConditionFlips(site.condition, in: world)
      let deciding = deciding(site, flips, assessment, world, mattering)
      if flips.truth == .yes { found[index].isTrue += 1 }
      if flips.truth == .yes, hasEffect(site, assessment, world) || !deciding.isEmpty && site.fact != nil {
        found[index].isTrueWithEffect += 1
      }
      for (place, truth) in flips.truths.enumerated() {
        let matters = deciding.contains(place)
        found[index].comparisons[place].count(truth, matters: matters)
        guard matters else { continue }
        let comparison = found[index].comparisons[place].comparison
        guard case .fact(let fact) = comparison.subject else { continue }
        mattering[fact, default: []].append(comparison)
        if case .known(let value) = world.state(ofFact: fact) {
          decided.formUnion(values.keys(decidedBy: comparison, value: value))
        }
      }
    }
    values.count(world, decided)
  }

  /// The comparisons of a condition that matter in a world.
  private func deciding(
    _ site: CoverageSite,
    _ flips: ConditionFlips,
    _ assessment: Assessment,
    _ world: ObviousEvaluator,
    _ mattering: [String: [LinkedComparison]]
  ) -> [Int] {
    guard let fact = site.fact else { return hasEffect(site, assessment, world) ? flips.deciding : [] }
    let lookers = mattering[fact.fact.id] ?? []
    let now = world.state(ofFact: fact.fact.id)
    return flips.truths.indices.filter { place in
      guard let then = world.state(of: fact.fact, flipping: place, inPart: fact.part), then != now else { return false }
      return lookers.contains { ($0.truth(for: then) == .yes) != ($0.truth(for: now) == .yes) }
    }
  }

  /// Whether people would see it if a condition that belongs to no fact had another truth.
  private func hasEffect(_ site: CoverageSite, _ assessment: Assessment, _ world: ObviousEvaluator) -> Bool {
    switch site.owner {
    case .rule: catalogue.rule(site.id).map { assessment.dependsOn($0, world) } ?? false
    case .price(let option): option.map { assessment.chosenOptions.contains($0) } ?? true
    case .decision, .contradiction, .component, .step: true
    case .fact: false
    }
  }

  func result(tests: Int) -> Coverage {
    let sorted = found.sorted { a, b in
      if a.pack != b.pack { return idPrecedes(a.pack, b.pack) }
      let (x, y) = (a.span?.file.name ?? "", b.span?.file.name ?? "")
      if x != y { return idPrecedes(x, y) }
      let (first, second) = (a.span?.range.lowerBound ?? 0, b.span?.range.lowerBound ?? 0)
      return first == second ? a.owner.rawValue < b.owner.rawValue : first < second
    }
    return Coverage(
      tests: tests,
      conditions: sorted,
      choices: values.sortedChoices,
      thresholds: values.sortedThresholds
    )
  }
}

extension ComparisonCoverage {
  fileprivate mutating func count(_ truth: Truth, matters: Bool) {
    switch truth {
    case .yes:
      isTrue += 1
      if matters { mattersTrue += 1 }
    case .no:
      isFalse += 1
      if matters { mattersFalse += 1 }
    case .unknown: break
    }
  }
}
