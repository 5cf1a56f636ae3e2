package import Assessing
import Diagnostics
import RuleCompiler
import RuleModel

/// The page of `packs coverage`: every rule with marks beside its comparisons.
package struct CoveragePage {
  private let coverage: Coverage
  private let say: Phrasing
  private let words: CoverageWords

  /// The whole file. Equal coverage gives equal bytes.
  package static func render(_ coverage: Coverage, _ say: Phrasing) -> String {
    let page = CoveragePage(coverage: coverage, say: say, words: CoverageWords(say))
    let packs = say.catalogue.packs.map { "\($0.id) \($0.manifest.version) (sha256 \($0.digest.prefix(12)))" }
    return WorkbenchPage.render(
      title: "Coverage of the rule packs",
      subtitle: "What \(page.words.tests(coverage.tests)) of the packs reach with effect",
      generator: "advisor \(engineVersion) · \(packs.joined(separator: " · "))"
    ) { page.content(into: &$0) }
  }

  private func content(into page: inout WorkbenchPage) {
    page.paragraph(
      "A comparison counts as reached if its contrary, in the world of a test, would make its condition true or no longer "
        + "true, and people would see a difference: a score, an exclusion that no other rule makes, a confirmation, a note, "
        + "an outcome, a step. The numbers beside a comparison count the tests in which that is so."
    )
    summary(into: &page)
    for pack in coverage.packs {
      let own = coverage.conditions.filter { $0.pack == pack }
      page.heading("Rules of \(pack)", id: "rules-\(pack.slug)")
      for condition in own where condition.owner == .rule { item(condition, into: &page) }
    }
    let others = coverage.conditions.filter { $0.owner != .rule }
    if !others.isEmpty {
      page.heading("Components, steps, derived facts and other conditions", id: "others")
      for condition in others { item(condition, into: &page) }
    }
    values(into: &page)
  }

  private func summary(into page: inout WorkbenchPage) {
    func text(_ reached: Reached) -> String { reached.total == 0 ? "–" : "\(reached.count) of \(reached.total)" }
    func row(_ name: String, _ summary: Coverage.Summary) -> [String] {
      [
        name, text(summary.rules), text(summary.branches), text(summary.choices), text(summary.sides),
        text(summary.others),
      ]
    }
    page.table(
      ["Pack", "Rules", "Branches of rules", "Choices", "Sides of thresholds", "Other branches"],
      numbers: [1, 2, 3, 4, 5],
      coverage.packs.map { row($0, coverage.summary(of: $0)) } + [row("All", coverage.summary(of: nil))]
    )
  }

  // MARK: Conditions

  private func item(_ condition: ConditionCoverage, into page: inout WorkbenchPage) {
    page.block("div", ["class": "item"]) { page in
      page.block("h3") { page in
        page.writer.text(title(of: condition) + " ")
        if condition.isTrueWithEffect > 0 {
          page.badge("true with effect in \(words.tests(condition.isTrueWithEffect))", .positive)
        } else if condition.isTrue > 0 {
          page.badge("true without effect", .caution)
        } else {
          page.badge("true in no test", .negative)
        }
      }
      let place = condition.span.map { " · \($0.file.name):\($0.start.line)" } ?? ""
      page.paragraph("\(condition.owner.rawValue) \(condition.id)\(place)", class: "place")
      page.block("div", ["class": "marked"]) { page in
        var next = 0
        marked(condition.condition, condition.comparisons, &next, depth: 0, into: &page)
      }
    }
  }

  private func title(of condition: ConditionCoverage) -> String {
    let catalogue = say.catalogue
    let title: LocalizedText? =
      switch condition.owner {
      case .rule: catalogue.rule(condition.id)?.rule.title
      case .derivation, .relevance: catalogue.fact(condition.id).flatMap { $0.fact.title ?? $0.fact.question }
      case .decision: catalogue.decision(condition.id)?.decision.title
      case .contradiction: catalogue.contradictions.first { $0.item.id == condition.id }?.item.text
      case .component: catalogue.component(condition.id)?.item.title
      case .step: catalogue.step(condition.id)?.item.title
      case .price: catalogue.prices.first { $0.item.id == condition.id }?.item.title
      }
    return title.map { say.text($0) } ?? condition.id
  }

  /// A condition as lines, indented by depth; the comparisons with their marks.
  private func marked(
    _ condition: LinkedCondition,
    _ comparisons: [ComparisonCoverage],
    _ next: inout Int,
    depth: Int,
    into page: inout WorkbenchPage
  ) {
    switch condition {
    case .all(let parts):
      joint("all of:", depth, into: &page)
      for part in parts { marked(part, comparisons, &next, depth: depth + 1, into: &page) }
    case .any(let parts):
      joint("one of:", depth, into: &page)
      for part in parts { marked(part, comparisons, &next, depth: depth + 1, into: &page) }
    case .not(let part):
      joint("not:", depth, into: &page)
      marked(part, comparisons, &next, depth: depth + 1, into: &page)
    case .comparison:
      let comparison = comparisons[next]
      next += 1
      let reached = (comparison.mattersTrue > 0 ? 1 : 0) + (comparison.mattersFalse > 0 ? 1 : 0)
      let state = ["missed", "partly", "reached"][reached]
      page.block("div", ["class": "said \(state) \(indent(depth))"]) { page in
        page.writer.text(say.comparison(comparison.comparison) + " ")
        page.writer.element("code", text: words.identified(comparison.comparison))
      }
      mark("true", comparison.isTrue, comparison.mattersTrue, into: &page)
      mark("false", comparison.isFalse, comparison.mattersFalse, into: &page)
    }
  }

  private func joint(_ text: String, _ depth: Int, into page: inout WorkbenchPage) {
    page.block("div", ["class": "joint \(indent(depth))"]) { $0.writer.text(text) }
  }

  private func indent(_ depth: Int) -> String { depth == 0 ? "" : "in-\(min(depth, 4))" }

  private func mark(_ side: String, _ seen: Int, _ matters: Int, into page: inout WorkbenchPage) {
    page.element("div") { page in
      if matters > 0 {
        page.badge("✓ \(side): \(matters)", .positive)
      } else if seen > 0 {
        page.badge("○ \(side): no effect", .caution)
      } else {
        page.badge("✗ never \(side)", .negative)
      }
    }
  }

  // MARK: Values

  private func values(into page: inout WorkbenchPage) {
    if !coverage.choices.isEmpty {
      page.heading("Choices that rules name", id: "choices")
      page.table(
        ["Choice", "Tests that answer with it", "With effect"],
        numbers: [1, 2],
        coverage.choices.map { ["\($0.fact) = \($0.choice)", "\($0.isAnswered)", mark($0.matters)] }
      )
    }
    if !coverage.thresholds.isEmpty {
      page.heading("Thresholds", id: "thresholds")
      page.table(
        ["Threshold", "Lower side", "Upper side"],
        coverage.thresholds.map { threshold in
          let sides = words.sides(of: threshold)
          return [
            "\(threshold.fact) \(words.operand(threshold.threshold, of: threshold.fact))",
            "\(sides.below): \(mark(threshold.below))", "\(sides.above): \(mark(threshold.above))",
          ]
        }
      )
    }
  }

  private func mark(_ count: Int) -> String { count > 0 ? "✓ \(count)" : "✗ never" }
}
