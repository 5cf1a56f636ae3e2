import Advice
import Assessing
import Reports
import RuleCompiler
import RuleModel

extension ExplainScreen {
  mutating func explain(_ rule: LinkedRule) {
    let truth = assessment.truth(ofRule: rule.id)
    screen.paragraph("\(say(en: "Rule", de: "Regel")) \(rule.id): \(word(truth))", .bold)
    screen.paragraph(say.title(of: rule.rule), indent: 2)
    screen.paragraph(say.reason(of: rule.rule), indent: 2)
    screen.heading(say(en: "Condition", de: "Bedingung"))
    tree(evaluator.trace(rule.condition), indent: 2)
    effects(of: rule, truth)
    sources(rule.rule.sources)
  }

  private mutating func effects(of rule: LinkedRule, _ truth: Truth) {
    screen.heading(
      truth == .yes
        ? say(en: "What it contributes", de: "Was sie beiträgt")
        : say(en: "What it would contribute", de: "Was sie beitragen würde")
    )
    let decision = rule.decision.flatMap { assessment.decision($0) }
    for (name, value) in grouped(rule.ratings.map { ($0.leaf, $0.value) }) {
      guard let decision, let criterion = rule.rule.criterion else { continue }
      contribution(of: rule.rule, value, criterion.id, to: name, decision)
    }
    for (name, _) in grouped(rule.excludedLeaves.map { ($0, true) }) {
      screen.paragraph(
        say(en: "rules out \(name)", de: "schliesst \(name) aus"),
        indent: 2,
        prefix: "✗ ",
        prefixPaint: .bad
      )
    }
    let questions = rule.confirmations.map { confirmation in
      (
        confirmation.leaf,
        say.question(confirmation.text, of: rule.rule) + clarification(rule.id, confirmation.leaf)
      )
    }
    for (name, question) in grouped(questions) {
      screen.paragraph("\(name): \(question)", indent: 2, prefix: "? ", prefixPaint: .ask)
    }
    for note in rule.rule.notes where say.mayShow(note.audience) {
      guard let text = say.shown(note.text) else { continue }
      screen.paragraph(text, indent: 2, prefix: "· ")
    }
  }

  /// One rating with the arithmetic behind its points.
  private mutating func contribution(
    of rule: Rule,
    _ rating: Rule.Rating.Value,
    _ criterion: String,
    to name: String,
    _ decision: AssessedDecision
  ) {
    guard case .points(let points) = rating else {
      screen.paragraph(
        say(
          en: "\(name): nothing is published; counts 0 and asks to confirm",
          de: "\(name): nichts veröffentlicht; zählt 0 und ist zu klären"
        ),
        indent: 2
      )
      return
    }
    let scale = catalogue.criterion(criterion)?.criterion.scale ?? 1
    let counted = decision.criteria.first { $0.id == criterion }
    let share = counted?.share ?? 0
    // The weights as they stand, not the rounded share: whoever calculates along must arrive at the same points.
    let all = decision.criteria.reduce(0) { $0 + $1.weight }
    let fraction = "\(say.number(counted?.weight ?? 0)) / \(say.number(all))"
    let net = rule.weight * points
    let value = 100 * share * Double(net) / Double(scale)
    let weight = say(en: "weight", de: "Gewicht")
    let word = say(en: "rating", de: "Bewertung")
    screen.paragraph(
      "\(name): \(weight) \(rule.weight) × \(word) \(say.number(Double(points))) = \(say.number(Double(net))); "
        + "100 × \(fraction) (\(say.criterion(criterion))) × \(say.number(Double(net))) / \(scale)",
      indent: 2,
      prefix: say.points(value).rightAligned(6) + "  ",
      prefixPaint: value < 0 ? .bad : .good
    )
  }

  /// Leaves with their values by name; an option stands for its leaves where all of them have the same value.
  private func grouped<Value: Equatable>(_ values: [(leaf: String, value: Value)]) -> [(name: String, value: Value)] {
    var done: Set<String> = []
    var result: [(name: String, value: Value)] = []
    for (leaf, value) in values where !done.contains(leaf) {
      let decision = catalogue.decision(ofOption: leaf)
      let family = decision?.leaves.first { $0.id == leaf }?.family ?? leaf
      let members = decision?.leaves.filter { $0.family == family }.map(\.id) ?? [leaf]
      let isWhole = members.allSatisfy { member in values.contains { $0.leaf == member && $0.value == value } }
      done.formUnion(isWhole ? members : [leaf])
      result.append((say.option(isWhole ? family : leaf), value))
    }
    return result
  }

  private func clarification(_ rule: String, _ leaf: String) -> String {
    let decision = catalogue.decision(ofOption: leaf)
    let found = assessment.profile.clarified.first { item in
      item.rule.id == rule && decision?.leaves(of: item.option.id).contains(leaf) == true
    }
    guard let found else { return "" }
    let text =
      found.holds ? say(en: " — confirmed", de: " — bestätigt") : say(en: " — does not hold", de: " — trifft nicht zu")
    return text + (found.note.map { " (\($0))" } ?? "")
  }

