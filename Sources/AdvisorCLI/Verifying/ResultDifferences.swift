import LocatedJSON
import RuleModel

/// Where two results say something else, in words a person can follow: "decisions platform, options a, score: 1 → 2".
struct ResultDifferences {
  /// What comes of it in the trials comes last.
  var lines: [String] { causes + consequences }
  private var causes: [String] = []
  private var consequences: [String] = []
  /// Rules that apply, count or ask otherwise, by id.
  private(set) var rules: Set<String> = []

  init(_ old: JSONValue, _ new: JSONValue) {
    // What the result was made of is told apart.
    compare(old, new, at: [], skipping: ["provenance", "packs", "engine", "schemaVersion"])
  }

  /// Members by which the elements of a list are told apart.
  private static let names = ["id", "rule", "fact", "from", "criterion"]

  private mutating func compare(_ old: JSONValue?, _ new: JSONValue?, at path: [String], skipping: Set<String> = []) {
    if old == new { return }
    switch (old, new) {
    case (.object(let a)?, .object(let b)?):
      for key in Self.keys(a.map(\.key), b.map(\.key)) where !skipping.contains(key) {
        compare(old?.value(key), new?.value(key), at: path + [key])
      }
    case (.array(let a)?, .array(let b)?) where (a + b).allSatisfy({ Self.name(of: $0) != nil }):
      for name in Self.keys(a.compactMap(Self.name), b.compactMap(Self.name)) {
        let (one, other) = (a.first { Self.name(of: $0) == name }, b.first { Self.name(of: $0) == name })
        if one != other, path.last == "rules" || path.last == "contributions" || path.last == "confirm" {
          rules.insert(String(name.prefix { $0 != " " }))
        }
        compare(one, other, at: path.dropLast() + ["\(path.last ?? "") \(name)"])
      }
    default:
      let line = "\(path.joined(separator: ", ")): \(Self.text(old)) → \(Self.text(new))"
      if path.contains(where: { Self.ofTrials.contains(String($0.prefix { $0 != " " })) }) {
        consequences.append(line)
      } else {
        causes.append(line)
      }
    }
  }

  /// Keys of what many trials gave.
  private static let ofTrials: Set<String> = [
    "confidence", "families", "acceptability", "centralWeights", "confidenceFactor", "winsOver", "weightIntervals",
    "nextQuestions",
  ]

  /// The keys of both, in the order of the first, then those of the second alone.
  private static func keys(_ a: [String], _ b: [String]) -> [String] {
    var seen: Set<String> = []
    return (a + b).filter { seen.insert($0).inserted }
  }

  private static func name(of element: JSONValue) -> String? {
    guard case .object(let members) = element else { return nil }
    let parts = names.compactMap { name -> String? in
      guard case .string(let text) = members.first(where: { $0.key == name })?.value else { return nil }
      return text
    }
    return parts.isEmpty ? nil : parts.prefix(2).joined(separator: " ")
  }

  private static func text(_ value: JSONValue?) -> String {
    guard let value else { return "–" }
    if case .number(let number) = value, number.magnitude < 1e9 { return plain((number * 1e6).rounded() / 1e6) }
    let text = String(decoding: value.canonical(), as: UTF8.self)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}
