import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// Prices of what is recommended; what no source states is to be confirmed.
  mutating func costSection() -> ReportSection? {
    guard assessment.decisions.contains(where: { $0.recommended != nil }) else { return nil }
    let title = say(en: "Indicative cost", de: "Richtpreise")
    let lines = recommendation.costs.filter { say.mayShow($0.price.audience) }
    guard !lines.isEmpty else {
      return ReportSection(
        id: "cost",
        title: title,
        blocks: [
          .paragraph(
            RichText(
              plain: say(
                en: "The sources state no prices for what is recommended here; the offer names them.",
                de: "Für das hier Empfohlene nennen die Quellen keine Preise; die Offerte nennt sie."
              )
            )
          )
        ]
      )
    }
    let priced = lines.count { if case .known = $0.sum { true } else { false } }
    let told =
      switch priced {
      case 0:
        say(
          en: "The sources state no price that is valid today. The offer names the prices of these items:",
          de: "Heute gültige Preise nennen die Quellen nicht. Was diese Posten kosten, nennt die Offerte:"
        )
      case lines.count:
        say(
          en: "Every item has a stated price that is valid today. This is no offer.",
          de: "Alle Posten haben einen belegten, heute gültigen Preis. Das ist keine Offerte."
        )
      default:
        say(
          en:
            "\(priced) of \(lines.count) items \(priced == 1 ? "has" : "have") a stated price that is valid today; the offer names the others. This is no offer.",
          de:
            "\(priced) von \(lines.count) Posten \(priced == 1 ? "hat" : "haben") einen belegten, heute gültigen Preis; die übrigen nennt die Offerte. Das hier ist keine Offerte."
        )
      }
    return ReportSection(
      id: "cost",
      title: title,
      blocks: [.paragraph(RichText(plain: told)), .table(costTable(lines))]
    )
  }

  /// Items with quantity and amount.
  mutating func costTable(_ lines: [CostLine]) -> DataTable {
    var rows: [DataTable.Row] = []
    for line in lines {
      let notes = cite(line.price.sources)
      rows.append(
        DataTable.Row([
          "\(say.text(line.price.title))\(footnotes: notes)",
          RichText(plain: line.quantity.map { say.quantity($0.from, to: $0.to, unit: line.price.unit) } ?? ""),
          RichText(plain: sumText(line)),
        ])
      )
    }
    return DataTable(
      columns: [
        DataTable.Column(RichText(plain: say(en: "Item", de: "Posten"))),
        DataTable.Column(RichText(plain: say(en: "Quantity", de: "Menge")), .trailing),
        DataTable.Column(RichText(plain: say(en: "Amount", de: "Betrag")), .trailing),
      ],
      rows: rows
    )
  }

  private func sumText(_ line: CostLine) -> String {
    guard let (from, to) = shownSum(of: line, say) else {
      return say(en: "to be confirmed with the offer", de: "mit der Offerte zu bestätigen")
    }
    let currency = line.price.currency ?? ""
    let range =
      from == to
      ? say.decimal(from, digits: 2)
      : say.decimal(from, digits: 2) + say(en: " to ", de: " bis ") + say.decimal(to, digits: 2)
    let period =
      switch line.price.per {
      case .hour: say(en: " per hour", de: " pro Stunde")
      case .day: say(en: " per day", de: " pro Tag")
      case .month: say(en: " per month", de: " pro Monat")
      case .year: say(en: " per year", de: " pro Jahr")
      case .once: say(en: " once", de: " einmalig")
      case nil: ""
      }
    let tax =
      switch line.price.vat {
      case .included: say(en: ", VAT included", de: ", inkl. MWST")
      case .excluded: say(en: ", VAT excluded", de: ", exkl. MWST")
      case nil: say(en: ", VAT to be confirmed", de: ", MWST zu bestätigen")
      }
    return "\(currency) \(range)\(period)\(tax)"
  }
}