  private mutating func sources(_ names: [Name]) {
    let shown = names.compactMap { catalogue.source($0.id) }.filter { say.mayShow($0.audience) }
    guard !shown.isEmpty else { return }
    screen.heading(say(en: "Sources", de: "Quellen"))
    for source in shown {
      let dates = [
        source.published.map { say(en: "published \(say.date($0))", de: "veröffentlicht \(say.date($0))") },
        source.reviewed.map { say(en: "reviewed \(say.date($0))", de: "geprüft \(say.date($0))") },
      ].compactMap { $0 }
      let title = source.title.map { say.text($0) } ?? ""
      screen.paragraph(
        "\(source.id) \(title) (\(([say.status(source.status)] + dates).joined(separator: ", ")))",
        indent: 2
      )
      if let url = source.url { screen.paragraph(url, indent: 4, .link) }
    }
  }

  mutating func explain(_ fact: AssessedFact) {
    let origin =
      switch fact.origin {
      case .answered: say(en: "answered", de: "beantwortet")
      case .assumed: say(en: "assumed, since not answered", de: "angenommen, weil nicht beantwortet")
      case .derived: say(en: "computed from other answers", de: "aus anderen Angaben berechnet")
      case .unknown:
        fact.isAskedUnknown
          ? say(en: "asked, not known", de: "gefragt, nicht bekannt")
          : say(en: "not asked yet", de: "noch nicht gefragt")
      case .notApplicable: say(en: "not applicable", de: "nicht zutreffend")
      }
    screen.paragraph(
      "\(say.title(of: fact.fact.fact)) [\(fact.id)]: \(say.state(fact.state, of: fact.fact.fact)) (\(origin))",
      .bold
    )
    if let question = say.shown(fact.fact.fact.question) { screen.paragraph(question, indent: 2) }
    if let relevance = fact.fact.relevance {
      screen.heading(say(en: "It matters only if", de: "Sie zählt nur, wenn"))
      tree(evaluator.trace(relevance), indent: 2)
    }
    switch fact.fact.derivation {
    case .condition(let condition):
      screen.heading(say(en: "Computed from", de: "Berechnet aus"))
      tree(evaluator.trace(condition), indent: 2)
    case .cases(let cases, _):
      screen.heading(say(en: "Computed from", de: "Berechnet aus"))
      for part in cases {
        screen.paragraph("\(say.value(part.value, of: fact.fact.fact)):", indent: 2)
        tree(evaluator.trace(part.condition), indent: 4)
      }
    case .expression(let expression):
      screen.heading(say(en: "Computed from", de: "Berechnet aus"))
      expression.forEachFact { name in
        let part = catalogue.fact(name.id)
        let value = part.map { say.state(evaluator.state(ofFact: name.id), of: $0.fact) } ?? ""
        screen.paragraph("\(say.subject(.fact(name.id))): \(value) [\(name.id)]", indent: 2)
      }
    case nil: break
    }
    let users = catalogue.rules.filter { rule in
      var isUsed = false
      rule.condition.forEachComparison { if $0.subject == .fact(fact.id) { isUsed = true } }
      return isUsed
    }
    screen.heading(say(en: "Rules that look at it (\(users.count))", de: "Regeln, die sie betrachten (\(users.count))"))
    for rule in users {
      let truth = assessment.truth(ofRule: rule.id)
      screen.paragraph(
        "\(rule.id): \(say.title(of: rule.rule))",
        indent: 2,
        prefix: "\(mark(truth)) ",
        prefixPaint: paint(truth)
      )
    }
  }

  mutating func explain(_ decision: AssessedDecision) {
    screen.paragraph(decisionHeadline(decision, say).plainText, .bold)
    for remark in decisionRemarks(decision, say) { screen.paragraph(remark.text, indent: 2) }
    if let settlement = assessment.settlements[decision.id], let text = settledSentence(decision, settlement, say) {
      screen.paragraph(text, indent: 2)
    }
    if let condition = decision.decision.condition {
      screen.heading(say(en: "It is decided only if", de: "Sie wird nur getroffen, wenn"))
      tree(evaluator.trace(condition), indent: 2)
    }
    screen.heading(say(en: "Options", de: "Möglichkeiten"))
    for leaf in decision.leaves {
      let rank = leaf.rank.map { "\($0)." } ?? "✗"
      screen.paragraph(
        "\(say.option(leaf.id)) [\(leaf.id)]",
        indent: 2,
        prefix: "\(rank.rightAligned(3)) \(say.points(leaf.score).rightAligned(6))  "
      )
    }
    screen.paragraph(
      say(
        en: "\(say.percent(decision.evidence)) of what counts has spoken.",
        de: "\(say.percent(decision.evidence)) dessen, was zählt, hat gesprochen."
      ),
      indent: 2,
      .faint
    )
  }

