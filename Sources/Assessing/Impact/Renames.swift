import RuleCompiler
import RuleModel

/// The way from ids of an older version of the packs to those of a newer one, by its `renamed` tables.
struct Renames {
  private var targets: [String: [String: String]] = [:]
  /// Ids that the newer version says are gone, as "kind id".
  private(set) var removed: Set<String> = []

  /// No id has another name.
  init() {}

  init(of newer: Catalogue) {
    for renaming in newer.renamings {
      let (kind, prefix): (String, String) =
        switch renaming.subject {
        case .fact: ("fact", "")
        case .option: ("option", "")
        case .criterion: ("criterion", "")
        case .decision: ("decision", "")
        case .rule: ("rule", "")
        case .choice(let fact): ("choice", fact.id + "=")
        }
      if let to = renaming.to {
        targets[kind, default: [:]][prefix + renaming.from.id] = prefix + to.id
      } else {
        removed.insert("\(kind) \(prefix)\(renaming.from.id)")
      }
    }
  }

  /// The present name of an id; the id itself where it has no other.
  func callAsFunction(_ kind: String, _ id: String) -> String {
    var current = id
    // As often as profiles follow a chain of renamings.
    for _ in 0..<16 {
      guard let next = targets[kind]?[current] else { break }
      current = next
    }
    return current
  }

  /// A choice's present id, under the present name of its fact.
  func choice(_ choice: String, of fact: String) -> String {
    let fact = self("fact", fact)
    return String(self("choice", "\(fact)=\(choice)").dropFirst(fact.count + 1))
  }
}
