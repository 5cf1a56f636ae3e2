import Advice
import Assessing
import RuleCompiler
import RuleModel

/// What an offer says of the options that are not recommended: what rules them out, or what the recommended one has that
/// they have not; never a reason of the recommended option over again.
extension ReportBuilder {
  /// A paragraph for every other option of a decision.
  mutating func notChosen(_ decision: AssessedDecision) -> [RichText] {
    var paragraphs: [RichText] = []
    for leaf in decision.families where leaf.family != decision.chosenLeaf?.family {
      if leaf.isExcluded {
        paragraphs.append(exclusion(of: leaf, in: decision))
      } else if let chosen = decision.chosenLeaf {
        paragraphs.append(comparison(of: leaf, with: chosen, in: decision))
      }
    }
    return paragraphs
  }

  /// What a rule saw, as far as it may be shown: the facts whose comparisons are true, in the order written.
  func facts(behind rule: LinkedRule) -> [AssessedFact] {
    var found: [AssessedFact] = []
    for part in evaluator.trace(rule.condition).comparisons where part.truth == .yes {
      guard case .fact(let id) = part.comparison.subject, let fact = assessment.fact(id),
        case .known = fact.state, say.mayShow(fact.fact.fact.audience), !found.contains(where: { $0.id == id })
      else { continue }
      found.append(fact)
    }
    return found
  }

  // MARK: Ruled out

  /// The rule that rules an option out: one that does so in every variant, where there is one.
  func excludingRule(of family: String, in decision: AssessedDecision) -> LinkedRule? {
    let members = decision.leaves.filter { $0.family == family }
    let all = members.flatMap(\.excludedBy)
    let common = all.filter { id in members.allSatisfy { $0.excludedBy.contains(id) } }
    let rules = (common + all).compactMap { catalogue.rule($0) }
    return rules.first { say.mayState($0.rule) } ?? rules.first
  }

  private mutating func exclusion(of leaf: AssessedLeaf, in decision: AssessedDecision) -> RichText {
    let name = say.option(leaf.family)
    guard let rule = excludingRule(of: leaf.family, in: decision) else {
      return say.language == .de ? "\(strong: name) scheidet aus." : "\(strong: name) is ruled out."
    }
    let notes = citeFirst(rule.rule.sources)
    let clarified = exclusionGroups(decision, assessment, say).first { $0.rule.id == rule.id }?.clarification
    if let clarified {
      let answer = clarificationText(clarified, say)
      return say.language == .de
        ? "\(strong: name) scheidet aus. Wir haben nachgefragt: \(answer)\(footnotes: notes)"
        : "\(strong: name) is ruled out. We have asked: \(answer)\(footnotes: notes)"
    }
    let reason = say.reason(of: rule.rule)
    let answers = facts(behind: rule).prefix(2).map { say.quoted(label($0)) }
    guard !answers.isEmpty else {
      return say.language == .de
        ? "\(strong: name) scheidet aus: \(reason)\(footnotes: notes)"
        : "\(strong: name) is ruled out: \(reason)\(footnotes: notes)"
    }
    let required = answers.joined(separator: say(en: " and ", de: " und "))
    return say.language == .de
      ? "\(strong: name) scheidet aus, weil Sie \(required) verlangen: \(reason)\(footnotes: notes)"
      : "\(strong: name) is ruled out because you require \(required): \(reason)\(footnotes: notes)"
  }

  // MARK: Possible

