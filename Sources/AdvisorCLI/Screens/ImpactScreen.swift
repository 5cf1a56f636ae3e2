import Assessing
import Diagnostics
import Reports
import RuleCompiler

/// The impact in words: cases first, then what the packs say differently.
struct ImpactScreen {
  var screen: Screen
  let words = ImpactWords()

  mutating func show(_ impact: Impact, all: Bool) {
    screen.line(screen.painted(words.profiles(impact.replays.count), .bold))
    for line in words.summary(impact) { screen.paragraph(line, indent: 2) }
    for replay in impact.replays where all || (replay.isAffected && replay.outcome != .renamed) { show(replay) }
    let renamed = all ? [] : impact.replays.filter { $0.outcome == .renamed }
    if !renamed.isEmpty { screen.heading("Only ids are other ones for") }
    for replay in renamed { screen.paragraph(words.renamed(replay), indent: 2) }
    screen.heading("What the packs say differently")
    if impact.difference.isEmpty { screen.paragraph("nothing", indent: 2) }
    for line in words.summary(impact.difference) { screen.paragraph(line, indent: 2) }
    for item in impact.difference.items { show(item, all: all) }
  }

  /// What two versions of the packs say differently, without cases.
  mutating func show(_ difference: PackDifference) {
    screen.heading("What the packs say differently")
    if difference.isEmpty { screen.paragraph("nothing", indent: 2) }
    for item in difference.items { show(item, all: false) }
  }

  private mutating func show(_ replay: ProfileReplay) {
    screen.heading("\(replay.title) (\(replay.name))")
    if let failure = replay.failure {
      screen.paragraph("cannot be read by the \(failure.side.rawValue) packs:", indent: 2, .bad)
      for problem in failure.problems { screen.paragraph(problem.summary, indent: 4) }
    }
    if !replay.isAffected { screen.paragraph("nothing changes", indent: 2, .faint) }
    for decision in replay.decisions where decision.effect != .same || !decision.changes.isEmpty { show(decision) }
    for renaming in replay.renamed { screen.paragraph(words.renamed(renaming), indent: 2) }
    for dropped in replay.dropped {
      screen.paragraph(words.dropped(dropped), indent: 2, prefix: "! ", prefixPaint: .ask)
    }
    if !replay.addedSteps.isEmpty {
      screen.paragraph("new on the checklist: \(replay.addedSteps.joined(separator: ", "))", indent: 2)
    }
    if !replay.removedSteps.isEmpty {
      screen.paragraph("no longer on the checklist: \(replay.removedSteps.joined(separator: ", "))", indent: 2)
    }
  }

  private mutating func show(_ decision: DecisionImpact) {
    let fixed = decision.isDecidedByProfile ? " (fixed by the profile all the same)" : ""
    let paint: Screen.Paint = decision.effect.isFlip ? .bad : decision.effect == .moves ? .faint : .ask
    screen.paragraph("\(decision.id) \(decision.effect.words)\(fixed)", indent: 2, paint)
    screen.paragraph(words.outcome(decision.old), indent: 4, prefix: "- ", prefixPaint: .bad)
    screen.paragraph(words.outcome(decision.new), indent: 4, prefix: "+ ", prefixPaint: .good)
    // A mere move has many fathers; the strongest say enough here, and --format json has them all.
    let shown = decision.effect == .moves ? 3 : 8
    for cause in decision.causes.prefix(shown) { screen.paragraph(words.cause(cause), indent: 4, prefix: "· ") }
    if decision.causes.count > shown {
      screen.paragraph("and \(decision.causes.count - shown) more", indent: 6, .faint)
    }
    for change in decision.changes {
      screen.paragraph(words.change(change), indent: 4, prefix: "! ", prefixPaint: .ask)
    }
  }

  private mutating func show(_ item: ItemDifference, all: Bool) {
    let former = item.formerID.map { " (was \($0))" } ?? ""
    let mark = [.added: "+ ", .removed: "- ", .changed: "~ "][item.change] ?? ""
    screen.paragraph("\(item.kind.rawValue) \(item.id)\(former)", indent: 2, prefix: mark, .bold)
    for aspect in item.aspects {
      let excerpt = all ? (aspect.old, aspect.new) : words.excerpt(aspect)
      guard max(excerpt.0?.count ?? 0, excerpt.1?.count ?? 0) > 40 else {
        screen.paragraph("\(aspect.name): \(excerpt.0 ?? "–") → \(excerpt.1 ?? "–")", indent: 6)
        continue
      }
      screen.paragraph("\(aspect.name):", indent: 6)
      if let old = excerpt.0 { screen.paragraph(old, indent: 8, prefix: "- ", prefixPaint: .bad) }
      if let new = excerpt.1 { screen.paragraph(new, indent: 8, prefix: "+ ", prefixPaint: .good) }
    }
  }
}
