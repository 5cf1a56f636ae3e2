import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Three reasons in the customer's words, what the choice costs, and what became of every other option.
  mutating func offerReasons(_ main: AssessedDecision?) -> ReportSection? {
    guard let main else { return nil }
    var blocks: [ReportBlock] = []
    let reasons = mainReasons(main)
    if !reasons.isEmpty { blocks.append(.numberedList(reasons)) }
    let costs = drawbacks(of: main)
    if !costs.isEmpty {
      let title = say(en: "What you take on with it", de: "Was Sie dafür in Kauf nehmen")
      blocks += [.paragraph("\(strong: title)"), .list(costs)]
    }
    let others = notChosen(main)
    if !others.isEmpty {
      let title = say(en: "Not chosen", de: "Nicht gewählt")
      blocks += [.paragraph("\(strong: title)"), .list(others)]
    }
    guard !blocks.isEmpty else { return nil }
    let title =
      main.variant == nil
      ? say(en: "Why none of them fits", de: "Warum keine passt")
      : isEarly
        ? say(en: "What speaks for it so far", de: "Was bisher dafür spricht")
        : say(en: "Why", de: "Warum")
    return ReportSection(id: "why", title: title, blocks: blocks)
  }

  /// The reasons that weigh most against what is recommended.
  private mutating func drawbacks(of decision: AssessedDecision) -> [RichText] {
    guard let chosen = decision.chosenLeaf else { return [] }
    let against = chosen.contributions.filter { $0.points < 0 }.sorted { a, b in
      a.points == b.points ? idPrecedes(a.rule, b.rule) : a.points < b.points
    }
    let stated = against.compactMap { catalogue.rule($0.rule)?.rule }.filter {
      say.mayState($0) && say.mayShow($0.because.audience)
    }
    return stated.prefix(Self.mostDrawbacks).map { rule in
      let notes = citeFirst(rule.sources)
      return "\(say.reason(of: rule))\(footnotes: notes)"
    }
  }

  /// The first source that may be named: an offer has room for one, the full report names them all.
  mutating func citeFirst(_ names: [Name]) -> [Int] {
    let first = names.first { catalogue.source($0.id).map { say.mayShow($0.audience) } ?? false }
    return first.map { cite([$0]) } ?? []
  }

  private static let mostDrawbacks = 3
}
