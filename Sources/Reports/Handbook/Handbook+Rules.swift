import RuleCompiler
import RuleModel

extension HandbookBuilder {
  /// What a rule does, in one line: "+3 × 4 for APPUiO Cloud (Control); rules out …".
  func summary(of linked: LinkedRule) -> RichText {
    let rule = linked.rule
    var parts: [RichText] = rule.ratings.map { rating in
      let points: String =
        switch rating.value {
        case .points(let points): "\(signed(points)) × \(rule.weight)"
        case .unknown: say(en: "not known", de: "nicht bekannt")
        }
      return plainText(points + say(en: " for ", de: " für ")) + link(toOption: rating.option.id)
    }
    if let criterion = rule.criterion, !parts.isEmpty {
      parts[parts.count - 1] = parts[parts.count - 1] + " (" + link(toCriterion: criterion.id) + ")"
    }
    if !rule.exclude.isEmpty {
      parts.append(
        plainText(say(en: "rules out ", de: "schliesst aus: "))
          + .joined(rule.exclude.map { link(toOption: $0.id) }, separator: ", ")
      )
    }
    if !rule.confirmations.isEmpty {
      let options = rule.confirmations.map { confirmation in
        confirmation.option.map { link(toOption: $0.id) } ?? plainText(say(en: "all options", de: "alle Möglichkeiten"))
      }
      parts.append(plainText(say(en: "asks to confirm ", de: "lässt bestätigen: ")) + .joined(options, separator: ", "))
    }
    if !rule.notes.isEmpty {
      let count = rule.notes.count
      parts.append(
        plainText(
          count == 1 ? say(en: "a note", de: "ein Hinweis") : say(en: "\(count) notes", de: "\(count) Hinweise")
        )
      )
    }
    return .joined(parts, separator: "; ")
  }

  var rulesSection: ReportSection {
    let disabled = catalogue.disabled.map { item -> RichText in
      "\(code: item.rule.id): " + plainText(say.text(item.adjustment.because))
    }
    return ReportSection(
      id: "rules",
      title: say(en: "Rules", de: "Regeln"),
      blocks: disabled.isEmpty ? [] : [label("Switched off", "Abgeschaltet"), .list(disabled)],
      subsections: catalogue.packs.compactMap { pack in
        let rules = catalogue.rules.filter { $0.rule.header.pack == pack.id }
        guard !rules.isEmpty else { return nil }
        return ReportSection(
          id: Self.section("rules-of", pack.id),
          title: say(en: "Rules of ", de: "Regeln von ") + say.text(pack.manifest.title),
          subsections: rules.map { ruleSection($0) }
        )
      }
    )
  }

  private func ruleSection(_ linked: LinkedRule) -> ReportSection {
    let rule = linked.rule
    var lines = [
      definition("Id", "Id", "\(code: rule.id)"),
      definition("When", "Wenn", plainText(say.condition(linked.condition))),
      definition("Effect", "Wirkung", summary(of: linked)),
    ]
    for confirmation in rule.confirmations {
      let option =
        confirmation.option.map { link(toOption: $0.id) } ?? plainText(say(en: "all options", de: "alle Möglichkeiten"))
      lines.append(
        definition(
          "To confirm",
          "Zu bestätigen",
          option + ": " + plainText(say.text(confirmation.text)) + mark(confirmation.text.audience)
        )
      )
    }
    for note in rule.notes {
      let options =
        note.options.isEmpty ? "" : .joined(note.options.map { link(toOption: $0.id) }, separator: ", ") + ": "
      let kind = note.level == .warning ? ("Warning", "Warnung") : ("Note", "Hinweis")
      lines.append(definition(kind.0, kind.1, options + plainText(say.text(note.text)) + mark(note.audience)))
    }
    if let accepted = rule.accepted {
      lines.append(definition("Why it may exclude", "Warum sie ausschliessen darf", plainText(say.text(accepted))))
    }
    lines.append(definition("Sources", "Quellen", links(toSources: rule.sources)))
    return ReportSection(
      id: Self.section("rule", rule.id),
      title: say.text(rule.title),
      blocks: [.paragraph(plainText(say.text(rule.because)) + mark(rule.because.audience)), .definitions(lines)]
    )
  }

  var criteriaSection: ReportSection {
    let total = catalogue.criteria.reduce(0) { $0 + $1.weight }
    let sorted = catalogue.criteria.sorted { a, b in
      let (x, y) = (a.criterion.order ?? .infinity, b.criterion.order ?? .infinity)
      return x == y ? idPrecedes(a.id, b.id) : x < y
    }
    let rows = sorted.map { item -> DataTable.Row in
      let rules = catalogue.rules.count { $0.rule.criterion?.id == item.id && !$0.rule.ratings.isEmpty }
      let isUsual = item.criterion.scale == Criterion.defaultScale
      let scale = isUsual ? "" : say(en: ", scale ", de: ", Skala ") + "\(item.criterion.scale)"
      let share = total > 0 ? say.percent(item.weight / total) : "–"
      return DataTable.Row([
        "\(strong: say.text(item.criterion.title)), \(code: item.id)"
          + plainText(item.criterion.description.map { ". " + say.text($0) } ?? "")
          + cited(item.criterion.sources),
        plainText("\(say.number(item.weight)) (\(share))\(scale)"), "\(rules)",
      ])
    }
    var columns = self.columns(
      say(en: "Criterion", de: "Kriterium"),
      say(en: "Weight (share)", de: "Gewicht (Anteil)"),
      say(en: "Rules", de: "Regeln")
    )
    for index in 1...2 { columns[index].alignment = .trailing }
    return ReportSection(
      id: "criteria",
      title: say(en: "Criteria", de: "Kriterien"),
      blocks: rows.isEmpty ? [] : [.table(DataTable(columns: columns, rows: rows))]
    )
  }

  var contradictionsSection: ReportSection? {
    guard !catalogue.contradictions.isEmpty else { return nil }
    let rows = catalogue.contradictions.map { linked in
      DataTable.Row([
        "\(code: linked.item.id)", plainText(condition(linked.condition)),
        plainText(say.text(linked.item.text)) + mark(linked.item.text.audience),
      ])
    }
    let columns = columns(
      "Id",
      say(en: "When", de: "Wenn"),
      say(en: "What does not go together", de: "Was nicht zusammenpasst")
    )
    return ReportSection(
      id: "contradictions",
      title: say(en: "Contradictions", de: "Widersprüche"),
      blocks: [.table(DataTable(columns: columns, rows: rows))]
    )
  }
}
