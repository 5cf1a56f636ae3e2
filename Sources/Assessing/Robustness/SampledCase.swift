import Engine
import RuleCompiler
import RuleModel

/// A profile with the random worlds around it: what is known stands, what is not known is drawn.
///
/// A fact with a default counts as unknown here; an answered range is drawn within (method.md, sections 1 and 7).
struct SampledCase {
  let rules: CompiledRules
  let circumstances: Circumstances
  let plan: SamplingPlan
  /// How what is not known is drawn.
  let table: DrawTable
  /// The answers in every lane, without assumptions.
  let answered: WorldBlock
  /// Facts that can be asked and are not answered.
  let unanswered: [LinkedFact]
  private let weights: WeightDraw

  init(_ profile: LinkedProfile, _ rules: CompiledRules, _ plan: SamplingPlan) {
    self.rules = rules
    self.plan = plan
    circumstances = rules.circumstances(of: profile)
    table = rules.drawTable(answers: profile.answers, today: profile.profile.date)
    unanswered = rules.catalogue.facts.filter { $0.derivation == nil && profile.answers[$0.id] == nil }
    var block = Self.assessed(profile, rules)
    for fact in unanswered {
      guard let column = rules.factColumns[fact.id] else { continue }
      for lane in 0..<WorldBlock.width { block.clear(column, lane: lane) }
    }
    answered = block
    weights = WeightDraw(rules.program, circumstances.weights, keepsOrder: plan.keepsOrder)
  }

  /// Weights and unknown answers drawn.
  var all: Sampling { sampling(answered, table, weights, draws: plan.draws) }

  /// Weights drawn, the rest as it is assessed: unknown, or assumed where a pack gives a default.
  func weightsAlone(_ profile: LinkedProfile) -> Sampling {
    sampling(Self.assessed(profile, rules), DrawTable(), weights, draws: plan.draws)
  }

  /// Unknown answers drawn, with the weights in force. Where nothing is unknown one world says all.
  var answersAlone: Sampling { sampling(answered, table, nil, draws: table.rows.isEmpty ? 1 : plan.draws) }

  private func sampling(_ base: WorldBlock, _ table: DrawTable, _ weights: WeightDraw?, draws: Int) -> Sampling {
    Sampling(
      rules.program,
      circumstances,
      base: base,
      answers: table,
      weights: weights,
      draws: draws,
      seed: plan.seed
    )
  }

  /// The world that `assess` evaluates, in every lane.
  static func assessed(_ profile: LinkedProfile, _ rules: CompiledRules) -> WorldBlock {
    var block = WorldBlock(columnCount: rules.program.columnCount)
    for lane in 0..<WorldBlock.width { rules.fill(&block, lane: lane, with: profile.answers) }
    return block
  }
}
