import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Three reasons in the customer's words, and for every other option the requirement that speaks against it.
  mutating func offerReasons(_ main: AssessedDecision?) -> ReportSection? {
    guard let main else { return nil }
    var blocks: [ReportBlock] = []
    let reasons = mainReasons(main)
    if !reasons.isEmpty { blocks.append(.numberedList(reasons)) }
    let others = notChosen(main)
    if !others.isEmpty {
      let title = say(en: "Not chosen", de: "Nicht gewählt")
      blocks.append(.paragraph("\(strong: title)"))
      blocks.append(.definitions(others))
    }
    blocks += drawbacks(main)
    guard !blocks.isEmpty else { return nil }
    let title =
      main.variant == nil
      ? say(en: "Why none of them fits", de: "Warum keine passt")
      : say(en: "Why", de: "Warum")
    return ReportSection(id: "why", title: title, blocks: blocks)
  }

  /// Every other option of the decision: what rules it out, or what the chosen one is better documented for.
  private mutating func notChosen(_ decision: AssessedDecision) -> [ReportBlock.Definition] {
    decision.families.filter { $0.family != decision.chosenLeaf?.family }.compactMap { leaf in
      guard let told = leaf.isExcluded ? whyRuledOut(leaf) : whyBehind(leaf, in: decision) else { return nil }
      return ReportBlock.Definition(RichText(plain: say.option(leaf.family)), told)
    }
  }

  /// The first source that may be named: an offer has room for one, the full report names them all.
  mutating func citeFirst(_ names: [Name]) -> [Int] {
    let first = names.first { catalogue.source($0.id).map { say.mayShow($0.audience) } ?? false }
    return first.map { cite([$0]) } ?? []
  }

  /// The requirement that rules an option out.
  private mutating func whyRuledOut(_ leaf: AssessedLeaf) -> RichText? {
    let rules = leaf.excludedBy.compactMap { catalogue.rule($0) }
    guard let rule = rules.first(where: { say.mayState($0.rule) }) ?? rules.first else { return nil }
    let answers = decidingAnswers(rule, evaluator, say).prefix(2).map { say.quoted($0) }
    let required = answers.joined(separator: say(en: " and ", de: " und "))
    let because =
      answers.isEmpty
      ? say(en: "Ruled out.", de: "Scheidet aus.")
      : say(en: "Ruled out, because you require \(required).", de: "Scheidet aus, weil Sie \(required) verlangen.")
    let notes = citeFirst(rule.rule.sources)
    return "\(because) \(say.reason(of: rule.rule))\(footnotes: notes)"
  }

  /// What the chosen option is ahead of another one in, which would be possible, too: answers that nothing speaks for the
  /// other on, or else the criteria with the largest lead.
  private func whyBehind(_ leaf: AssessedLeaf, in decision: AssessedDecision) -> RichText? {
    guard let chosen = decision.chosenLeaf else { return nil }
    let name = say.option(chosen.family)
    if chosen.score <= leaf.score {
      return RichText(
        plain: say(
          en: "Would serve you at least as well by the assessment; \(name) was decided before.",
          de: "Passt nach der Bewertung mindestens so gut; \(name) stand schon vorher fest."
        )
      )
    }
    func answers(_ rule: LinkedRule) -> [String] { decidingAnswers(rule, evaluator, say) }
    let shared = Set(
      leaf.contributions.filter { $0.points > 0 }.compactMap { catalogue.rule($0.rule) }.flatMap(answers)
    )
    let ahead = shares(of: chosen, over: leaf).filter { $0.points > 0 && say.mayState($0.rule.rule) }
    var own: [String] = []
    for share in ahead where chosen.contributions.contains(where: { $0.rule == share.rule.id && $0.points > 0 }) {
      for answer in answers(share.rule) where !shared.contains(answer) && !own.contains(answer) { own.append(answer) }
    }
    let close = chosen.score - leaf.score < Self.smallLead
    let distance = close ? say(en: " The distance is small.", de: " Der Abstand ist klein.") : ""
    guard own.isEmpty else {
      let list = own.prefix(2).map { say.quoted(shortened($0)) }.joined(separator: say(en: " and ", de: " und "))
      return RichText(
        plain: say(
          en: "Would be possible. For \(list), more is documented for \(name).",
          de: "Wäre möglich. Für \(list) ist bei \(name) mehr belegt."
        ) + distance
      )
    }
    var byCriterion: [(id: String, points: Double)] = []
    for share in ahead {
      guard let id = share.rule.rule.criterion?.id else { continue }
      if let known = byCriterion.firstIndex(where: { $0.id == id }) {
        byCriterion[known].points += share.points
      } else {
        byCriterion.append((id, share.points))
      }
    }
    let best = byCriterion.sorted { $0.points == $1.points ? idPrecedes($0.id, $1.id) : $0.points > $1.points }.prefix(
      2
    )
    guard !best.isEmpty else { return RichText(plain: say(en: "Would be possible.", de: "Wäre möglich.") + distance) }
    let list = best.map { say.quoted(say.criterion($0.id)) }.joined(separator: say(en: " and ", de: " und "))
    return RichText(
      plain: say(
        en: "Would be possible, too; \(name) fits better on \(list).",
        de: "Wäre ebenfalls möglich; bei \(list) passt \(name) besser."
      ) + distance
    )
  }

  /// An answer in few words: of a long one its title alone.
  func shortened(_ answer: String) -> String {
    guard answer.count > 60, let colon = answer.firstRange(of: ": ") else { return answer }
    return String(answer[..<colon.lowerBound])
  }

  /// A lead under so many points is worth telling.
  static let smallLead = 5.0

  // MARK: What it costs

  /// What speaks against the recommended option, the weightiest first; an offer that names nothing is not believed.
  mutating func drawbacks(_ main: AssessedDecision) -> [ReportBlock] {
    guard let chosen = main.chosenLeaf else { return [] }
    let against = shares(of: chosen, over: nil).reversed().filter { $0.points < 0 && say.mayState($0.rule.rule) }
    let told = against.prefix(2).map { share -> RichText in
      let notes = citeFirst(share.rule.rule.sources)
      return "\(say.reason(of: share.rule.rule))\(footnotes: notes)"
    }
    guard !told.isEmpty else { return [] }
    let title = say(en: "What you take on with it", de: "Was Sie dafür in Kauf nehmen")
    return [.paragraph("\(strong: title)"), .list(told)]
  }

  /// Whatever is level with the recommended option or just behind it, of the same family or another one.
  func closeRivals(_ main: AssessedDecision) -> RichText? {
    guard main.decidedBy == .score, let chosen = main.chosenLeaf else { return nil }
    let variant = main.leaves.first { $0.rank != nil && $0.family == chosen.family && $0.id != chosen.id }
    let rivals = [variant, main.runnerUp].compactMap { $0 }.filter { chosen.score - $0.score < Self.smallLead }
    func names(_ leaves: [AssessedLeaf]) -> String {
      leaves.map { say.option($0.id) }.joined(separator: say(en: " and ", de: " und "))
    }
    let level = rivals.filter { $0.score == chosen.score }
    let behind = rivals.filter { $0.score < chosen.score }
    var sentences: [String] = []
    if !level.isEmpty {
      sentences.append(say(en: "Level with it: \(names(level)).", de: "Gleichauf: \(names(level))."))
    }
    if !behind.isEmpty {
      sentences.append(say(en: "Only just behind: \(names(behind)).", de: "Nur knapp dahinter: \(names(behind))."))
    }
    guard !sentences.isEmpty else { return nil }
    sentences.append(say(en: "We decide between them together with you.", de: "Das entscheiden wir mit Ihnen."))
    return RichText(plain: sentences.joined(separator: " "))
  }
}
