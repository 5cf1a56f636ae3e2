package import RuleCompiler
package import RuleModel

extension Questionnaire {
  /// The questions of a catalogue in the order of `Catalogue.questionnaire`, for customers: facts and texts marked as
  /// internal are left out.
  ///
  /// - Parameter profile: what is known already. Its answers, its notes for customers, its requirements and its head are
  ///   shown; weights, decisions, plans and whatever else it holds never leave the house this way.
  package init(_ catalogue: Catalogue, language: Language, prefilled profile: LinkedProfile? = nil) {
    self = QuestionnaireBuilder(catalogue, language, profile).build()
  }
}

/// The work of `Questionnaire.init`.
private struct QuestionnaireBuilder {
  let catalogue: Catalogue
  let language: Language
  let profile: LinkedProfile?
  let asked: [(title: String, facts: [LinkedFact])]
  let phrase: ConditionPhrase

  init(_ catalogue: Catalogue, _ language: Language, _ profile: LinkedProfile?) {
    self.catalogue = catalogue
    self.language = language
    self.profile = profile
    let others = QuestionnaireWords(language: language).otherQuestions
    asked = catalogue.questionnaire.compactMap { group, facts in
      let facts = facts.filter { $0.fact.audience == .customer && $0.fact.question?.audience == .customer }
      return facts.isEmpty ? nil : (group?.title.forCustomers(in: language) ?? others, facts)
    }
    var numbers: [String: Int] = [:]
    for (index, fact) in asked.flatMap(\.facts).enumerated() { numbers[fact.id] = index + 1 }
    phrase = ConditionPhrase(catalogue: catalogue, language: language, numbers: numbers)
  }

  func build() -> Questionnaire {
    let groups = asked.map { title, facts in
      Questionnaire.Group(title: title, questions: facts.map(question))
    }
    let packs = Set(asked.flatMap(\.facts).map(\.fact.header.pack))
    return Questionnaire(
      language: language,
      head: profile.map { head(of: $0.profile) } ?? Questionnaire.Head(),
      groups: groups,
      origin: catalogue.packs.filter { packs.contains($0.id) }.map { "\($0.id) \($0.manifest.version)" }
    )
  }

  private func head(of profile: Profile) -> Questionnaire.Head {
    Questionnaire.Head(
      title: profile.title,
      customer: profile.customer?.name ?? "",
      contact: profile.customer?.contact ?? "",
      date: profile.date,
      requirements: profile.requirements.compactMap { $0.text.forCustomers(in: language) }
    )
  }

  private func question(_ linked: LinkedFact) -> Questionnaire.Question {
    let fact = linked.fact
    return Questionnaire.Question(
      number: phrase.numbers[fact.id] ?? 0,
      id: fact.id,
      text: fact.question?.text(in: language) ?? fact.id,
      help: help(on: fact),
      condition: linked.relevance.flatMap { phrase.sentence($0) },
      form: form(of: fact),
      answer: answer(to: fact.id),
      note: note(on: fact.id)
    )
  }

  /// The help of the pack, and for a set that it may hold several choices: boxes alone do not tell on paper.
  private func help(on fact: Fact) -> String? {
    let several = fact.kind == .choices ? QuestionnaireWords(language: language).severalAllowed : nil
    let texts = [fact.help?.forCustomers(in: language), several].compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  private func form(of fact: Fact) -> Questionnaire.Form {
    let choices = fact.choices.map { choice in
      Questionnaire.Choice(
        id: choice.name.id,
        title: choice.title?.forCustomers(in: language) ?? choice.name.id,
        help: choice.help?.forCustomers(in: language),
        isExclusive: choice.isExclusive
      )
    }
    return switch fact.kind {
    case .boolean: .yesOrNo
    case .choice: .one(choices)
    case .choices: .several(choices)
    case .number(let domain): .number(domain)
    case .date: .date
    }
  }

  private func answer(to id: String) -> Questionnaire.Answer {
    guard let profile else { return .open }
    if let value = profile.answers[id] { return .known(value) }
    return profile.askedUnknown.contains(id) ? .unknown : .open
  }

  private func note(on id: String) -> String {
    let note = profile?.profile.notes.last { $0.fact.id == id && $0.audience == .customer }
    return note?.text.forCustomers(in: language) ?? ""
  }
}

extension LocalizedText {
  /// The text in a language; nil if it is marked as internal.
  func forCustomers(in language: Language) -> String? {
    audience == .customer ? text(in: language) : nil
  }
}
