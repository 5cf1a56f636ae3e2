import Engine
package import RuleCompiler
import RuleModel

/// The value of every question that can be put now: the facts without an answer ("not known" is none) that are relevant.
/// One whose relevance hangs on another open question waits for that.
///
/// Best first; ties by `order`, then id. One set of draws serves all questions.
///
/// - Parameter decisions: ids of those that count; nil: all. One that the profile has decided never counts.
package func questionValues(
  of profile: LinkedProfile,
  _ rules: CompiledRules,
  plan: SamplingPlan = SamplingPlan(),
  deciding decisions: Set<String>? = nil
) -> [QuestionValue] {
  let sampled = SampledCase(profile, rules, plan)
  let sampling = sampled.all
  var meter = QuestionMeter(sampled, sampling)
  sampling.run { kernel, block, word, lanes in meter.add(kernel, block, word: word, lanes: lanes) }
  return meter.values(profile, deciding: decisions)
}

/// Collects what the worlds say about every question.
struct QuestionMeter {
  private let rules: CompiledRules
  private let influence: Influence
  private var sample: QuestionSample

  init(_ sampled: SampledCase, _ sampling: Sampling) {
    rules = sampled.rules
    influence = Influence(
      rules.program,
      sampled.circumstances,
      base: sampled.answered,
      questions: sampled.unanswered.compactMap { sampled.rules.factColumns[$0.id] }
    )
    sample = QuestionSample(sampling, sampled.table)
  }

  mutating func add(_ kernel: Kernel, _ block: WorldBlock, word: Int, lanes: UInt64) {
    sample.add(kernel, block, word: word, lanes: lanes)
  }

  /// Best first.
  func values(_ profile: LinkedProfile, deciding wanted: Set<String>? = nil) -> [QuestionValue] {
    let importance = rules.catalogue.decisions.map { decision -> Double in
      if profile.decided[decision.id] != nil { return 0 }
      return wanted?.contains(decision.id) ?? true ? decision.decision.importance : 0
    }
    var values: [QuestionValue] = []
    // INVARIANT: columns of facts are their places in the catalogue.
    for (question, column) in influence.questions.enumerated() where influence.isAskable(question) {
      let counted = importance.indices.map { influence.reaches(question, $0) ? importance[$0] : 0 }
      let canMatter = counted.contains { $0 > 0 }
      // A day that nothing is drawn for tells nothing in the sample.
      let place = canMatter ? sample.cells.firstIndex { $0.column == column } : nil
      let gain = place.map { sample.gain($0, importance: counted) } ?? 0
      values.append(QuestionValue(fact: column, gain: gain, canMatter: canMatter))
    }
    return values.sorted { precedes($0, $1) }
  }

  private func precedes(_ a: QuestionValue, _ b: QuestionValue) -> Bool {
    if a.gain != b.gain { return a.gain > b.gain }
    if a.canMatter != b.canMatter { return a.canMatter }
    let (x, y) = (rules.catalogue.facts[a.fact], rules.catalogue.facts[b.fact])
    let (left, right) = (x.fact.order ?? .infinity, y.fact.order ?? .infinity)
    return left == right ? idPrecedes(x.id, y.id) : left < right
  }
}