  /// What the recommended option has that another admissible one has not.
  private mutating func comparison(
    of leaf: AssessedLeaf,
    with chosen: AssessedLeaf,
    in decision: AssessedDecision
  ) -> RichText {
    let (name, winner) = (say.option(leaf.family), say.option(chosen.family))
    if decision.decidedBy == .profile, leaf.score > chosen.score || isLevel(leaf, with: chosen) {
      return say.language == .de
        ? "\(strong: name) wäre möglich; entschieden ist bereits für \(winner)."
        : "\(strong: name) would be possible; it is already decided in favour of \(winner)."
    }
    if isLevel(leaf, with: chosen) {
      return say.language == .de
        ? "\(strong: name) passt gleich gut; was davon es wird, entscheiden wir mit Ihnen."
        : "\(strong: name) fits equally well; which of them it will be we decide together with you."
    }
    let isCertain = leaf.possiblyExcludedBy.isEmpty && leaf.confirm.isEmpty
    let condition = isCertain ? "" : say(en: " if open points can be settled,", de: ", wenn sich offene Punkte klären,")
    let comma = isCertain ? "," : ""
    let distance =
      leaf.score < 0
      ? say(en: "\(comma) but more speaks against it than for it", de: "\(comma) doch spricht mehr dagegen als dafür")
      : chosen.score - leaf.score < Self.narrowLead
        ? say(en: " and is close behind", de: " und liegt knapp dahinter") : ""
    // A comma that nothing follows is none.
    let rest = distance.isEmpty && condition.hasSuffix(",") ? String(condition.dropLast()) : condition + distance
    let start: RichText =
      say.language == .de
      ? "\(strong: name) wäre möglich\(rest)" : "\(strong: name) would be possible\(rest)"
    let topics = topics(of: chosen, over: leaf)
    if !topics.isEmpty {
      let subjects = topics.map { say.quoted($0.label) }.joined(separator: say(en: " and ", de: " und "))
      let notes = topics.reduce(into: [Int]()) { notes, topic in
        for note in citeFirst(topic.rule.rule.sources) where !notes.contains(note) { notes.append(note) }
      }
      let isDocumentation = topics.allSatisfy { !$0.isAgainstOther }
      if say.language == .de {
        let told = isDocumentation ? "ist bei \(winner) mehr belegt" : "passt \(winner) besser"
        return start + ". Für \(subjects) \(told).\(footnotes: notes)"
      }
      let told = isDocumentation ? "more is documented for \(winner)" : "\(winner) fits better"
      return start + ". For \(subjects) \(told).\(footnotes: notes)"
    }
    let criteria = leadingCriteria(of: chosen, over: leaf).joined(separator: say(en: " and ", de: " und "))
    guard !criteria.isEmpty else {
      return start
        + (say.language == .de
          ? ". Insgesamt spricht mehr für \(winner)." : ". On the whole more speaks for \(winner).")
    }
    return start
      + (say.language == .de
        ? "; bei \(criteria) passt \(winner) besser." : "; on \(criteria) \(winner) fits better.")
  }

  /// An answer for which the recommended option has a reason and another has none, or one against it.
  private struct Topic {
    let label: String
    let rule: LinkedRule
    let isAgainstOther: Bool
  }

  /// The answers that carry most of the lead, and on which the other option has nothing to show for itself.
  private func topics(of chosen: AssessedLeaf, over other: AssessedLeaf) -> [Topic] {
    func seen(_ wanted: (Double) -> Bool) -> Set<String> {
      let rules = other.contributions.filter { wanted($0.points) }.compactMap { catalogue.rule($0.rule) }
      return Set(rules.flatMap { facts(behind: $0).map(\.id) })
    }
    let (served, against) = (seen { $0 > 0 }, seen { $0 < 0 })
    let own = Set(chosen.contributions.filter { $0.points > 0 }.map(\.rule))
    var topics: [Topic] = []
    for share in shares(of: chosen, over: other) where share.points > 0 && own.contains(share.rule.id) {
      let facts = facts(behind: share.rule)
      guard say.mayState(share.rule.rule), let first = facts.first,
        facts.allSatisfy({ !served.contains($0.id) || against.contains($0.id) }),
        !topics.contains(where: { $0.label == label(first) })
      else { continue }
      let isAgainst = facts.contains { against.contains($0.id) }
      topics.append(Topic(label: label(first), rule: share.rule, isAgainstOther: isAgainst))
      if topics.count == 2 { break }
    }
    return topics
  }

  /// The criteria on which it is furthest ahead, by name.
  private func leadingCriteria(of chosen: AssessedLeaf, over other: AssessedLeaf) -> [String] {
    let leads = chosen.criteria.map { own in
      (id: own.id, points: own.points - (other.criteria.first { $0.id == own.id }?.points ?? 0))
    }
    let ahead = leads.filter { $0.points > 0 }.sorted { a, b in
      a.points == b.points ? idPrecedes(a.id, b.id) : a.points > b.points
    }
    return ahead.prefix(2).map { say.criterion($0.id) }
  }

  // MARK: Words

  /// An answer in few words: with its value where that is short.
  private func label(_ fact: AssessedFact) -> String {
    let title = say.title(of: fact.fact.fact)
    let value = say.state(fact.state, of: fact.fact.fact)
    return value.count > Self.shortValue ? title : "\(title): \(value)"
  }

  /// Leads below so many points are told as close.
  static let narrowLead = 5.0
  /// Values with more characters are left to the reader.
  private static let shortValue = 48
}
