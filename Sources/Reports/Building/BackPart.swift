import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// All questions by group: answered, open, not applicable.
  func answersSection() -> ReportSection {
    var subsections: [ReportSection] = []
    var open: [RichText] = []
    var absent: [String] = []
    for (group, facts) in catalogue.questionnaire {
      var rows: [DataTable.Row] = []
      for linked in facts where say.mayShow(linked.fact.audience) {
        guard let fact = assessment.fact(linked.id) else { continue }
        let title = say.title(of: linked.fact)
        switch fact.origin {
        case .answered, .assumed:
          var value: RichText = RichText(plain: say.state(fact.state, of: linked.fact))
          if fact.origin == .assumed { value = value + " \(badge: say(en: "assumed", de: "angenommen"), .caution)" }
          let note = say.edition.showsWorkingNotes ? [RichText(plain: noteText(linked.id))] : []
          rows.append(DataTable.Row([RichText(plain: title), value] + note))
        case .unknown:
          let hint = fact.isAskedUnknown ? say(en: " (asked, not known)", de: " (gefragt, nicht bekannt)") : ""
          open.append(RichText(plain: title + hint))
        case .notApplicable: absent.append(title)
        case .derived: break
        }
      }
      guard !rows.isEmpty else { continue }
      subsections.append(
        ReportSection(
          id: "answers-\(group?.id ?? "other")",
          title: group.map { say.text($0.title) } ?? say(en: "Other", de: "Weiteres"),
          blocks: [
            .table(
              DataTable(
                columns: [
                  DataTable.Column(RichText(plain: say(en: "Question", de: "Frage"))),
                  DataTable.Column(RichText(plain: say(en: "Answer", de: "Antwort"))),
                ]
                  + (say.edition.showsWorkingNotes
                    ? [DataTable.Column(RichText(plain: say(en: "Note", de: "Bemerkung")))] : []),
                rows: rows
              )
            )
          ]
        )
      )
    }
    if !open.isEmpty {
      subsections.append(
        ReportSection(id: "answers-open", title: say(en: "Open questions", de: "Offene Fragen"), blocks: [.list(open)])
      )
    }
    if !absent.isEmpty {
      subsections.append(
        ReportSection(
          id: "answers-not-applicable",
          title: say(en: "Not applicable", de: "Nicht zutreffend"),
          blocks: [.paragraph(RichText(plain: absent.joined(separator: ", ") + "."))]
        )
      )
    }
    return ReportSection(
      id: "answers",
      title: say(en: "Requirements as answered", de: "Anforderungen nach Ihren Angaben"),
      subsections: subsections
    )
  }

  /// The note to an answer: text, who, when, on what basis.
  private func noteText(_ fact: String) -> String {
    guard let note = profile.notes.first(where: { $0.fact.id == fact }),
      say.mayShow(note.audience),
      let text = say.shown(note.text)
    else { return "" }
    let basis =
      switch note.basis {
      case .measured: say(en: "measured", de: "gemessen")
      case .stated: say(en: "stated", de: "so angegeben")
      case .estimated: say(en: "estimated", de: "geschätzt")
      case nil: String?.none
      }
    let origin = [note.by, note.date.map { say.date($0) }, basis].compactMap { $0 }.joined(separator: ", ")
    return text + (origin.isEmpty ? "" : " (\(origin))")
  }

  /// How the scores come about, and what exactly was used.
  func methodSection() -> ReportSection {
    var blocks: [ReportBlock] = [
      .paragraph(
        RichText(
          plain: say(
            en:
              "Every reason that applies counts its rating (from −3 to +3) times its weight (1 to 5). A criterion's share of the weights says how much its points move the score. A requirement that a source shows to be impossible rules an option out. What is not known counts for nothing; what is not published is asked, not assumed.",
            de:
              "Jeder zutreffende Grund zählt seine Bewertung (von −3 bis +3) mal sein Gewicht (1 bis 5). Der Anteil eines Kriteriums an den Gewichten sagt, wie stark seine Punkte die Summe bewegen. Eine Anforderung, die laut einer Quelle nicht erfüllbar ist, schliesst eine Möglichkeit aus. Was nicht bekannt ist, zählt nicht; was nicht veröffentlicht ist, wird gefragt und nicht angenommen."
          )
        )
      )
    ]
    var provenance: [ReportBlock.Definition] = [
      ReportBlock.Definition("Advisor", RichText(plain: "\(engineVersion)"))
    ]
    for pack in catalogue.packs {
      provenance.append(
        ReportBlock.Definition(
          RichText(plain: "\(say.text(pack.manifest.title)) \(pack.manifest.version)"),
          "\(code: pack.digest)"
        )
      )
    }
    provenance.append(
      ReportBlock.Definition(RichText(plain: say(en: "Profile", de: "Profil")), "\(code: profile.digest)")
    )
    blocks.append(.definitions(provenance))
    blocks += houseAssumptions()
    return ReportSection(
      id: "method",
      title: say(en: "Method and provenance", de: "Methode und Herkunft"),
      blocks: blocks
    )
  }

  private func houseAssumptions() -> [ReportBlock] {
    let weights = catalogue.criteria.filter { criterion in
      assessment.decisions.contains { $0.criteria.contains { $0.id == criterion.id } }
    }.map { criterion -> String in
      let stated = assessment.profile.weights[criterion.id]
      let origin = stated == nil ? "" : say(en: " (stated for this case)", de: " (für diesen Fall festgelegt)")
      return "\(say.text(criterion.criterion.title)) \(plain(stated ?? criterion.weight))\(origin)"
    }
    var lines: [RichText] = []
    if !weights.isEmpty {
      lines.append(
        RichText(
          plain: say(
            en: "Weights of the criteria, our assumption unless stated for this case: ",
            de: "Gewichte der Kriterien, unsere Annahme, wenn nicht für diesen Fall festgelegt: "
          ) + weights.joined(separator: ", ") + "."
        )
      )
    }
    for adjustment in catalogue.adjustments where say.mayShow(adjustment.because.audience) {
      lines.append(
        RichText(
          plain: say(
            en: "Adjusted by pack '\(adjustment.header.pack)': ",
            de: "Angepasst durch Paket «\(adjustment.header.pack)»: "
          ) + say.text(adjustment.because)
        )
      )
    }
    if !assessment.profile.unused.isEmpty {
      let names = assessment.profile.unused.map(\.id).joined(separator: ", ")
      lines.append(
        RichText(
          plain: say(
            en: "In the profile, but known to no rule pack: \(names).",
            de: "Im Profil, aber keinem Regelpaket bekannt: \(names)."
          )
        )
      )
    }
    if !catalogue.skipped.isEmpty {
      let names = catalogue.skipped.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
      lines.append(
        RichText(
          plain: say(
            en: "Left out, since a pack is not loaded: \(names).",
            de: "Weggelassen, weil ein Paket nicht geladen ist: \(names)."
          )
        )
      )
    }
    return lines.isEmpty ? [] : [.list(lines)]
  }
}
