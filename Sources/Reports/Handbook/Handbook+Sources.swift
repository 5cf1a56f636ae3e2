import RuleCompiler
import RuleModel

extension HandbookBuilder {
  var packsSection: ReportSection {
    let columns = columns(
      say(en: "Pack", de: "Paket"),
      say(en: "Maintained by", de: "Gepflegt von"),
      say(en: "What it holds", de: "Was es enthält")
    )
    let rows = catalogue.packs.map { pack in
      DataTable.Row([
        "\(strong: say.text(pack.manifest.title)) \(code: pack.id) \("\(pack.manifest.version)")",
        plainText(pack.manifest.maintainer), plainText(say.text(pack.manifest.description)),
      ])
    }
    return ReportSection(
      id: "packs",
      title: say(en: "The packs", de: "Die Pakete"),
      blocks: rows.isEmpty ? [] : [.table(DataTable(columns: columns, rows: rows))]
    )
  }

  /// Every source with its address, its standing and when it must be read again.
  var sourcesSection: ReportSection {
    ReportSection(
      id: "all-sources",
      title: say(en: "Sources and review dates", de: "Quellen und Prüfdaten"),
      blocks: [sourcesTable].compactMap { $0 }
    )
  }

  private var sourcesTable: ReportBlock? {
    guard !catalogue.sources.isEmpty else { return nil }
    let columns = columns(
      say(en: "Source", de: "Quelle"),
      say(en: "Standing", de: "Stand"),
      say(en: "Reviewed", de: "Geprüft"),
      say(en: "Due by", de: "Fällig bis")
    )
    func day(_ date: CalendarDate?) -> RichText { date.map { plainText($0.description) } ?? "–" }
    let rows = catalogue.sources.map { source -> DataTable.Row in
      let title = source.title.map { say.text($0) } ?? source.url ?? source.id
      var name: RichText = source.url.map { "\(link: title, to: $0)" } ?? plainText(title)
      if let published = source.published {
        name = name + plainText(say(en: ", published ", de: ", veröffentlicht ") + "\(published)")
      }
      if let derivation = source.derivation { name = name + ". " + plainText(say.text(derivation)) }
      var due = day(source.freshUntil)
      if let date, source.isStale(on: date) == true {
        due = due + " \(badge: say(en: "overdue", de: "überfällig"), .caution)"
      }
      let isContractual = source.isContractual ? say(en: ", contractual", de: ", vertraglich") : ""
      return DataTable.Row([
        "\(entry: source.id, in: Self.section("source", source.id))" + mark(source.audience) + ": " + name,
        plainText(say.status(source.status) + isContractual), day(source.reviewed), due,
      ])
    }
    return .table(DataTable(columns: columns, rows: rows))
  }

  /// What rests on each source.
  var indexSection: ReportSection {
    ReportSection(
      id: "index",
      title: say(en: "Index by source", de: "Verzeichnis nach Quellen"),
      subsections: catalogue.sources.map { source in
        let uses = index.uses(of: .source, source.id, inTexts: false).compactMap { item($0) }
        let title = source.title.map { "\(source.id): \(say.text($0))" } ?? source.id
        let nothing = say(en: "Nothing rests on it.", de: "Nichts beruht darauf.")
        return ReportSection(
          id: Self.section("source", source.id),
          title: title,
          blocks: uses.isEmpty ? [.paragraph(plainText(nothing))] : [.list(uses)]
        )
      }
    )
  }

  private func item(_ use: Usage) -> RichText? {
    switch use.user {
    case .rule:
      guard let rule = catalogue.rule(use.id) else { return nil }
      return plainText(say(en: "Rule: ", de: "Regel: ")) + link(toRule: rule.rule)
    case .fact: return plainText(say(en: "Question: ", de: "Frage: ")) + link(toFact: use.id)
    case .criterion: return plainText(say(en: "Criterion: ", de: "Kriterium: ")) + link(toCriterion: use.id)
    case .option: return plainText(say(en: "Option: ", de: "Möglichkeit: ")) + link(toOption: use.id)
    case .component:
      let title = catalogue.component(use.id).map { say.text($0.item.title) } ?? use.id
      return plainText(say(en: "Component: ", de: "Komponente: ")) + "\(entry: title, in: "components")"
    case .step:
      let title = catalogue.step(use.id).map { say.text($0.item.title) } ?? use.id
      return plainText(say(en: "Step: ", de: "Schritt: ")) + "\(entry: title, in: "steps")"
    case .price: return plainText(say(en: "Price: ", de: "Preis: ")) + "\(entry: use.id, in: "prices")"
    case .decision, .contradiction, .pack, .adjustment, .addition, .renaming, .test, .text: return nil
    }
  }
}
