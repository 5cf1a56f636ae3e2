package import RuleCompiler
package import RuleModel

/// How values, answers and conditions are said in a language: the same words in every format and on the terminal.
package struct Phrasing: Sendable {
  package let language: Language
  package let edition: Edition
  package let catalogue: Catalogue

  package init(language: Language, edition: Edition, catalogue: Catalogue) {
    self.language = language
    self.edition = edition
    self.catalogue = catalogue
  }

  /// The text in the language of the report.
  package func callAsFunction(en: String, de: String) -> String { language(en: en, de: de) }

  /// A text of a pack or a profile. One for the house only gives way to a mark in what a customer gets; where a part of
  /// a page can do without the text, `shown` leaves it out.
  package func text(_ text: LocalizedText) -> String {
    mayShow(text.audience) ? text.text(in: language) : language(en: "(internal)", de: "(intern)")
  }

  /// A text that may be missing; nil also where it must not be shown.
  package func shown(_ text: LocalizedText?) -> String? {
    text.flatMap { mayShow($0.audience) ? $0.text(in: language) : nil }
  }

  /// Whether something for this audience may be shown.
  package func mayShow(_ audience: Audience) -> Bool { edition.mayShow(audience) }

  // MARK: Numbers and dates

  /// A number with a fixed count of decimals, a typographic minus and no grouping: "−5.1".
  package func decimal(_ number: Double, digits: Int = 1) -> String {
    decimalText(number, digits: digits)
  }

  /// A score or contribution with its sign and one decimal: "+38.0", "0.0".
  package func points(_ number: Double) -> String {
    let text = decimal(number)
    return text.hasPrefix("\u{2212}") || text == "0.0" ? text : "+" + text
  }

  /// The difference of two scores as a reader finds it from the scores shown, which are rounded to one decimal.
  package func lead(_ a: Double, over b: Double) -> String {
    func shown(_ number: Double) -> Double { (number * 10).rounded(.toNearestOrAwayFromZero) }
    return decimal((shown(a) - shown(b)).magnitude / 10)
  }

  /// A share as a whole percentage.
  package func percent(_ share: Double) -> String { decimal(share * 100, digits: 0) + "\u{A0}%" }

  /// A text in the quotation marks of the language.
  package func quoted(_ text: String) -> String {
    language(en: "\u{201C}\(text)\u{201D}", de: "«\(text)»")
  }

  /// A number as people write it, thousands apart.
  package func number(_ number: Double) -> String {
    let text = plain(number)
    guard number == number.rounded(), number.magnitude >= 10_000, number.magnitude < 1e15 else {
      return text.replacing("-", with: "\u{2212}")
    }
    var grouped = ""
    let digits = String(Int64(number.magnitude))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += language(en: ",", de: "\u{2019}") }
      grouped.append(digit)
    }
    return (number < 0 ? "\u{2212}" : "") + grouped
  }

  /// How many answers a case rests on, in one sentence.
  package func basis(_ counts: (answered: Int, unknown: Int, notApplicable: Int)) -> String {
    let (answered, unknown, absent) = counts
    return language(
      en:
        "\(answered) \(answered == 1 ? "answer" : "answers"); \(unknown) \(unknown == 1 ? "question is" : "questions are") open, \(absent) \(absent == 1 ? "does" : "do") not apply.",
      de:
        "\(answered) \(answered == 1 ? "Angabe" : "Angaben"); \(unknown) \(unknown == 1 ? "Frage ist" : "Fragen sind") offen, \(absent) \(absent == 1 ? "trifft" : "treffen") nicht zu."
    )
  }

  /// A day as people write it.
  package func date(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return language(
      en: "\(date.day) \(months[date.month - 1]) \(date.year)",
      de: "\(date.day). \(Self.germanMonths[date.month - 1]) \(date.year)"
    )
  }

  private static let germanMonths = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]

  // MARK: Values

  /// A value of a fact as people read it.
  package func value(_ value: FactValue, of fact: Fact) -> String {
    switch value {
    case .boolean(let flag): return flag ? language(en: "yes", de: "ja") : language(en: "no", de: "nein")
    case .choice(let id): return choice(id, of: fact)
    case .choices(let ids):
      if ids.isEmpty { return language(en: "none of these", de: "nichts davon") }
      return fact.choices.filter { ids.contains($0.name.id) }.map { choice($0.name.id, of: fact) }
        .joined(separator: ", ")
    case .number(let from, let to):
      if case .date = fact.kind { return date(CalendarDate(days: Int(from))) }
      return quantity(from, to: to, unit: fact.unit)
    }
  }

  private func choice(_ id: String, of fact: Fact) -> String {
    shown(fact.choices.first { $0.name.id == id }?.title) ?? id
  }

  /// The state of a fact as people read it.
  package func state(_ state: FactState, of fact: Fact) -> String {
    switch state {
    case .known(let value): self.value(value, of: fact)
    case .unknown: language(en: "not known", de: "nicht bekannt")
    case .notApplicable: language(en: "not applicable", de: "nicht zutreffend")
    }
  }

  // MARK: Conditions

  /// The short name of what a comparison looks at.
  package func subject(_ subject: Subject) -> String {
    switch subject {
    case .fact(let id): return catalogue.fact(id).map { title(of: $0.fact) } ?? id
    case .decision(let id): return catalogue.decision(id).map { text($0.decision.title) } ?? id
    case .decisionVariant(let id):
      let title = catalogue.decision(id).map { text($0.decision.title) } ?? id
      return language(en: "\(title) (variant)", de: "\(title) (Variante)")
    }
  }

  /// What a comparison saw, as people read it.
  package func seen(_ state: FactState, by subject: Subject) -> String {
    switch subject {
    case .fact(let id): return catalogue.fact(id).map { self.state(state, of: $0.fact) } ?? ""
    case .decision, .decisionVariant:
      switch state {
      case .known(.choice(let id)): return catalogue.option(id).map { text($0.title) } ?? id
      case .known, .unknown: return language(en: "not decided", de: "nicht entschieden")
      case .notApplicable: return language(en: "not applicable", de: "nicht zutreffend")
      }
    }
  }

  /// A comparison in words: "Availability is 99.9 % or more".
  package func comparison(_ comparison: LinkedComparison) -> String {
    let operands = comparison.operands.map { operand -> String in
      switch comparison.subject {
      case .fact(let id): return catalogue.fact(id).map { value(operand, of: $0.fact) } ?? ""
      case .decision, .decisionVariant: return seen(.known(operand), by: comparison.subject)
      }
    }
    return "\(subject(comparison.subject)) \(comparison.operator.phrase(operands, language))"
  }

  /// A condition in words, on one line.
  package func condition(_ condition: LinkedCondition) -> String { phrase(condition, isInner: false) }

  private func phrase(_ condition: LinkedCondition, isInner: Bool) -> String {
    func joined(_ parts: [LinkedCondition], _ word: String) -> String {
      let text = parts.map { phrase($0, isInner: parts.count > 1) }.joined(separator: " \(word) ")
      return isInner && parts.count > 1 ? "(\(text))" : text
    }
    switch condition {
    case .all(let parts): return joined(parts, language(en: "and", de: "und"))
    case .any(let parts): return joined(parts, language(en: "or", de: "oder"))
    case .not(let part): return language(en: "not ", de: "nicht ") + "(\(phrase(part, isInner: false)))"
    case .comparison(let comparison): return self.comparison(comparison)
    }
  }

  // MARK: Names

  /// A fact in few words, for tables and lists.
  package func title(of fact: Fact) -> String { shown(fact.title) ?? shown(fact.question) ?? fact.id }

  /// An option as people name it; a variant with its option.
  package func option(_ id: String) -> String {
    guard let option = catalogue.option(id) else { return id }
    guard let parent = option.variantOf.flatMap({ catalogue.option($0.id) }) else { return text(option.title) }
    // Packs often name the option in the title of a variant; then once is enough.
    let (own, whole) = (text(option.title), text(parent.title))
    return own.lowercased().contains(whole.lowercased()) ? own : "\(whole), \(own)"
  }

  package func criterion(_ id: String) -> String {
    catalogue.criterion(id).map { text($0.criterion.title) } ?? id
  }

  package func party(_ party: Party) -> String {
    switch party {
    case .customer: language(en: "customer", de: "Kunde")
    case .provider: language(en: "provider", de: "Anbieter")
    case .consultant: language(en: "consultant", de: "Berater")
    }
  }

  package func phase(_ phase: Step.Phase) -> String {
    switch phase {
    case .prepare: language(en: "Prepare", de: "Vorbereiten")
    case .build: language(en: "Build", de: "Aufbauen")
    case .migrate: language(en: "Migrate", de: "Umziehen")
    case .goLive: language(en: "Go live", de: "In Betrieb gehen")
    case .operate: language(en: "Operate", de: "Betreiben")
    }
  }

  package func status(_ status: Source.Status) -> String {
    switch status {
    case .stated: language(en: "stated", de: "belegt")
    case .derived: language(en: "derived", de: "abgeleitet")
    case .legacy: language(en: "older source", de: "ältere Quelle")
    case .unverified: language(en: "not verified", de: "nicht bestätigt")
    }
  }

  // MARK: Reasons

  /// Whether a rule's reason may stand as a statement: with a source that is stated or derived, or without any source.
  /// What is legacy or unverified never does in anything that a customer gets.
  package func mayState(_ rule: Rule) -> Bool { mayState(resting: rule.sources) }

  /// Whether what rests on these sources may stand as a statement.
  package func mayState(resting sources: [Name]) -> Bool {
    if edition.showsInternals || sources.isEmpty { return true }
    return sources.contains { name in
      guard let status = catalogue.source(name.id)?.status else { return false }
      return status == .stated || status == .derived
    }
  }

  /// The title of a rule, or a neutral wording where it must not stand as a statement.
  package func title(of rule: Rule) -> String {
    mayState(rule) && mayShow(rule.title.audience)
      ? text(rule.title)
      : language(en: "To be confirmed", de: "Zu bestätigen")
        + (rule.criterion.map { ": \(criterion($0.id))" } ?? "")
  }

  /// The reason of a rule in the customer's words, or a neutral wording where it must not stand as a statement.
  package func reason(of rule: Rule) -> String {
    if mayState(rule), let reason = shown(rule.because) { return reason }
    if let question = firstQuestion(of: rule) { return question }
    return language(
      en: "Nothing reliable is published on this point; it is to be confirmed with the provider.",
      de: "Zu diesem Punkt ist nichts Verlässliches veröffentlicht; er ist mit dem Anbieter zu klären."
    )
  }

  /// The question that an open confirmation puts to the provider.
  package func question(_ text: LocalizedText?, of rule: Rule) -> String {
    if let question = shown(text) ?? firstQuestion(of: rule) { return question }
    let subject = mayState(rule) ? shown(rule.title) : rule.criterion.map { criterion($0.id) }
    let words = subject.map { ": \($0)" } ?? ""
    return language(
      en: "Nothing is published on this point\(words). What applies here?",
      de: "Zu diesem Punkt ist nichts veröffentlicht\(words). Was gilt hier?"
    )
  }

  private func firstQuestion(of rule: Rule) -> String? {
    rule.confirmations.lazy.compactMap { shown($0.text) }.first
  }
}

/// A number with a fixed count of decimals, a typographic minus and no grouping: "−5.1".
func decimalText(_ number: Double, digits: Int) -> String {
  var factor = 1.0
  for _ in 0..<digits { factor *= 10 }
  let scaled = (number * factor).rounded(.toNearestOrAwayFromZero)
  guard scaled.magnitude < 1e15 else { return "\(number)" }
  let whole = Int64(scaled.magnitude)
  let fraction = String(whole % Int64(factor))
  let zeros = String(repeating: "0", count: max(0, digits - fraction.count))
  let sign = scaled < 0 ? "\u{2212}" : ""
  return sign + String(whole / Int64(factor)) + (digits > 0 ? "." + zeros + fraction : "")
}
