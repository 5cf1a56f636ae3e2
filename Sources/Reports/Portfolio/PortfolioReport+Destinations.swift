import Assessing
import RuleCompiler
import RuleModel

extension PortfolioBuilder {
  /// What to remember, in a few sentences.
  var summarySection: ReportSection {
    var blocks: [ReportBlock] = []
    if let foremost = portfolio.foremost {
      let shares = foremost.chosen.filter { !$0.cases.isEmpty }
        .map { "\(say.option($0.option)) \(inCases($0.cases.count))" }.joined(separator: ", ")
      let head = title(of: foremost)
      let rest = foremost.withoutSolution.count + foremost.withoutFacts.count
      let open =
        rest == 0
        ? "" : say(en: "; no recommendation \(inCases(rest))", de: "; keine Empfehlung \(inCases(rest))")
      blocks.append(
        .lead(
          RichText(
            plain: shares.isEmpty
              ? plain("\(head): nothing is recommended yet.", "\(head): Noch ist nichts empfohlen.").plainText
              : "\(head): \(shares)\(open)."
          )
        )
      )
      blocks.append(.list(findings(foremost)))
    } else {
      blocks.append(
        .paragraph(plain("No decision applies to any case.", "Auf keinen Fall trifft eine Entscheidung zu."))
      )
    }
    return ReportSection(id: "summary", title: say(en: "In short", de: "In Kürze"), blocks: blocks)
  }

  private func findings(_ foremost: DecisionPortfolio) -> [RichText] {
    var found: [RichText] = []
    if let barrier = foremost.barriers.first(where: { !$0.isVariant }) {
      let (option, reason) = (say.option(barrier.option), rule(barrier.rule))
      if barrier.wouldLead.isEmpty {
        found.append(
          plain(
            "What most often keeps \(option) out: \(reason) (\(inCases(barrier.cases.count))).",
            "Was \(option) am häufigsten ausschliesst: \(reason) (\(inCases(barrier.cases.count)))."
          )
        )
      } else {
        found.append(
          plain(
            "Without the obstacle “\(reason)”, \(option) would come first \(inCases(barrier.wouldLead.count)) where it is out today.",
            "Ohne das Hindernis «\(reason)» läge \(option) \(inCases(barrier.wouldLead.count)) vorn, wo es heute ausgeschlossen ist."
          )
        )
      }
    }
    if let confirmation = portfolio.confirmations.first, confirmation.cases.count > 1 {
      found.append(
        plain(
          "Asked again and again: \(question(confirmation)) (\(inCases(confirmation.cases.count))).",
          "Immer wieder zu klären: \(question(confirmation)) (\(inCases(confirmation.cases.count)))."
        )
      )
    }
    if let place = portfolio.leastFirm(foremost.id).first {
      let firmness = firmness(of: place, foremost.id)
      found.append(
        plain("Least firm: \(name(place)) (\(firmness)).", "Am wenigsten klar: \(name(place)) (\(firmness)).")
      )
    }
    return found
  }

  /// Where the cases go: a picture for the decision that matters most, all decisions in a table.
  var destinationsSection: ReportSection? {
    guard let foremost = portfolio.foremost else { return nil }
    var blocks: [ReportBlock] = [.figure(picture(foremost))]
    let rows = portfolio.decisions.dropFirst().map { decision in
      DataTable.Row([
        RichText(plain: title(of: decision)), RichText(plain: "\(decision.applicable.count)"),
        RichText(plain: standing(decision)),
      ])
    }
    if !rows.isEmpty {
      blocks.append(
        .table(
          DataTable(
            caption: plain("All other decisions", "Alle anderen Entscheidungen"),
            columns: [
              column("Decision", "Entscheidung"), column("Cases", "Fälle", .trailing),
              column("What stands", "Was gilt"),
            ],
            rows: Array(rows)
          )
        )
      )
    }
    return ReportSection(id: "destinations", title: say(en: "Where they go", de: "Wohin sie gehen"), blocks: blocks)
  }

