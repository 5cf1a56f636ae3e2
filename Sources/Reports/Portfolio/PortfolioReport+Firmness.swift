import Assessing
import RuleCompiler
import RuleModel

extension PortfolioBuilder {
  /// All cases, the least firm first.
  var firmnessSection: ReportSection? {
    guard let foremost = portfolio.foremost else { return nil }
    let rows = portfolio.leastFirm(foremost.id).map { place -> DataTable.Row in
      let one = portfolio.cases[place]
      let assessed = one.assessment.decision(foremost.id)
      let standing = assessed?.variant.map { say.option($0) } ?? say(en: "nothing yet", de: "noch nichts")
      return DataTable.Row([
        RichText(plain: name(place)), RichText(plain: standing), RichText(plain: firmness(of: place, foremost.id)),
        RichText(plain: assessed.flatMap { lead($0) } ?? "–"),
        RichText(plain: "\(one.assessment.counts.unknown)"), RichText(plain: "\(one.openConfirmations)"),
        RichText(plain: status(one.profile)),
      ])
    }
    return ReportSection(
      id: "firmness",
      title: say(en: "The least firm cases first", de: "Die am wenigsten klaren Fälle zuerst"),
      blocks: [
        .paragraph(
          plain(
            "About “\(title(of: foremost))”: how often what is recommended comes first when the weights of the criteria and the open answers are varied.",
            "Zu «\(title(of: foremost))»: wie oft die Empfehlung vorn liegt, wenn die Gewichte der Kriterien und die offenen Angaben variiert werden."
          )
        ),
        .table(
          DataTable(
            columns: [
              column("Case", "Fall"), column("What stands", "Was gilt"), column("How sure", "Wie sicher"),
              column("Lead", "Vorsprung", .trailing), column("Open questions", "Offene Fragen", .trailing),
              column("To confirm", "Zu bestätigen", .trailing), column("Status", "Status"),
            ],
            rows: rows
          )
        ),
      ]
    )
  }

  /// The lead as a reader finds it from the scores shown elsewhere.
  private func lead(_ decision: AssessedDecision) -> String? {
    guard let chosen = decision.chosenLeaf, let other = decision.runnerUp else { return nil }
    return (chosen.score < other.score ? "\u{2212}" : "") + say.lead(chosen.score, over: other.score)
  }

  /// How firm a case is, in a word and a share.
  func firmness(of place: Int, _ decision: String) -> String {
    let one = portfolio.cases[place]
    guard let assessed = one.assessment.decision(decision) else { return "–" }
    if assessed.decidedBy == .profile { return say(en: "already decided", de: "bereits entschieden") }
    if assessed.reason == .noSolution { return say(en: "none fits", de: "keine passt") }
    if assessed.recommended == nil { return say(en: "not enough answers", de: "zu wenig Angaben") }
    guard let share = one.confidence(decision) else { return say(en: "not measured", de: "nicht gemessen") }
    return "\(say.label(ConfidenceLabel(share: share))), \(say.part(share))"
  }

  private func status(_ profile: Profile) -> String {
    var text =
      switch profile.status {
      case .draft: say(en: "draft", de: "Entwurf")
      case .reviewed: say(en: "reviewed", de: "geprüft")
      case .released: say(en: "released", de: "freigegeben")
      }
    if let date, let end = profile.validUntil, end < date {
      text += say(en: ", expired \(end)", de: ", abgelaufen am \(end)")
    }
    return text
  }

  /// Which packs, which profiles, which figures are drawn.
  var provenanceSection: ReportSection {
    var list: [ReportBlock.Definition] = []
    for pack in portfolio.catalogue.packs {
      list.append(
        ReportBlock.Definition("\(pack.id) \("\(pack.manifest.version)")", "\(code: pack.digest)")
      )
    }
    var blocks: [ReportBlock] = [
      .paragraph(
        draws > 0
          ? plain(
            "How sure a case is was counted over \(say.number(Double(draws))) runs for each.",
            "Wie sicher ein Fall ist, wurde je über \(say.number(Double(draws))) Durchläufe ausgezählt."
          )
          : plain(
            "How sure the cases are was not measured (no runs).",
            "Wie sicher die Fälle sind, wurde nicht gemessen (keine Durchläufe)."
          )
      )
    ]
    if !unread.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .warning,
            title: plain("Left out, since they cannot be read", "Ausgelassen, weil nicht lesbar"),
            blocks: [.list(unread.map { RichText(plain: $0) })]
          )
        )
      )
    }
    blocks.append(.definitions(list))
    let rows = portfolio.cases.map { one in
      DataTable.Row([
        "\(code: one.name)", RichText(plain: one.profile.title),
        RichText(plain: one.assessment.date.map { "\($0)" } ?? "–"), "\(code: String(one.profile.digest.prefix(16)))",
      ])
    }
    blocks.append(
      .table(
        DataTable(
          columns: [
            column("File", "Datei"), column("Case", "Fall"), column("As of", "Stand"), column("SHA-256", "SHA-256"),
          ],
          rows: rows
        )
      )
    )
    return ReportSection(
      id: "provenance",
      title: say(en: "What this rests on", de: "Worauf das beruht"),
      blocks: blocks,
      density: .dense
    )
  }
}