  mutating func explain(option id: String) {
    guard let linked = catalogue.decision(ofOption: id), let decision = assessment.decision(linked.id) else { return }
    screen.paragraph("\(say.option(id)) [\(id)]", .bold)
    if let summary = say.shown(catalogue.option(id)?.summary) { screen.paragraph(summary, indent: 2) }
    let leaves = decision.leaves.filter { linked.leaves(of: id).contains($0.id) }
    for leaf in leaves {
      screen.blank()
      let place =
        leaf.rank.map { say(en: "rank \($0)", de: "Rang \($0)") } ?? say(en: "ruled out", de: "ausgeschlossen")
      screen.paragraph("\(say.option(leaf.id)): \(place), \(say.points(leaf.score))", .bold)
      for criterion in leaf.criteria {
        let own = leaf.contributions.filter { $0.criterion == criterion.id && $0.netPoints != 0 }
        guard !own.isEmpty else { continue }
        screen.paragraph(
          "\(say.criterion(criterion.id)) (\(criterion.net) / \(criterion.scale))",
          indent: 2,
          prefix: say.points(criterion.points).rightAligned(6) + "  ",
          .faint
        )
        for contribution in own {
          guard let rule = catalogue.rule(contribution.rule) else { continue }
          screen.paragraph(
            "\(say.title(of: rule.rule)) [\(rule.id)]",
            indent: 6,
            prefix: say.points(contribution.points).rightAligned(6) + "  ",
            prefixPaint: contribution.points < 0 ? .bad : .good
          )
        }
      }
      list(leaf.excludedBy, say(en: "Ruled out by", de: "Ausgeschlossen durch"), "✗ ")
      readmission(leaf)
      let bounds = assessment.settlements[linked.id]?.leaf(leaf.id)
      list(
        bounds?.possiblyExcludedBy ?? leaf.possiblyExcludedBy,
        say(en: "May be ruled out by", de: "Möglicherweise ausgeschlossen durch"),
        "? "
      )
      list(leaf.confirm.map(\.rule), say(en: "To be confirmed", de: "Zu klären"), "? ")
    }
  }

  /// For an excluded leaf: the answers that would have to change.
  private mutating func readmission(_ leaf: AssessedLeaf) {
    guard leaf.isExcluded, let relaxation = assessment.relaxation(of: leaf.id) else { return }
    screen.paragraph(say(en: "To readmit it:", de: "Damit es zulässig wird:"), indent: 2)
    let ways = relaxation.ways.filter { mayShow($0, say) }
    if ways.isEmpty { screen.paragraph(hopelessText(relaxation, say), indent: 4, prefix: "✗ ", prefixPaint: .bad) }
    for way in ways.prefix(3) {
      screen.paragraph(relaxationText(way, say), indent: 4, prefix: "↔ ", prefixPaint: .ask)
    }
  }

  private mutating func list(_ rules: [String], _ title: String, _ prefix: String) {
    guard !rules.isEmpty else { return }
    screen.paragraph("\(title):", indent: 2)
    for id in rules {
      guard let rule = catalogue.rule(id) else { continue }
      let answers = decidingAnswers(rule, evaluator, say).joined(separator: "; ")
      screen.paragraph("\(say.title(of: rule.rule)) [\(id)] (\(answers))", indent: 4, prefix: prefix)
    }
  }

  mutating func explain(_ criterion: LinkedCriterion) {
    let stated = assessment.profile.weights[criterion.id]
    screen.paragraph("\(say(en: "Criterion", de: "Kriterium")) \(say.criterion(criterion.id)) [\(criterion.id)]", .bold)
    if let description = say.shown(criterion.criterion.description) { screen.paragraph(description, indent: 2) }
    let weight = plain(stated ?? criterion.weight)
    screen.paragraph(
      stated == nil
        ? say(
          en: "Weight \(weight), the default of the packs; scale \(criterion.criterion.scale).",
          de: "Gewicht \(weight), Vorgabe der Regelpakete; Skala \(criterion.criterion.scale)."
        )
        : say(
          en: "Weight \(weight), stated in the profile; scale \(criterion.criterion.scale).",
          de: "Gewicht \(weight), im Profil festgelegt; Skala \(criterion.criterion.scale)."
        ),
      indent: 2
    )
    for decision in assessment.decisions {
      guard let share = decision.criteria.first(where: { $0.id == criterion.id })?.share else { continue }
      screen.paragraph("\(say.text(decision.decision.decision.title)): \(say.percent(share))", indent: 2)
    }
  }

  mutating func explainPart(_ id: String, _ title: String, _ condition: LinkedCondition?, _ truth: Truth) {
    screen.paragraph("\(title) [\(id)]: \(word(truth))", .bold)
    if let condition {
      tree(evaluator.trace(condition), indent: 2)
    } else {
      screen.paragraph(say(en: "It is always there.", de: "Immer dabei."), indent: 2)
    }
  }
}
