package import Assessing
package import LocatedJSON
import RuleCompiler
import RuleModel

/// The overview of many cases as data. Cases are named by their files; lists of cases are in the order of the files.
package func portfolioJSON(_ portfolio: Portfolio, unread: [String], draws: Int) -> JSONValue {
  func names(_ places: [Int]) -> JSONValue { .array(places.map { .string(portfolio.cases[$0].name) }) }
  func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
  func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  let cases = portfolio.cases.map { one -> JSONValue in
    let decisions = one.assessment.decisions.filter { $0.applicable != .no }.map { decision in
      JSONValue.members([
        ("id", .string(decision.id)), ("recommended", optional(decision.recommended)),
        ("variant", optional(decision.variant)), ("lead", optional(decision.lead)),
        ("confidence", optional(one.confidence(decision.id))),
      ])
    }
    return .members([
      ("profile", .string(one.name)), ("title", .string(one.profile.title)), ("sha256", .string(one.profile.digest)),
      ("status", .string(one.profile.status.rawValue)),
      ("openQuestions", .number(Double(one.assessment.counts.unknown))),
      ("openConfirmations", .number(Double(one.openConfirmations))), ("decisions", .array(decisions)),
    ])
  }
  let decisions = portfolio.decisions.map { decision -> JSONValue in
    let chosen = decision.chosen.map {
      JSONValue.members([("option", .string($0.option)), ("cases", names($0.cases))])
    }
    let barriers = decision.barriers.map { barrier in
      JSONValue.members([
        ("option", .string(barrier.option)), ("rule", .string(barrier.rule)), ("cases", names(barrier.cases)),
        ("onlyObstacle", names(barrier.alone)), ("wouldLead", names(barrier.wouldLead)),
      ])
    }
    let outcomes = decision.outcomes.map { place, option in
      JSONValue.members([("profile", .string(portfolio.cases[place].name)), ("option", .string(option))])
    }
    return .members([
      ("id", .string(decision.id)), ("cases", names(decision.applicable)), ("chosen", .array(chosen)),
      ("withoutSolution", names(decision.withoutSolution)), ("withoutFacts", names(decision.withoutFacts)),
      ("barriers", .array(barriers)), ("outcomes", .array(outcomes)),
      ("leastFirm", names(portfolio.leastFirm(decision.id))),
    ])
  }
  let confirmations = portfolio.confirmations.map { confirmation in
    JSONValue.members([
      ("rule", .string(confirmation.rule)), ("option", .string(confirmation.option)),
      ("cases", names(confirmation.cases)),
    ])
  }
  let packs = portfolio.catalogue.packs.map { pack in
    JSONValue.members([
      ("id", .string(pack.id)), ("version", .string("\(pack.manifest.version)")), ("sha256", .string(pack.digest)),
    ])
  }
  return .members([
    ("format", .number(Double(1))), ("engine", .string("\(engineVersion)")), ("packs", .array(packs)),
    ("draws", .number(Double(draws))), ("unread", .array(unread.map { .string($0) })), ("cases", .array(cases)),
    ("decisions", .array(decisions)), ("confirmations", .array(confirmations)),
  ])
}
