import RuleCompiler
import RuleModel

extension HandbookBuilder {
  var stepsSection: ReportSection? {
    guard !catalogue.steps.isEmpty else { return nil }
    return ReportSection(
      id: "steps",
      title: say(en: "Steps of the checklist", de: "Schritte der Checkliste"),
      subsections: Step.Phase.allCases.compactMap { phase in
        let steps = catalogue.steps.filter { $0.item.phase == phase }.sorted { a, b in
          let (x, y) = (a.item.order ?? .infinity, b.item.order ?? .infinity)
          return x == y ? idPrecedes(a.item.id, b.item.id) : x < y
        }
        guard !steps.isEmpty else { return nil }
        let columns = columns(
          say(en: "Step", de: "Schritt"),
          say(en: "When", de: "Wenn"),
          say(en: "Order", de: "Reihenfolge")
        )
        return ReportSection(
          id: Self.section("phase", phase.rawValue),
          title: say.phase(phase),
          blocks: [.table(DataTable(columns: columns, rows: steps.map { row(of: $0) }))]
        )
      }
    )
  }

  private func row(of linked: Linked<Step>) -> DataTable.Row {
    let step = linked.item
    func titles(_ names: [Name]) -> String {
      names.map { name in catalogue.step(name.id).map { say.text($0.item.title) } ?? name.id }.joined(separator: ", ")
    }
    var name: RichText = "\(strong: say.text(step.title)), \(code: step.id)" + mark(step.audience)
    name = name + plainText(say(en: ", by: ", de: ", durch: ") + parties(step.owners))
    if let details = step.details { name = name + ". " + plainText(say.text(details)) }
    if let result = step.result {
      name = name + plainText(say(en: " Result: ", de: " Ergebnis: ") + say.text(result))
    }
    let order = [
      step.after.isEmpty ? nil : say(en: "after ", de: "nach ") + titles(step.after),
      step.before.isEmpty ? nil : say(en: "before ", de: "vor ") + titles(step.before),
    ].compactMap { $0 }.joined(separator: "; ")
    return DataTable.Row([
      name + cited(step.sources), plainText(condition(linked.condition)),
      plainText(order.isEmpty ? "–" : order),
    ])
  }

  var componentsSection: ReportSection? {
    guard !catalogue.components.isEmpty else { return nil }
    let words = ReportWords(language: say.language == .de ? .german : .english)
    let columns = columns(
      say(en: "Component", de: "Komponente"),
      say(en: "When", de: "Wenn"),
      say(en: "Connections", de: "Verbindungen")
    )
    return ReportSection(
      id: "components",
      title: say(en: "Components of the architecture", de: "Komponenten der Architektur"),
      subsections: Component.Layer.allCases.compactMap { layer in
        let components = catalogue.components.filter { $0.item.layer == layer }
        guard !components.isEmpty else { return nil }
        return ReportSection(
          id: Self.section("layer", layer.rawValue),
          title: ArchitectureDiagram.Layer(rawValue: layer.rawValue).map { words.layer($0) } ?? layer.rawValue,
          blocks: [.table(DataTable(columns: columns, rows: components.map { row(of: $0) }))]
        )
      }
    )
  }

  private func row(of linked: Linked<Component>) -> DataTable.Row {
    let component = linked.item
    var name: RichText = "\(strong: say.text(component.title)), \(code: component.id)"
    name = name + plainText(say(en: ", run by: ", de: ", betrieben von: ") + parties(component.operatedBy))
    if let description = component.description { name = name + ". " + plainText(say.text(description)) }
    let connections = component.connects.map { connection in
      let other = catalogue.component(connection.other.id).map { say.text($0.item.title) } ?? connection.other.id
      let label = connection.label.map { " (\(say.text($0)))" } ?? ""
      return (connection.isIncoming ? say(en: "from ", de: "von ") : say(en: "to ", de: "zu ")) + other + label
    }
    return DataTable.Row([
      name + cited(component.sources), plainText(condition(linked.condition)),
      plainText(connections.isEmpty ? "–" : connections.joined(separator: "; ")),
    ])
  }

  var pricesSection: ReportSection? {
    guard !catalogue.prices.isEmpty else { return nil }
    let columns = columns(
      say(en: "Price", de: "Preis"),
      say(en: "When", de: "Wenn"),
      say(en: "Quantity", de: "Menge"),
      say(en: "Amount", de: "Betrag")
    )
    let rows = catalogue.prices.map { linked -> DataTable.Row in
      let price = linked.item
      let unit = price.unit.map { " / \($0)" } ?? ""
      let amount =
        price.amount.map { "\(price.currency ?? "") \(say.number($0))\(unit)" }
        ?? say(en: "to be confirmed", de: "zu bestätigen")
      return DataTable.Row([
        "\(strong: say.text(price.title)), \(code: price.id)" + mark(price.audience) + cited(price.sources),
        plainText(condition(linked.condition)),
        plainText(price.quantity.map { FormulaPhrase(say: say).text($0) } ?? "1"), plainText(amount),
      ])
    }
    return ReportSection(
      id: "prices",
      title: say(en: "Prices", de: "Preise"),
      blocks: [.table(DataTable(columns: columns, rows: rows))]
    )
  }
}
