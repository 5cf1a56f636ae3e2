import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

/// The impact as data.
func json(of impact: Impact) -> JSONValue {
  .members([
    ("schemaVersion", .number(1)),
    ("summary", .members(DecisionImpact.Effect.allCases.map { ($0.rawValue, .number(Double(impact.count($0)))) })),
    ("flips", .bool(impact.hasFlips)),
    ("old", packs(of: impact.old.catalogue.packs)), ("new", packs(of: impact.new.catalogue.packs)),
    ("items", .array(impact.difference.items.map { json(of: $0) })),
    ("profiles", .array(impact.replays.map { json(of: $0) })),
    ("unread", .array(impact.unread.map { .string($0) })),
  ])
}

private func packs(of packs: [RulePack]) -> JSONValue {
  .array(
    packs.map { pack in
      .members([
        ("id", .string(pack.id)), ("version", .string("\(pack.manifest.version)")), ("sha256", .string(pack.digest)),
      ])
    }
  )
}

private func json(of item: ItemDifference) -> JSONValue {
  .members([
    ("kind", .string(item.kind.rawValue)), ("id", .string(item.id)), ("pack", .string(item.pack)),
    ("change", .string(item.change.rawValue)), ("formerId", item.formerID.map { .string($0) }),
    ("place", item.span.map { jsonPlace($0) }),
    (
      "aspects",
      .array(
        item.aspects.map { aspect in
          .members([
            ("name", .string(aspect.name)), ("old", aspect.old.map { .string($0) } ?? .null),
            ("new", aspect.new.map { .string($0) } ?? .null),
          ])
        }
      )
    ),
  ])
}

private func json(of replay: ProfileReplay) -> JSONValue {
  .members([
    ("name", .string(replay.name)), ("title", .string(replay.title)), ("outcome", .string(replay.outcome.rawValue)),
    (
      "failure",
      replay.failure.map { failure in
        .members([
          ("side", .string(failure.side.rawValue)),
          ("problems", .array(failure.problems.map { .string($0.summary) })),
        ])
      }
    ),
    ("decisions", .array(replay.decisions.map { json(of: $0) })),
    (
      "renamed",
      .array(
        replay.renamed.map { item in
          .members([("kind", .string(item.kind)), ("from", .string(item.from)), ("to", item.to.map { .string($0) })])
        }
      )
    ),
    (
      "dropped",
      .array(
        replay.dropped.map { item in
          .members([
            ("side", .string(item.side.rawValue)), ("kind", .string(item.kind)), ("id", .string(item.id)),
            ("reason", .string(item.reason)),
          ])
        }
      )
    ),
    ("addedSteps", .array(replay.addedSteps.map { .string($0) })),
    ("removedSteps", .array(replay.removedSteps.map { .string($0) })),
  ])
}

private func json(of decision: DecisionImpact) -> JSONValue {
  .members([
    ("id", .string(decision.id)), ("effect", .string(decision.effect.rawValue)),
    ("old", decision.old.map { json(of: $0) } ?? .null), ("new", decision.new.map { json(of: $0) } ?? .null),
    ("decidedByProfile", .bool(decision.isDecidedByProfile)),
    (
      "scores",
      .array(
        decision.scores.map { .members([("option", .string($0.leaf)), ("difference", .number($0.difference))]) }
      )
    ),
    (
      "changes",
      .array(
        decision.changes.map { change in
          .members([
            ("kind", .string(change.kind.rawValue)), ("option", .string(change.leaf)), ("rule", .string(change.rule)),
          ])
        }
      )
    ),
    (
      "causes",
      .array(
        decision.causes.map { cause in
          .members([
            ("kind", .string(cause.kind.rawValue)), ("id", .string(cause.id)), ("why", .string(cause.why.rawValue)),
            ("aspects", .array(cause.aspects.map { .string($0) })), ("points", .number(cause.points)),
          ])
        }
      )
    ),
  ])
}

private func json(of outcome: DecisionImpact.Outcome) -> JSONValue {
  .members([
    ("recommended", outcome.option.map { .string($0) } ?? .null),
    ("variant", outcome.variant.map { .string($0) } ?? .null),
    ("reason", outcome.reason.map { .string($0) } ?? .null), ("score", .number(outcome.score)),
    ("lead", outcome.lead.map { .number($0) } ?? .null), ("evidence", .number(outcome.evidence)),
  ])
}
