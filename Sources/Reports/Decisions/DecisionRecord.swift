import Advice
import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel

/// One decision as a record: why it was to be taken, what was considered, what came out, and what follows.
struct DecisionRecord {
  let recommendation: Recommendation
  let decision: AssessedDecision
  let say: Phrasing

  private var assessment: Assessment { recommendation.assessment }
  private var profile: Profile { assessment.profile.profile }
  var catalogue: Catalogue { assessment.catalogue }

  /// The whole file.
  func text() -> String {
    var blocks = [frontMatter, "# " + escaped(title)]
    blocks += context + drivers + considered + outcome + prosAndCons + more
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var decisionTitle: String { say.text(decision.decision.decision.title) }

  private var title: String {
    guard let variant = decision.variant else { return decisionTitle }
    return "\(decisionTitle): \(say.option(variant))"
  }

  /// YAML, whose texts are written as JSON writes them.
  private var frontMatter: String {
    let isDecided = decision.decidedBy == .profile
    var lines = ["---", "status: \(isDecided ? "accepted" : "proposed")"]
    if let date = assessment.date { lines.append("date: \(date)") }
    if isDecided, let by = profile.decided.first(where: { $0.decision.id == decision.id })?.by {
      lines.append("decision-makers: \(quoted(say.party(by)))")
    }
    if let author = profile.author { lines.append("consulted: \(quoted(author))") }
    return (lines + ["---"]).joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    String(decoding: JSONValue.string(text.cleaned).canonical(), as: UTF8.self)
  }

  // MARK: Parts

  private var context: [String] {
    var lines = [heading(2, en: "Context and Problem Statement", de: "Kontext und Fragestellung")]
    let customer = [profile.customer?.name, profile.customer?.reference].compactMap { $0 }.joined(separator: ", ")
    lines.append(escaped(profile.title + (customer.isEmpty ? "." : " (\(customer)).")))
    if let question = say.shown(decision.decision.decision.question) { lines.append(escaped(question)) }
    return lines
  }

  /// Criteria that count, the weightiest first, and the requirements that rule something out.
  private var drivers: [String] {
    let criteria = decision.criteria.sorted { a, b in a.share == b.share ? idPrecedes(a.id, b.id) : a.share > b.share }
    let excluding = exclusionGroups(decision, assessment, say).map { say.title(of: $0.rule.rule) }
    let lines = criteria.map { say.criterion($0.id) } + excluding
    guard !lines.isEmpty else { return [] }
    return [heading(2, en: "Decision Drivers", de: "Was zählt"), list(lines.map(escaped))]
  }

  private var considered: [String] {
    [
      heading(2, en: "Considered Options", de: "Betrachtete Möglichkeiten"),
      list(decision.families.map { escaped(say.option($0.id)) }),
    ]
  }

  private var outcome: [String] {
    var blocks = [heading(2, en: "Decision Outcome", de: "Entscheid")]
    guard let chosen = decision.chosenLeaf else {
      blocks.append(escaped(decisionHeadline(decision, say).plainText))
      let ways = waysLeft(of: decision, say).map { escaped(say.text($0.text)) }
      return ways.isEmpty ? blocks : blocks + [escaped(waysOutHeading(say)), list(ways)]
    }
    let name = "\"\(escaped(say.option(chosen.id)))\""
    let reasons = statedReasons(of: chosen).filter { $0.isFor }.prefix(3).map { escaped($0.text) + $0.sources }
    let opening = say(en: "Chosen option: \(name)", de: "Gewählt: \(name)")
    switch (decision.decidedBy, profile.decided.first { $0.decision.id == decision.id }?.because) {
    case (.profile, let because?):
      blocks.append(
        opening + say(en: ", because it was decided: ", de: ", denn so ist entschieden: ") + escaped(because)
      )
    case (.profile, nil):
      blocks.append(opening + say(en: ", because it was decided so.", de: ", denn so ist entschieden."))
    default:
      blocks.append(opening + (reasons.isEmpty ? "." : say(en: ", because:", de: ", denn:")))
      if !reasons.isEmpty { blocks.append(list(Array(reasons))) }
    }
    return blocks + consequences(of: chosen) + confirmation(of: chosen)
  }

  private func consequences(of chosen: AssessedLeaf) -> [String] {
    let against = statedReasons(of: chosen).filter { !$0.isFor }
    let chosenIDs = [chosen.id, chosen.family]
    let notes = recommendation.notes.filter { advised in
      say.mayShow(advised.note.audience) && say.mayShow(advised.note.text.audience) && say.mayState(advised.rule)
        && advised.note.options.contains { chosenIDs.contains($0.id) }
    }
    let lines =
      against.map { bad + escaped($0.text) + $0.sources }
      + notes.map { neutral + escaped(say.text($0.note.text)) + links($0.rule.sources) }
    guard !lines.isEmpty else { return [] }
    return [heading(3, en: "Consequences", de: "Folgen"), list(lines)]
  }

  private func confirmation(of chosen: AssessedLeaf) -> [String] {
    let questions = recommendation.confirmations.filter { $0.decision == decision.id && $0.leaf == chosen.id }
    guard !questions.isEmpty else { return [] }
    return [
      heading(3, en: "Confirmation", de: "Bestätigung"),
      escaped(say(en: "To be confirmed by the provider:", de: "Vom Anbieter zu bestätigen:")),
      list(questions.map { escaped(say.question($0.text, of: $0.rule)) + links($0.rule.sources) }),
    ]
  }

  private var prosAndCons: [String] {
    var blocks = [heading(2, en: "Pros and Cons of the Options", de: "Für und Wider der Möglichkeiten")]
    for leaf in decision.families {
      blocks.append("### " + escaped(say.option(leaf.id)))
      var lines = leaf.excludedBy.compactMap { catalogue.rule($0)?.rule }.map { rule in
        say(en: "Ruled out, because: ", de: "Ausgeschlossen, denn: ") + escaped(say.reason(of: rule))
          + links(rule.sources)
      }
      lines += statedReasons(of: leaf).map { ($0.isFor ? good : bad) + escaped($0.text) + $0.sources }
      lines += leaf.confirm.compactMap { open in
        catalogue.rule(open.rule).map { rule in
          neutral + say(en: "to be confirmed: ", de: "zu bestätigen: ")
            + escaped(say.question(open.text, of: rule.rule))
        }
      }
      let nothing =
        neutral
        + say(en: "nothing that is known speaks for or against it.", de: "nichts Bekanntes spricht dafür oder dagegen.")
      blocks.append(list(lines.isEmpty ? [nothing] : lines))
    }
    return blocks
  }

  private var more: [String] {
    let notice = reportNotice(of: assessment, say)
    return [
      heading(2, en: "More Information", de: "Weitere Angaben"), escaped(notice.text), escaped(madeBy(assessment, say)),
    ]
  }

  // MARK: Reasons

  private var good: String { say(en: "Good, because: ", de: "Gut, denn: ") }
  private var neutral: String { say(en: "Neutral, because: ", de: "Neutral, denn: ") }
  private var bad: String { say(en: "Bad, because: ", de: "Schlecht, denn: ") }

  /// Reasons that may stand as statements, the weightiest first.
  private func statedReasons(of leaf: AssessedLeaf) -> [(text: String, isFor: Bool, sources: String)] {
    leaf.contributions.filter { $0.netPoints != 0 }.sorted { a, b in
      a.points.magnitude == b.points.magnitude ? idPrecedes(a.rule, b.rule) : a.points.magnitude > b.points.magnitude
    }.compactMap { contribution in
      guard let rule = catalogue.rule(contribution.rule)?.rule, say.mayState(rule) else { return nil }
      return (say.reason(of: rule), contribution.points > 0, links(rule.sources))
    }
  }

  // MARK: Markdown

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text.trimmed) }

  private func heading(_ level: Int, en: String, de: String) -> String {
    String(repeating: "#", count: level) + " " + say(en: en, de: de)
  }

  private func list(_ lines: [String]) -> String { lines.map { "* " + $0 }.joined(separator: "\n") }

  /// The sources as links in brackets behind a sentence; those for the house only are left out of what a customer gets.
  private func links(_ names: [Name]) -> String {
    let parts = names.compactMap { name -> String? in
      guard let source = catalogue.source(name.id), say.mayShow(source.audience) else { return nil }
      guard let address = source.url.flatMap({ WebAddress($0) }) else { return escaped(source.id) }
      return "[\(escaped(source.id))](<\(address.text)>)"
    }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }
}
