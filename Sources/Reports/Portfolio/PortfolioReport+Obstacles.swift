import Assessing
import RuleCompiler

extension PortfolioBuilder {
  /// Which requirement keeps which option out, how often, and what it would bring to meet it.
  var barriersSection: ReportSection? {
    let hindered = portfolio.decisions.filter { !$0.barriers.isEmpty }
    guard !hindered.isEmpty else { return nil }
    let intro = plain(
      "What a product would have to learn to come into question more often. “Only obstacle”: without it the option could be chosen. “Would then lead”: it would then also come first.",
      "Was ein Produkt können müsste, um häufiger in Frage zu kommen. «Einziges Hindernis»: Ohne dieses wäre die Möglichkeit wählbar. «Läge dann vorn»: Sie käme dann auch auf den ersten Platz."
    )
    return ReportSection(
      id: "obstacles",
      title: say(en: "What keeps options out", de: "Was Möglichkeiten ausschliesst"),
      blocks: [.paragraph(intro)],
      subsections: hindered.enumerated().map { index, decision in
        let options = decision.barriers.filter { !$0.isVariant }
        let variants = decision.barriers.filter(\.isVariant)
        var blocks: [ReportBlock] = options.isEmpty ? [] : [.table(table(options))]
        if !variants.isEmpty {
          let title = plain("By variant", "Nach Varianten")
          blocks.append(.fold(title: title, blocks: [.table(table(variants))]))
        }
        return ReportSection(
          id: "obstacles-\(decision.id)",
          title: title(of: decision),
          blocks: blocks,
          density: index == 0 ? .normal : .dense
        )
      }
    )
  }

  private func table(_ barriers: [Barrier]) -> DataTable {
    DataTable(
      columns: [
        column("Requirement", "Anforderung"), column("Keeps out", "Schliesst aus"), column("Cases", "Fälle", .trailing),
        column("Only obstacle", "Einziges Hindernis", .trailing),
        column("Would then lead", "Läge dann vorn", .trailing),
        column("Which cases", "Welche Fälle"),
      ],
      rows: barriers.map { barrier in
        DataTable.Row(
          [
            RichText(plain: rule(barrier.rule)), RichText(plain: say.option(barrier.option)),
            RichText(plain: "\(barrier.cases.count)"), RichText(plain: "\(barrier.alone.count)"),
            RichText(plain: "\(barrier.wouldLead.count)"),
            RichText(plain: names(barrier.wouldLead.isEmpty ? barrier.cases : barrier.wouldLead)),
          ],
          emphasis: barrier.wouldLead.isEmpty ? .normal : .strong
        )
      }
    )
  }

  /// What has to be confirmed for what is chosen, most often first.
  var confirmationsSection: ReportSection? {
    guard !portfolio.confirmations.isEmpty else { return nil }
    let rows = portfolio.confirmations.map { confirmation in
      DataTable.Row([
        RichText(plain: question(confirmation)), RichText(plain: say.option(confirmation.option)),
        RichText(plain: "\(confirmation.cases.count)"), RichText(plain: names(confirmation.cases)),
      ])
    }
    return ReportSection(
      id: "confirmations",
      title: say(en: "What is confirmed again and again", de: "Was immer wieder zu klären ist"),
      blocks: [
        .paragraph(
          plain(
            "Open points about what is chosen. Whoever settles one with a source and a rule settles it for all these cases.",
            "Offene Punkte zu dem, was gewählt ist. Wer einen davon mit Quelle und Regel klärt, klärt ihn für alle diese Fälle."
          )
        ),
        .table(
          DataTable(
            columns: [
              column("To be confirmed", "Zu bestätigen"), column("About", "Betrifft"),
              column("Cases", "Fälle", .trailing), column("Which cases", "Welche Fälle"),
            ],
            rows: rows
          )
        ),
      ]
    )
  }

  func question(_ confirmation: RepeatedConfirmation) -> String {
    say.shown(confirmation.text) ?? rule(confirmation.rule)
  }
}
