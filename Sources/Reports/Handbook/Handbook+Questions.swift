import RuleCompiler
import RuleModel

extension HandbookBuilder {
  var questionsSection: ReportSection {
    ReportSection(
      id: "questions",
      title: say(en: "Questions", de: "Fragen"),
      subsections: catalogue.questionnaire.map { group, facts in
        ReportSection(
          id: Self.section("group", group?.id ?? "other"),
          title: group.map { say.text($0.title) } ?? say(en: "Other questions", de: "Weitere Fragen"),
          subsections: facts.map { factSection($0) }
        )
      }
    )
  }

  /// What is computed from answers.
  var derivedSection: ReportSection? {
    let derived = catalogue.facts.filter { $0.derivation != nil }
    guard !derived.isEmpty else { return nil }
    return ReportSection(
      id: "derived",
      title: say(en: "Computed from answers", de: "Aus Antworten berechnet"),
      subsections: derived.map { factSection($0) }
    )
  }

  private func factSection(_ linked: LinkedFact) -> ReportSection {
    let fact = linked.fact
    var blocks: [ReportBlock] = []
    if let question = fact.question { blocks.append(.lead(plainText(say.text(question)))) }
    if let help = fact.help { blocks.append(.paragraph(plainText(say.text(help)))) }
    blocks.append(.definitions(about(linked)))
    if !fact.choices.isEmpty {
      blocks.append(label("Choices", "Antworten"))
      blocks.append(.list(fact.choices.map { choice($0) }))
    }
    let effects = self.effects(of: fact)
    if effects.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .info,
            blocks: [
              .paragraph(
                plainText(say(en: "No rule looks at the answer.", de: "Keine Regel sieht sich die Antwort an."))
              )
            ]
          )
        )
      )
    } else {
      blocks.append(label("What follows from it", "Was daraus folgt"))
      blocks.append(.list(effects))
    }
    return ReportSection(id: Self.section("fact", fact.id), title: say.title(of: fact), blocks: blocks)
  }

  private func about(_ linked: LinkedFact) -> [ReportBlock.Definition] {
    let fact = linked.fact
    var lines = [
      definition("Id", "Id", "\(code: fact.id), \(fact.header.pack)" + mark(fact.audience)),
      definition("Answer", "Antwort", plainText(kind(of: fact))),
    ]
    if let relevance = linked.relevance {
      lines.append(definition("Asked only if", "Nur gefragt, wenn", plainText(say.condition(relevance))))
    }
    if let derivation = linked.derivation {
      lines.append(definition("Computed", "Berechnet", plainText(words(for: derivation, of: fact))))
    }
    if let value = linked.defaultValue {
      lines.append(definition("Assumed while open", "Annahme, solange offen", plainText(say.value(value, of: fact))))
    }
    if let prior = fact.prior {
      let reason = fact.priorBecause.map { ". " + say.text($0) } ?? ""
      lines.append(definition("Expected share", "Erwarteter Anteil", plainText(words(for: prior, of: fact) + reason)))
    }
    if fact.isFixed {
      lines.append(
        definition(
          "Fixed",
          "Fest",
          plainText(say(en: "never varied in what-if searches", de: "wird nie versuchsweise geändert"))
        )
      )
    }
    if fact.isCoarse {
      lines.append(
        definition(
          "First meeting",
          "Erstes Gespräch",
          plainText(say(en: "asked there already", de: "dort schon gefragt"))
        )
      )
    }
    if !fact.sources.isEmpty { lines.append(definition("Sources", "Quellen", links(toSources: fact.sources))) }
    return lines
  }

  private func kind(of fact: Fact) -> String {
    switch fact.kind {
    case .boolean: return say(en: "yes or no", de: "ja oder nein")
    case .choice(let ordered):
      return ordered
        ? say(en: "one choice, in rising order", de: "eine der Antworten, in steigender Reihenfolge")
        : say(en: "one of the choices", de: "eine der Antworten")
    case .choices: return say(en: "any of the choices", de: "beliebige der Antworten")
    case .date: return say(en: "a day", de: "ein Tag")
    case .number(let domain):
      let unit = domain.unit.map { " \($0)" } ?? ""
      let bounds =
        switch (domain.minimum, domain.maximum) {
        case (let low?, let high?):
          say(en: " from ", de: " von ") + "\(say.number(low))" + say(en: " to ", de: " bis ") + "\(say.number(high))"
        case (let low?, nil): say(en: " of at least ", de: " ab ") + say.number(low)
        case (nil, let high?): say(en: " of at most ", de: " bis ") + say.number(high)
        case (nil, nil): ""
        }
      return say(en: "a number", de: "eine Zahl") + bounds + unit
    }
  }

  private func choice(_ choice: Fact.Choice) -> RichText {
    var text: RichText = "\(strong: choice.title.map { say.text($0) } ?? choice.name.id), \(code: choice.name.id)"
    if let help = choice.help { text = text + ": " + plainText(say.text(help)) }
    if choice.isExclusive {
      text = text + plainText(say(en: "; excludes the others", de: "; schliesst die anderen aus"))
    }
    return text
  }

  private func words(for prior: Prior, of fact: Fact) -> String {
    switch prior {
    case .shares(let shares):
      return fact.inOrder(shares).map { name, share in
        let title =
          switch name.id {
          case "true": say(en: "yes", de: "ja")
          case "false": say(en: "no", de: "nein")
          default: fact.choiceTitle(name.id, in: say.language)
          }
        return "\(title) \(say.percent(share))"
      }.joined(separator: ", ")
    case .cells(let cells):
      return cells.map { below, share in
        let name = below.map { say(en: "below ", de: "unter ") + say.number($0) } ?? say(en: "the rest", de: "der Rest")
        return "\(name) \(say.percent(share))"
      }.joined(separator: ", ")
    }
  }

  private func words(for derivation: LinkedDerivation, of fact: Fact) -> String {
    switch derivation {
    case .expression(let formula): return FormulaPhrase(say: say).text(formula)
    case .condition(let condition): return say(en: "whether ", de: "ob ") + say.condition(condition)
    case .cases(let cases, let otherwise):
      let parts = cases.map { part in
        say.value(part.value, of: fact) + say(en: " if ", de: ", wenn ") + say.condition(part.condition)
      }
      return (parts + [say(en: "otherwise ", de: "sonst ") + say.value(otherwise, of: fact)]).joined(separator: "; ")
    }
  }

  // MARK: Effects

  /// Whatever looks at a fact, also through what is computed from it, once each.
  private func effects(of fact: Fact) -> [RichText] {
    var seen: Set<String> = []
    return index.uses(of: .fact, fact.id, inTexts: false).compactMap { use -> RichText? in
      guard let text = effect(use), seen.insert("\(use.user.rawValue) \(use.id)").inserted else { return nil }
      guard !use.through.isEmpty else { return text }
      let through = RichText.joined(use.through.map { link(toFact: $0) }, separator: ", ")
      return text + plainText(say(en: " (through ", de: " (über ")) + through + ")"
    }
  }

  private func effect(_ use: Usage) -> RichText? {
    switch use.user {
    case .rule:
      guard let rule = catalogue.rule(use.id) else { return nil }
      return link(toRule: rule.rule) + ": " + summary(of: rule)
    case .fact:
      guard let other = catalogue.fact(use.id) else { return nil }
      let word =
        other.derivation != nil
        ? say(en: "is computed from it", de: "wird daraus berechnet")
        : say(en: "is asked or not", de: "wird gefragt oder nicht")
      return link(toFact: use.id) + plainText(" \(word)")
    case .decision:
      return plainText(say(en: "Decision: ", de: "Entscheid: "))
        + "\(entry: catalogue.decision(use.id).map { say.text($0.decision.title) } ?? use.id, in: Self.section("decision", use.id))"
    case .contradiction:
      return plainText(say(en: "Contradiction: ", de: "Widerspruch: ")) + "\(entry: use.id, in: "contradictions")"
    case .component:
      let title = catalogue.component(use.id).map { say.text($0.item.title) } ?? use.id
      return plainText(say(en: "Component: ", de: "Komponente: ")) + "\(entry: title, in: "components")"
    case .step:
      let title = catalogue.step(use.id).map { say.text($0.item.title) } ?? use.id
      return plainText(say(en: "Step: ", de: "Schritt: ")) + "\(entry: title, in: "steps")"
    case .price: return plainText(say(en: "Price: ", de: "Preis: ")) + "\(entry: use.id, in: "prices")"
    case .criterion, .option, .pack, .adjustment, .addition, .renaming, .test, .text: return nil
    }
  }
}
