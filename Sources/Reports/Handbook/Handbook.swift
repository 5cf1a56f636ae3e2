package import RuleCompiler
package import RuleModel

/// The handbook of the packs: every question with its effects, every option with everything for and against it, rules,
/// criteria, steps, components, and the sources with what rests on them.
///
/// For colleagues, so it holds what is internal, too, and marks it.
///
/// - Parameter date: the day on which reviews are due or not; nil leaves that open.
package func handbook(of catalogue: Catalogue, language: Language, date: CalendarDate?) -> ReportDocument {
  HandbookBuilder(catalogue: catalogue, language: language, date: date).document
}

/// The work of `handbook`, one part per extension.
struct HandbookBuilder {
  let catalogue: Catalogue
  let date: CalendarDate?
  let say: Phrasing
  let index: UsageIndex

  init(catalogue: Catalogue, language: Language, date: CalendarDate?) {
    self.catalogue = catalogue
    self.date = date
    say = Phrasing(language: language, edition: .internal, catalogue: catalogue)
    index = UsageIndex(catalogue)
  }

  var document: ReportDocument {
    let language: ReportLanguage = say.language == .de ? .german : .english
    let packs = catalogue.packs.map { "\($0.id) \($0.manifest.version)" }.joined(separator: ", ")
    var sections = [packsSection, questionsSection]
    if let section = derivedSection { sections.append(section) }
    sections += catalogue.decisions.map { decisionSection($0) }
    sections += [rulesSection, criteriaSection]
    sections += [contradictionsSection, stepsSection, componentsSection, pricesSection].compactMap { $0 }
    sections += [sourcesSection, indexSection]
    return ReportDocument(
      title: say(en: "Handbook of the rule packs", de: "Handbuch der Regelpakete"),
      subtitle: say(
        en: "What is asked, what follows from it, and where it comes from",
        de: "Was gefragt wird, was daraus folgt und woher es kommt"
      ),
      language: language,
      facts: date.map {
        [ReportFact(say(en: "As of", de: "Stand"), RichText(plain: say.date($0)))]
      } ?? [],
      notice: .handbook(asOf: date.map { say.date($0) }, language: language),
      sections: sections.filter { !$0.blocks.isEmpty || !$0.subsections.isEmpty },
      generator: say(
        en: "Made by advisor \(engineVersion) from the rule packs \(packs).",
        de: "Erstellt mit advisor \(engineVersion) aus den Regelpaketen \(packs)."
      )
    )
  }

  // MARK: Links

  /// The name of the section of an item, for links.
  static func section(_ kind: String, _ id: String) -> String { "\(kind)-\(id)" }

  func link(toFact id: String) -> RichText {
    let title = catalogue.fact(id).map { say.title(of: $0.fact) } ?? id
    return "\(entry: title, in: Self.section("fact", id))"
  }

  func link(toOption id: String) -> RichText { "\(entry: say.option(id), in: Self.section("option", id))" }

  func link(toRule rule: Rule) -> RichText {
    "\(entry: say.text(rule.title), in: Self.section("rule", rule.id))"
  }

  func link(toCriterion id: String) -> RichText { "\(entry: say.criterion(id), in: "criteria")" }

  /// The sources of an item, as links to where they are described; a dash for none.
  func links(toSources names: [Name]) -> RichText {
    if names.isEmpty { return "–" }
    return .joined(names.map { "\(entry: $0.id, in: Self.section("source", $0.id))" }, separator: ", ")
  }

  // MARK: Small pieces

  /// The sources of an item in brackets, to stand behind a text; nothing for none.
  func cited(_ names: [Name]) -> RichText { names.isEmpty ? "" : " [" + links(toSources: names) + "]" }

  func plainText(_ text: String) -> RichText { RichText(plain: text) }

  func definition(_ en: String, _ de: String, _ details: RichText) -> ReportBlock.Definition {
    ReportBlock.Definition(plainText(say(en: en, de: de)), details)
  }

  func columns(_ titles: String...) -> [DataTable.Column] { titles.map { DataTable.Column(RichText(plain: $0)) } }

  /// A bold line in front of a list or table.
  func label(_ en: String, _ de: String) -> ReportBlock { .paragraph("\(strong: say(en: en, de: de))") }

  /// A mark behind what stays in the house.
  func mark(_ audience: Audience) -> RichText {
    audience == .internal ? " \(badge: say(en: "internal", de: "intern"), .caution)" : ""
  }

  func parties(_ parties: [Party]) -> String {
    parties.isEmpty ? "–" : parties.map { say.party($0) }.joined(separator: ", ")
  }

  /// A condition in words; "always" for none.
  func condition(_ condition: LinkedCondition?) -> String {
    condition.map { say.condition($0) } ?? say(en: "always", de: "immer")
  }

  /// Number with its sign: "+3", "−1", "0".
  func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "\u{2212}\(-number)" : "0" }
}
