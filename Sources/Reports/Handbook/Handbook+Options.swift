import RuleCompiler
import RuleModel

extension HandbookBuilder {
  func decisionSection(_ decision: LinkedDecision) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let question = decision.decision.question { blocks.append(.lead(plainText(say.text(question)))) }
    if let when = decision.condition {
      blocks.append(.paragraph(plainText(say(en: "Only if: ", de: "Nur wenn: ") + say.condition(when))))
    }
    let ways = decision.decision.waysOut.map { way -> RichText in
      let cited: RichText = way.sources.isEmpty ? "" : " (" + links(toSources: way.sources) + ")"
      return way.links.reduce(plainText(say.text(way.text)) + cited) { $0 + " \(link: $1.url, to: $1.url)" }
    }
    if !ways.isEmpty {
      blocks.append(.paragraph(plainText(say(en: "If no option fits:", de: "Wenn keine Möglichkeit passt:"))))
      blocks.append(.list(ways))
    }
    return ReportSection(
      id: Self.section("decision", decision.id),
      title: say(en: "Options: ", de: "Möglichkeiten: ") + say.text(decision.decision.title),
      blocks: blocks,
      // An option, then its variants.
      subsections: decision.families.flatMap { family in
        [family] + decision.options.filter { $0.variantOf?.id == family }.map(\.id)
      }.compactMap { id in decision.option(id).map { optionSection($0, decision) } }
    )
  }

  private func optionSection(_ option: Option, _ decision: LinkedDecision) -> ReportSection {
    var blocks: [ReportBlock] = []
    if let summary = option.summary { blocks.append(.paragraph(plainText(say.text(summary)))) }
    var lines = [definition("Id", "Id", "\(code: option.id), \(option.header.pack)")]
    if let parent = option.variantOf {
      lines.append(
        definition(
          "Variant of",
          "Variante von",
          link(toOption: parent.id)
            + plainText(say(en: "; what is said of it holds here, too", de: "; was dort gesagt ist, gilt auch hier"))
        )
      )
    }
    if let preference = option.preference {
      lines.append(definition("Preference among equals", "Rang bei Gleichstand", plainText(say.number(preference))))
    }
    if !option.links.isEmpty {
      lines.append(
        definition("Links", "Links", .joined(option.links.map { "\(link: $0.url, to: $0.url)" }, separator: ", "))
      )
    }
    if !option.sources.isEmpty { lines.append(definition("Sources", "Quellen", links(toSources: option.sources))) }
    blocks.append(.definitions(lines))
    blocks += reasons(about: option)
    blocks += otherEffects(about: option, decision)
    return ReportSection(
      id: Self.section("option", option.id),
      title: say.option(option.id),
      blocks: blocks
    )
  }

  // MARK: Ratings

  /// Everything that rates it: for, against, looked at without a difference, not known.
  private func reasons(about option: Option) -> [ReportBlock] {
    typealias Rated = (rule: LinkedRule, value: Rule.Rating.Value)
    let rated = catalogue.rules.flatMap { rule -> [Rated] in
      rule.rule.ratings.filter { $0.option.id == option.id }.map { (rule, $0.value) }
    }
    func points(_ rated: Rated) -> Int {
      guard case .points(let points) = rated.value else { return 0 }
      return points * rated.rule.rule.weight
    }
    func table(_ part: [Rated], _ en: String, _ de: String) -> [ReportBlock] {
      guard !part.isEmpty else { return [] }
      let sorted = part.sorted { a, b in
        let (x, y) = (points(a).magnitude, points(b).magnitude)
        return x == y ? idPrecedes(a.rule.id, b.rule.id) : x > y
      }
      let columns = columns(
        say(en: "Reason", de: "Grund"),
        say(en: "When", de: "Wenn"),
        say(en: "Criterion: rating × weight", de: "Kriterium: Bewertung × Gewicht")
      )
      let rows = sorted.map { item -> DataTable.Row in
        let rule = item.rule.rule
        let value =
          switch item.value {
          case .points(let rating):
            "\(signed(rating))\u{A0}×\u{A0}\(rule.weight)\u{A0}=\u{A0}\(signed(rating * rule.weight))"
          case .unknown: say(en: "not known", de: "nicht bekannt")
          }
        return DataTable.Row([
          link(toRule: rule) + ". " + plainText(say.text(rule.because)) + cited(rule.sources),
          plainText(say.condition(item.rule.condition)),
          (rule.criterion.map { link(toCriterion: $0.id) + ": " } ?? "") + plainText(value),
        ])
      }
      return [.table(DataTable(caption: plainText(say(en: en, de: de)), columns: columns, rows: rows))]
    }
    return table(rated.filter { points($0) > 0 }, "Speaks for it", "Spricht dafür")
      + table(rated.filter { points($0) < 0 }, "Speaks against it", "Spricht dagegen")
      + table(rated.filter { $0.value == .points(0) }, "Looked at, makes no difference", "Geprüft, ohne Unterschied")
      + table(rated.filter { $0.value == .unknown }, "Not known, to be confirmed", "Nicht bekannt, zu bestätigen")
  }

  // MARK: Exclusions and the rest

  private func otherEffects(about option: Option, _ decision: LinkedDecision) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    func add(_ en: String, _ de: String, _ lines: [RichText]) {
      if !lines.isEmpty { blocks += [label(en, de), .list(lines)] }
    }
    func line(_ linked: LinkedRule, _ text: String) -> RichText {
      let when = say(en: " When: ", de: " Wenn: ") + say.condition(linked.condition) + "."
      return link(toRule: linked.rule) + plainText(". \(text)\(when)") + cited(linked.rule.sources)
    }
    add(
      "Rules it out",
      "Schliesst sie aus",
      catalogue.rules.filter { rule in rule.rule.exclude.contains { $0.id == option.id } }
        .map { line($0, say.text($0.rule.because)) }
    )
    add(
      "To be confirmed",
      "Zu bestätigen",
      catalogue.rules.flatMap { rule in
        rule.rule.confirmations.filter { confirmation in
          confirmation.option.map { $0.id == option.id } ?? (rule.rule.decision?.id == decision.id)
        }.map { line(rule, say.text($0.text)) }
      }
    )
    add(
      "Notes",
      "Hinweise",
      catalogue.rules.flatMap { rule in
        rule.rule.notes.filter { note in note.options.contains { $0.id == option.id } }
          .map { line(rule, say.text($0.text)) + mark($0.audience) }
      }
    )
    let uses = index.uses(of: .option, option.id, inTexts: false).filter { $0.through.isEmpty }
    add(
      "Steps",
      "Schritte",
      unique(uses.filter { $0.user == .step }.map(\.id)).map { id in
        "\(entry: catalogue.step(id).map { say.text($0.item.title) } ?? id, in: "steps")"
      }
    )
    add(
      "Components",
      "Komponenten",
      unique(uses.filter { $0.user == .component }.map(\.id)).map { id in
        "\(entry: catalogue.component(id).map { say.text($0.item.title) } ?? id, in: "components")"
      }
    )
    return blocks
  }

  private func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