  private func picture(_ decision: DecisionPortfolio) -> ChartFigure {
    let all = decision.applicable.count
    let head = title(of: decision)
    var entries = decision.chosen.map { (title: say.option($0.option), cases: $0.cases) }
    if !decision.withoutSolution.isEmpty {
      entries.append(
        (say(en: "None of our options fits", de: "Keine unserer Möglichkeiten passt"), decision.withoutSolution)
      )
    }
    if !decision.withoutFacts.isEmpty {
      entries.append((say(en: "Not enough answers yet", de: "Noch zu wenig Angaben"), decision.withoutFacts))
    }
    return ChartFigure(
      title: say(en: "\(head) in \(all) cases", de: "\(head) in \(all) Fällen"),
      summary: say(
        en: "How many cases each option stands in, recommended or already decided.",
        de: "In wie vielen Fällen jede Möglichkeit gilt, empfohlen oder bereits entschieden."
      ),
      drawing: .scores(
        ScoreChart(
          bars: entries.enumerated().map { index, entry in
            ScoreChart.Bar(
              entry.title,
              points: Double(entry.cases.count),
              text: say(en: "\(entry.cases.count) of \(all)", de: "\(entry.cases.count) von \(all)"),
              isRecommended: index == 0 && !entry.cases.isEmpty,
              isExcluded: false
            )
          }
        )
      ),
      table: DataTable(
        columns: [column("Option", "Möglichkeit"), column("Cases", "Fälle", .trailing), column("Which", "Welche")],
        rows: entries.map { entry in
          DataTable.Row([
            RichText(plain: entry.title), RichText(plain: "\(entry.cases.count)"), RichText(plain: names(entry.cases)),
          ])
        }
      )
    )
  }

  private func standing(_ decision: DecisionPortfolio) -> String {
    var parts = decision.chosen.filter { !$0.cases.isEmpty }.map { "\(say.option($0.option)): \($0.cases.count)" }
    let rest = decision.withoutSolution.count + decision.withoutFacts.count
    if rest > 0 { parts.append(say(en: "no recommendation: \(rest)", de: "keine Empfehlung: \(rest)")) }
    return parts.joined(separator: ", ")
  }

  /// What was recommended and what was chosen in the end.
  var outcomesSection: ReportSection {
    let chosen = portfolio.decisions.flatMap { decision in decision.outcomes.map { (decision, $0.place, $0.option) } }
    let heading = say(en: "What was chosen in the end", de: "Was am Ende gewählt wurde")
    guard !chosen.isEmpty else {
      let none = plain(
        "No profile says yet what was chosen in the end. It is written as “outcome” into the profile.",
        "Noch sagt kein Profil, was am Ende gewählt wurde. Es steht als «outcome» im Profil."
      )
      return ReportSection(id: "outcomes", title: heading, blocks: [.paragraph(none)])
    }
    var same = 0
    let rows = chosen.map { decision, place, option -> DataTable.Row in
      let assessed = portfolio.cases[place].assessment.decision(decision.id)
      let advised = assessed?.variantByScore ?? assessed?.recommendedByScore
      let isSame = option == assessed?.recommendedByScore || option == assessed?.variantByScore
      if isSame { same += 1 }
      let since = portfolio.cases[place].profile.outcome?.since
      return DataTable.Row(
        [
          RichText(plain: name(place)), RichText(plain: advised.map { say.option($0) } ?? "–"),
          RichText(plain: say.option(option)), RichText(plain: since ?? "–"),
          isSame
            ? plain("as advised", "wie empfohlen")
            : "\(badge: say(en: "something else", de: "etwas anderes"), .caution)",
        ],
        emphasis: isSame ? .normal : .strong
      )
    }
    let sentence = plain(
      "In \(same) of \(chosen.count) cases the customer chose what is recommended today.",
      "In \(same) von \(chosen.count) Fällen hat der Kunde gewählt, was heute empfohlen wird."
    )
    let table = DataTable(
      columns: [
        column("Case", "Fall"), column("Recommended", "Empfohlen"), column("Chosen", "Gewählt"),
        column("Since", "Seit"),
        column("Compared", "Vergleich"),
      ],
      rows: rows
    )
    return ReportSection(id: "outcomes", title: heading, blocks: [.paragraph(sentence), .table(table)])
  }
}
