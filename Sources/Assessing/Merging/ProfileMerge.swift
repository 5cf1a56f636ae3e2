package import RuleCompiler
import RuleModel

/// The profiles of several people about one case, put together.
///
/// What all say who say anything is taken; where people contradict each other the question is left open, or, for a number,
/// answered by the range of all that was said; a statement within a wider one of somebody else (100 within 50 to 500) is no
/// contradiction and is taken. Nothing is decided by majority.
package struct ProfileMerge: Sendable {
  /// In the order given.
  package let people: [LinkedProfile]
  /// What somebody said, in the order of `LinkedProfile.subjects`, without weights.
  package let entries: [MergedEntry]
  package let weights: MergedWeights
  /// The first profile with all that was taken.
  package let merged: LinkedProfile

  /// - Parameter people: at least one.
  package init(_ people: [LinkedProfile], _ rules: CompiledRules) {
    self.people = people
    let weights = MergedWeights(people, rules)
    var merged = people[0]
    var entries: [MergedEntry] = []
    for subject in Self.subjects(of: people, rules.catalogue) {
      let entry = MergedEntry(subject, people, rules.catalogue)
      merged = merged.with(entry.taken)
      if case .date = subject { continue }
      entries.append(entry)
    }
    for criterion in rules.catalogue.criteria {
      merged = merged.with(.weight(criterion: criterion.id, weights.merged[criterion.id]))
    }
    self.entries = entries
    self.weights = weights
    self.merged = merged
  }

  package func entries(_ kind: MergedEntry.Kind) -> [MergedEntry] { entries.filter { $0.kind == kind } }

  /// What several profiles say something about, weights aside: answers in the order of the questionnaire, what was decided,
  /// what was clarified, the day.
  private static func subjects(of people: [LinkedProfile], _ catalogue: Catalogue) -> [ProfileEntry.Subject] {
    let spoken = Set(people.flatMap { Array($0.answers.keys) + Array($0.askedUnknown) })
    let facts = catalogue.questionnaire.flatMap(\.facts).map(\.id).filter(spoken.contains)
    let decisions = catalogue.decisions.map(\.id).filter { id in people.contains { $0.decided[id] != nil } }
    return facts.map { .fact($0) } + decisions.map { .decision($0) }
      + LinkedProfile.clarifications(of: people) + [.date]
  }
}

/// What several people said about one thing, and what is taken of it.
package struct MergedEntry: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// People contradict each other.
    case conflict
    /// Only some said something, or somebody said it more precisely, and nobody said anything else.
    case partial
    /// Everybody said the same.
    case agreed
  }

  package let subject: ProfileEntry.Subject
  package let kind: Kind
  /// What each person said, in their order.
  package let said: [ProfileEntry]
  package let taken: ProfileEntry

  init(_ subject: ProfileEntry.Subject, _ people: [LinkedProfile], _ catalogue: Catalogue) {
    let said = people.map { $0.entry(subject) }
    self.subject = subject
    self.said = said
    let spoken = said.filter { !$0.isOpen }
    if case .date = subject {
      // The assessment speaks of the latest day that anybody named.
      (kind, taken) = (.agreed, .date(said.compactMap { if case .date(let day) = $0 { day } else { nil } }.max()))
    } else if let first = spoken.first {
      // A day is a number, too, but there are no ranges of days.
      let isNumber =
        if case .fact(let id) = subject, case .number = catalogue.fact(id)?.fact.kind { true } else { false }
      if let narrowest = Self.narrowest(spoken, isNumber) {
        kind = Set(said).count == 1 ? .agreed : .partial
        taken = narrowest
      } else {
        kind = .conflict
        taken = (isNumber ? Self.hull(spoken) : nil) ?? Self.open(first)
      }
    } else {
      // Nobody knows; whoever was asked makes it asked.
      kind = .agreed
      taken = said.first { if case .answer(_, .notKnown) = $0 { true } else { false } } ?? said[0]
    }
  }

  /// What people said that is no answer yet ("not known") is left aside; the different statements, in the order of people.
  package var alternatives: [ProfileEntry] {
    var found: [ProfileEntry] = []
    for entry in said where !entry.isOpen && !found.contains(entry) { found.append(entry) }
    return found
  }

  /// The statement that every other one holds within itself; nil if there is none.
  private static func narrowest(_ spoken: [ProfileEntry], _ isNumber: Bool) -> ProfileEntry? {
    spoken.first { inner in spoken.allSatisfy { $0 == inner || (isNumber && contains($0, inner)) } }
  }

  private static func contains(_ outer: ProfileEntry, _ inner: ProfileEntry) -> Bool {
    guard let (from, to) = numbers(outer), let (low, high) = numbers(inner) else { return false }
    return from <= low && high <= to
  }

  /// The range of all numbers said; nil for anything but numbers.
  private static func hull(_ spoken: [ProfileEntry]) -> ProfileEntry? {
    let ranges = spoken.compactMap { numbers($0) }
    guard ranges.count == spoken.count, case .answer(let fact, _)? = spoken.first,
      let from = ranges.map(\.from).min(), let to = ranges.map(\.to).max()
    else { return nil }
    return .answer(fact: fact, .value(.number(from: from, to: to)))
  }

  private static func numbers(_ entry: ProfileEntry) -> (from: Double, to: Double)? {
    if case .answer(_, .value(.number(let from, let to))) = entry { (from, to) } else { nil }
  }

  private static func open(_ entry: ProfileEntry) -> ProfileEntry {
    switch entry {
    case .answer(let fact, _): .answer(fact: fact, .notKnown)
    case .weight(let criterion, _): .weight(criterion: criterion, nil)
    case .decided(let decision, _): .decided(decision: decision, option: nil)
    case .clarified(let rule, let option, _): .clarified(rule: rule, option: option, nil)
    case .date: .date(nil)
    }
  }
}
