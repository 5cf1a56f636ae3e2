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
  let drawn = DrawnWorlds(Casework(rules.book, rules.caseFile(of: profile)), plan.drawing)
  let sampling = drawn.all
  var meter = drawn.questionMeter(sampling)
  sampling.run { kernel, block, word, lanes in meter.add(kernel, block, word: word, lanes: lanes) }
  let wanted = rules.catalogue.decisions.map { decisions?.contains($0.id) ?? true }
  return meter.values { wanted[$0] }.map { QuestionValue($0) }
}

extension QuestionValue {
  // INVARIANT: columns of facts are their places in the catalogue.
  init(_ worth: QuestionWorth) {
    self.init(fact: worth.column, gain: worth.gain, canMatter: worth.canMatter)
  }
}
