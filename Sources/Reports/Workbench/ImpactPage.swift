package import Assessing
import Diagnostics
import RuleCompiler
import RuleModel

/// The page of `packs impact`: what changes for past cases, then what the packs say differently.
package struct ImpactPage {
  private let impact: Impact
  private let words = ImpactWords()

  /// The whole file. Equal impacts give equal bytes.
  ///
  /// - Parameters:
  ///   - old: the name of the old version, as people gave it.
  ///   - new: that of the new one.
  package static func render(_ impact: Impact, old: String, new: String) -> String {
    let page = ImpactPage(impact: impact)
    let digests = [("old", impact.old), ("new", impact.new)].map { side, rules in
      "\(side): "
        + rules.catalogue.packs.map { "\($0.id) \($0.manifest.version) (\($0.digest.prefix(12)))" }
        .joined(separator: ", ")
    }
    return WorkbenchPage.render(
      title: "Impact of a new version of the packs",
      subtitle: "From \(old) to \(new), replayed over \(page.words.profiles(impact.replays.count))",
      generator: "advisor \(engineVersion) · \(digests.joined(separator: " · "))"
    ) { page.content(into: &$0) }
  }

  private init(impact: Impact) { self.impact = impact }

  private func content(into page: inout WorkbenchPage) {
    page.heading("In short", id: "summary")
    let cases = words.summary(impact)
    page.list(cases.isEmpty ? ["no profile was replayed"] : cases)
    let items = words.summary(impact.difference)
    page.paragraph(items.isEmpty ? "The packs say the same in both versions." : "Items that differ:")
    if !items.isEmpty { page.list(items) }
    page.heading("Profiles", id: "profiles")
    for replay in impact.replays where replay.isAffected && replay.outcome != .renamed {
      self.replay(replay, into: &page)
    }
    let renamed = impact.replays.filter { $0.outcome == .renamed }
    if !renamed.isEmpty {
      page.paragraph("Only ids are other ones for:")
      page.list(renamed.map { words.renamed($0) })
    }
    let same = impact.replays.filter { !$0.isAffected }
    if !same.isEmpty {
      page.paragraph("Nothing becomes different for:")
      page.list(same.map { "\($0.title) (\($0.name))" })
    }
    page.heading("What the packs say differently", id: "difference")
    for item in impact.difference.items { self.item(item, into: &page) }
  }

  // MARK: Profiles

  private func replay(_ replay: ProfileReplay, into page: inout WorkbenchPage) {
    page.block("div", ["class": "item"]) { page in
      page.block("h3") { page in
        page.writer.text(replay.title + " ")
        if let failure = replay.failure {
          page.badge("not readable by the \(failure.side.rawValue) packs", .negative)
        }
        for decision in replay.decisions where decision.effect != .same {
          page.badge("\(decision.id): \(decision.effect.words)", decision.effect.badge)
          page.writer.text(" ")
        }
      }
      page.paragraph(replay.name, class: "place")
      for decision in replay.decisions where decision.effect != .same || !decision.changes.isEmpty {
        self.decision(decision, into: &page)
      }
      var notes = replay.failure?.problems.map(\.summary) ?? []
      notes += replay.renamed.map { words.renamed($0) }
      notes += replay.dropped.map { words.dropped($0) }
      if !replay.addedSteps.isEmpty {
        notes.append("new on the checklist: \(replay.addedSteps.joined(separator: ", "))")
      }
      if !replay.removedSteps.isEmpty {
        notes.append("no longer on the checklist: \(replay.removedSteps.joined(separator: ", "))")
      }
      if !notes.isEmpty { page.list(notes) }
    }
  }

  private func decision(_ decision: DecisionImpact, into page: inout WorkbenchPage) {
    page.block("dl", ["class": "aspects"]) { page in
      page.writer.element("dt", text: decision.id)
      page.element("dd") { page in
        page.writer.element("del", text: words.outcome(decision.old))
        page.writer.text(" → ")
        page.writer.element("ins", text: words.outcome(decision.new))
        if decision.isDecidedByProfile { page.writer.text(" (fixed by the profile all the same)") }
      }
      for cause in decision.causes {
        page.writer.element("dt", text: "because")
        page.writer.element("dd", text: words.cause(cause))
      }
      for change in decision.changes {
        page.writer.element("dt", text: "also")
        page.writer.element("dd", text: words.change(change))
      }
    }
  }

  // MARK: Differences

  private func item(_ item: ItemDifference, into page: inout WorkbenchPage) {
    page.block("div", ["class": "item"]) { page in
      page.block("h3") { page in
        page.writer.text("\(item.kind.rawValue) \(item.id) ")
        page.badge(item.change.rawValue, item.change.badge)
      }
      let place = item.span.map { "\($0.file.name):\($0.start.line)" } ?? ""
      page.paragraph("\(item.pack) · \(place)", class: "place")
      let aspects = (item.formerID.map { [ItemDifference.Aspect.renamed(from: $0, to: item.id)] } ?? []) + item.aspects
      if aspects.isEmpty { return }
      page.block("dl", ["class": "aspects"]) { page in
        for aspect in aspects {
          page.writer.element("dt", text: aspect.name)
          page.element("dd") { page in
            if let old = aspect.old { page.writer.element("del", text: old) }
            if aspect.old != nil && aspect.new != nil { page.writer.text(" → ") }
            if let new = aspect.new { page.writer.element("ins", text: new) }
          }
        }
      }
    }
  }
}

extension DecisionImpact.Effect {
  fileprivate var badge: BadgeKind {
    switch self {
    case .flips, .opens, .removed: .negative
    case .variant, .moves: .caution
    case .closes, .added: .info
    case .same: .neutral
    }
  }
}

extension ItemDifference.Change {
  fileprivate var badge: BadgeKind {
    switch self {
    case .added: .positive
    case .removed: .negative
    case .changed: .caution
    }
  }
}
