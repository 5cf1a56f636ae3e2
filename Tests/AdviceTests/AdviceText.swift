import Advice
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport

/// A pack with a platform that is decided by one answer: `fast` for A, otherwise B, nothing without an answer.
private let frame = """
  "facts": [
    {"id": "fast", "type": "boolean"},
    {"id": "size", "type": "number"},
    {"id": "extra", "type": "boolean"}
  ],
  "criteria": [{"id": "c", "scale": 12}],
  "decisions": [{"id": "d"}],
  "options": [{"id": "A", "decision": "d"}, {"id": "B", "decision": "d"}],
  "rules": [
    {"id": "favours-a", "when": {"fast": true}, "criterion": "c", "rate": {"A": 3}},
    {"id": "favours-b", "when": {"fast": false}, "criterion": "c", "rate": {"B": 3}}
  ]
  """

/// What follows from answers under the frame above and further items of a content file.
///
/// - Parameters:
///   - content: members of a content file, such as `"steps": […]`; rules go into `rules`.
///   - rules: more rules, each with a comma in front.
///   - profile: members of the profile beside the answers.
func advice(
  _ content: String = "",
  rules: String = "",
  answers: String = "{\"fast\": true}",
  profile: JSONValue = [:]
) throws -> Recommendation {
  let text = content.isEmpty ? frame : frame + ", " + content
  let whole = rules.isEmpty ? text : text.replacing("\"rate\": {\"B\": 3}}", with: "\"rate\": {\"B\": 3}}, \(rules)")
  var members = profile
  members["answers"] = try parsed(answers)
  return advise(try compiled("{\(whole)}").assessment(of: members))
}

extension Recommendation {
  /// The steps of the checklist by id, in order.
  var steps: [String] { checklist.steps.map(\.step.id) }

  /// What a step of the checklist waits for.
  func after(_ id: String) -> [String]? { checklist.steps.first { $0.step.id == id }?.after }

  /// The connections as `from>to`.
  var arrows: [String] { architecture.connections.map { "\($0.from)>\($0.to)" } }
}

/// What follows from the profiles of this repository, worked out once.
enum RealAdvice {
  static let all: [String: Recommendation] = {
    guard let rules = try? Repository.packs().compiled(), let profiles = try? Repository.profiles() else { return [:] }
    let found = profiles.compactMap { name, members in
      (try? rules.assessment(of: members)).map { (name, advise($0)) }
    }
    return Dictionary(uniqueKeysWithValues: found)
  }()

  static let names = (try? Repository.profiles().map(\.name)) ?? []
}
