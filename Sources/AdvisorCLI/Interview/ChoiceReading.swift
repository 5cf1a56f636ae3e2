import Reports
import RuleModel

/// Which choices a text names: by number, id, title, or the beginning of an id or title that fits only one.
struct ChoiceReading {
  enum Found: Equatable {
    /// The id of a choice.
    case one(String)
    /// Numbers of those that begin like this.
    case several([Int])
    case none
  }

  private let choices: [(id: String, title: String)]

  init(_ fact: Fact, _ say: Phrasing) {
    choices = fact.choices.map { ($0.name.id, say.shown($0.title) ?? $0.name.id) }
  }

  var count: Int { choices.count }

  func title(_ number: Int) -> String { choices[number - 1].title }

  /// The choice whose whole id or title this is, whatever the case of its letters.
  func named(_ text: String) -> String? {
    let wanted = text.trimmed.lowercased()
    return choices.first { $0.id.lowercased() == wanted || $0.title.lowercased() == wanted }?.id
  }

  func one(_ text: String) -> Found {
    let wanted = text.trimmed.lowercased()
    if let whole = named(wanted) { return .one(whole) }
    if wanted.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(wanted) {
      return choices.indices.contains(number - 1) ? .one(choices[number - 1].id) : .none
    }
    guard !wanted.isEmpty else { return .none }
    let fitting = choices.indices.filter {
      choices[$0].id.lowercased().hasPrefix(wanted) || choices[$0].title.lowercased().hasPrefix(wanted)
    }
    switch fitting.count {
    case 0: return .none
    case 1: return .one(choices[fitting[0]].id)
    default: return .several(fitting.map { $0 + 1 })
    }
  }

  /// Several choices: numbers apart by spaces or commas, `2-4` for a run of them, names apart by commas.
  ///
  /// - Returns: the ids found, and the first part that names none or several.
  func several(_ text: String) -> (ids: [String], problem: (part: String, found: Found)?) {
    if case .one(let id) = one(text) { return ([id], nil) }
    var ids: [String] = []
    for part in parts(of: text) {
      if let run = run(part) {
        ids += run
        continue
      }
      switch one(part) {
      case .one(let id): ids.append(id)
      case let other: return (ids, (part, other))
      }
    }
    return (ids, nil)
  }

  private func parts(of text: String) -> [String] {
    let isNumbers = text.allSatisfy { $0.isASCII && $0.isNumber || $0.isWhitespace || ",;-+".contains($0) }
    let pieces = text.split { character in
      ",;+".contains(character) || isNumbers && character.isWhitespace
    }
    return pieces.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The ids of `2-4`; nil if it is no run within the list.
  private func run(_ part: String) -> [String]? {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.trimmed) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last, last <= choices.count
    else { return nil }
    return choices[first - 1...last - 1].map(\.id)
  }
}
