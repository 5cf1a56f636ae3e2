import Advice
import Assessing
import RuleCompiler
import RuleModel

/// What a rule adds to the lead of one option over another.
struct ReasonShare {
  let rule: LinkedRule
  var points: Double
}

extension ReportBuilder {
  /// Why the main decision comes out as it does: the reasons that carry most of the lead, or what rules everything out.
  mutating func reasonsSection(_ decisions: [AssessedDecision]) -> ReportSection? {
    guard let main = decisions.first else { return nil }
    let reasons = mainReasons(main)
    var blocks: [ReportBlock] = []
    if !reasons.isEmpty {
      blocks.append(.numberedList(reasons))
    } else if main.reason == .noSolution, let excluded = exclusionItems(main) {
      blocks.append(.definitions(excluded))
    }
    guard !blocks.isEmpty else { return nil }
    let title =
      main.variant == nil
      ? say(en: "Why none of them fits", de: "Warum keine passt")
      : say(en: "Why: what speaks for it most", de: "Warum: was am meisten dafür spricht")
    return ReportSection(id: "why", title: title, blocks: blocks)
  }

  /// The three rules that carry most of the lead over the runner-up, or of the score where there is none.
  mutating func mainReasons(_ decision: AssessedDecision) -> [RichText] {
    guard let chosen = decision.chosenLeaf else { return [] }
    // What nobody states is no reason, neither for the one nor against the other.
    let stated = shares(of: chosen, over: decision.runnerUp).filter { say.mayState($0.rule.rule) && $0.points > 0 }
    // A reason speaks for the recommended option itself; one that only speaks against the other is second choice.
    let own = stated.filter { share in chosen.contributions.contains { $0.rule == share.rule.id && $0.points > 0 } }
    let ordered = own + stated.filter { share in !own.contains { $0.rule.id == share.rule.id } }
    var reasons: [RichText] = []
    for share in ordered.prefix(3) {
      let rule = share.rule.rule
      let notes = say.edition.showsScores ? cite(rule.sources) : citeFirst(rule.sources)
      reasons.append("\(say.reason(of: rule))\(footnotes: notes)")
    }
    return reasons
  }

  /// Rule by rule the difference of two options, the greatest first; without a second one, the points of the first.
  func shares(of first: AssessedLeaf, over second: AssessedLeaf?) -> [ReasonShare] {
    var shares: [ReasonShare] = []
    func add(_ points: Double, _ id: String) {
      if let index = shares.firstIndex(where: { $0.rule.id == id }) {
        shares[index].points += points
      } else if let rule = catalogue.rule(id) {
        shares.append(ReasonShare(rule: rule, points: points))
      }
    }
    for contribution in first.contributions { add(contribution.points, contribution.rule) }
    for contribution in second?.contributions ?? [] { add(-contribution.points, contribution.rule) }
    return shares.sorted { a, b in
      a.points == b.points ? idPrecedes(a.rule.id, b.rule.id) : a.points > b.points
    }
  }
}
