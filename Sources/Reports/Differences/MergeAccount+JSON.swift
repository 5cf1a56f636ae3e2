import Assessing
package import LocatedJSON
import RuleCompiler
import RuleModel

extension MergeAccount {
  /// The same as data, for `differenceJSON`.
  ///
  /// - Parameter names: of the files, in the order of the people.
  package func json(names: [String]) -> JSONValue {
    .members([
      (
        "people",
        .array(
          merge.people.enumerated().map { place, person in
            .members([
              ("label", .string(labels[place])), ("file", .string(names[place])),
              ("title", .string(person.profile.title)), ("author", person.profile.author.map { .string($0) }),
            ])
          }
        )
      ),
      (
        "conflicts",
        .array(
          conflicts.filter { isShown($0.entry.subject, say) }.map { conflict in
            .members(
              members(conflict.entry) + [
                ("effect", .string(word(conflict.weight))),
                (
                  "alternatives", .array(conflict.entry.alternatives.map { entryJSON($0, say) })
                ),
                (
                  "decisions",
                  .array(
                    zip(conflict.decisions, conflict.outcomes).map { id, outcomes in
                      .members([("id", .string(id)), ("variants", .array(outcomes.map { name($0) }))])
                    }
                  )
                ),
              ]
            )
          }
        )
      ),
      (
        "partial",
        .array(merge.entries(.partial).filter { isShown($0.subject, say) }.map { .members(members($0)) })
      ),
      ("agreed", .number(Double(merge.entries(.agreed).count { !$0.taken.isOpen }))),
      ("weights", weightsJSON),
    ])
  }

  private func members(_ entry: MergedEntry) -> [(String, JSONValue?)] {
    subjectMembers(entry.subject) + [
      ("said", .array(entry.said.map { entryJSON($0, say) })), ("taken", entryJSON(entry.taken, say)),
    ]
  }

  private func word(_ weight: JudgedConflict.Weight) -> String {
    switch weight {
    case .does: "decides"
    case .could: "decidesWithOthers"
    case .unclear: "notFound"
    case .none: "none"
    }
  }

  private func name(_ leaf: String?) -> JSONValue { leaf.map { .string($0) } ?? .null }

  private var weightsJSON: JSONValue {
    .members([
      ("conflict", .bool(merge.weights.isConflict)),
      ("people", .array(merge.weights.voices.map { .string(labels[$0]) })),
      (
        "criteria",
        .array(
          say.catalogue.criteria.map { criterion in
            .members([
              ("id", .string(criterion.id)),
              ("shares", .array((merge.weights.shares[criterion.id] ?? []).map { .number($0) })),
              ("taken", merge.weights.merged[criterion.id].map { .number($0) } ?? .null),
            ])
          }
        )
      ),
      (
        "decisions",
        .array(
          say.catalogue.decisions.enumerated().compactMap { place, decision in
            guard Set(byVoice.map { $0[place] }).count > 1 else { return nil }
            return .members([
              ("id", .string(decision.id)), ("variants", .array(byVoice.map { name($0[place]) })),
            ])
          }
        )
      ),
    ])
  }
}
