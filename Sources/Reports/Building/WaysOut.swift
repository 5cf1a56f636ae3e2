package import Assessing
import RuleCompiler
package import RuleModel

/// Where a customer may turn for a decision that no option suits; empty where one does.
package func waysLeft(of decision: AssessedDecision, _ say: Phrasing) -> [WayOut] {
  guard decision.variant == nil, decision.reason == .noSolution else { return [] }
  return decision.decision.decision.waysOut.filter {
    say.mayShow($0.text.audience) && say.mayState(resting: $0.sources)
  }
}

/// What introduces them.
package func waysOutHeading(_ say: Phrasing) -> String {
  say(en: "Ways out that are worth a conversation:", de: "Auswege, über die sich ein Gespräch lohnt:")
}
