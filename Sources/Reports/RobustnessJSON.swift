import Assessing
import LocatedJSON

extension DecisionRobustness {
  /// `families` of the result: rank acceptability and what else SMAA-2 says about every option.
  var familiesJSON: JSONValue {
    .array(
      families.map { family in
        .members([("id", .string(family.id)), ("acceptability", .number(family.first))] + family.details)
      }
    )
  }

  /// `confidence` of the result; null where the scores recommend nothing.
  var confidenceJSON: JSONValue {
    guard let confidence else { return .null }
    return .members([
      ("label", .string(confidence.label.rawValue)), ("option", .string(confidence.family)),
      ("share", .number(confidence.share)), ("standardError", .number(confidence.standardError)),
      ("fromWeights", .number(confidence.fromWeights)), ("fromAnswers", .number(confidence.fromAnswers)),
      ("draws", .number(Double(worlds))), ("withoutWinner", .number(Double(worlds - decided))),
    ])
  }

  /// `weightIntervals` of the result: for the recommended option, then for its leaf; also as shares of all weight.
  var weightIntervalsJSON: JSONValue {
    .array(
      weightIntervals.map { interval in
        .members(
          [("criterion", .string(interval.criterion)), ("weight", .number(interval.weight))]
            + interval.option.members + [("variant", .members(interval.leaf.members))]
        )
      }
    )
  }
}

extension Acceptability {
  /// Keys of a leaf in the result, the acceptability of every rank first.
  var leafMembers: [(String, JSONValue?)] {
    [("acceptability", .array(ranks.map { .number($0) }))] + details.filter { $0.0 != "ranks" }
  }

  /// All but the first rank.
  fileprivate var details: [(String, JSONValue?)] {
    [
      ("ranks", .array(ranks.map { .number($0) })),
      (
        "centralWeights",
        .array(
          (centralWeights ?? []).map {
            .members([("criterion", .string($0.criterion)), ("share", .number($0.share))])
          }
        )
      ),
      ("confidenceFactor", confidenceFactor.map { .number($0) } ?? .null),
      (
        "winsOver",
        .array(wins.map { .members([("id", .string($0.over)), ("share", .number($0.share))]) })
      ),
    ]
  }
}

extension WeightRange {
  fileprivate var members: [(String, JSONValue?)] {
    [
      ("from", .number(from)), ("to", to.map { .number($0) } ?? .null), ("fromShare", .number(fromShare)),
      ("toShare", .number(toShare)),
    ]
  }
}
