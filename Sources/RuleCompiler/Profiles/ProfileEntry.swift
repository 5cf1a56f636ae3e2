package import RuleModel

/// One thing that a profile says and that counts, or that it says nothing about it.
package enum ProfileEntry: Sendable, Hashable {
  case answer(fact: String, GivenAnswer)
  /// nil: the weight of the packs.
  case weight(criterion: String, Double?)
  /// An option or variant; nil: still to be decided.
  case decided(decision: String, option: String?)
  /// Whether what a rule asks about an option holds; nil: still to be asked.
  case clarified(rule: String, option: String, Bool?)
  /// The day that `weeksUntil` counts from.
  case date(CalendarDate?)

  /// What an entry is about.
  package enum Subject: Sendable, Hashable {
    case fact(String)
    case weight(String)
    case decision(String)
    case clarification(rule: String, option: String)
    case date
  }

  package var subject: Subject {
    switch self {
    case .answer(let fact, _): .fact(fact)
    case .weight(let criterion, _): .weight(criterion)
    case .decided(let decision, _): .decision(decision)
    case .clarified(let rule, let option, _): .clarification(rule: rule, option: option)
    case .date: .date
    }
  }

  /// Whether the profile says nothing here that counts.
  package var isOpen: Bool {
    switch self {
    case .answer(_, let answer): answer.value == nil
    case .weight(_, let weight): weight == nil
    case .decided(_, let option): option == nil
    case .clarified(_, _, let holds): holds == nil
    case .date(let day): day == nil
    }
  }
}

/// What a profile says to a question.
package enum GivenAnswer: Sendable, Hashable {
  case notAsked
  /// Asked, and not known.
  case notKnown
  case value(FactValue)

  package var value: FactValue? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension LinkedProfile {
  /// What the profile says about something.
  package func entry(_ subject: ProfileEntry.Subject) -> ProfileEntry {
    switch subject {
    case .fact(let id):
      .answer(
        fact: id,
        answers[id].map { .value($0) } ?? (askedUnknown.contains(id) ? .notKnown : .notAsked)
      )
    case .weight(let id): .weight(criterion: id, weights[id])
    case .decision(let id): .decided(decision: id, option: decided[id]?.option.id)
    case .clarification(let rule, let option):
      .clarified(rule: rule, option: option, clarified.last { $0.rule.id == rule && $0.option.id == option }?.holds)
    case .date: .date(profile.date)
    }
  }

  /// The same profile with another entry, which must fit the catalogue.
  package func with(_ entry: ProfileEntry) -> LinkedProfile {
    var copy = self
    switch entry {
    case .answer(let fact, let answer):
      copy.answers[fact] = answer.value
      copy.askedUnknown.remove(fact)
      if answer == .notKnown { copy.askedUnknown.insert(fact) }
    case .weight(let criterion, let weight): copy.weights[criterion] = weight
    case .decided(let decision, let option):
      copy.decided[decision] = option.map {
        Profile.DecidedOption(decision: Name(decision, at: nil), option: Name($0, at: nil), by: nil, because: nil)
      }
    case .clarified(let rule, let option, let holds):
      copy.clarified.removeAll { $0.rule.id == rule && $0.option.id == option }
      if let holds {
        let names = (rule: Name(rule, at: nil), option: Name(option, at: nil))
        copy.clarified.append(
          Profile.Clarification(rule: names.rule, option: names.option, holds: holds, note: nil)
        )
      }
    case .date(let day): copy.profile.date = day
    }
    return copy
  }

  /// Everything that either of two profiles says, and that counts: answers in the order of the questionnaire, then weights,
  /// decisions, clarifications by id, then the day.
  package func subjects(besides other: LinkedProfile, in catalogue: Catalogue) -> [ProfileEntry.Subject] {
    let facts = catalogue.questionnaire.flatMap(\.facts).map(\.id)
    let criteria = catalogue.criteria.map(\.id).filter { weights[$0] != nil || other.weights[$0] != nil }
    let taken = catalogue.decisions.map(\.id).filter { decided[$0] != nil || other.decided[$0] != nil }
    let asked = LinkedProfile.clarifications(of: [self, other])
    return facts.map { .fact($0) } + criteria.map { .weight($0) } + taken.map { .decision($0) } + asked + [.date]
  }

  /// What any of several profiles has clarified, by rule, then option.
  package static func clarifications(of profiles: [LinkedProfile]) -> [ProfileEntry.Subject] {
    let named = profiles.flatMap(\.clarified).map { (rule: $0.rule.id, option: $0.option.id) }
    let sorted = named.sorted { a, b in
      a.rule == b.rule ? idPrecedes(a.option, b.option) : idPrecedes(a.rule, b.rule)
    }
    var subjects: [ProfileEntry.Subject] = []
    for (rule, option) in sorted where subjects.last != .clarification(rule: rule, option: option) {
      subjects.append(.clarification(rule: rule, option: option))
    }
    return subjects
  }
}
