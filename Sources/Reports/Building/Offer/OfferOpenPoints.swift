import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  var openPointsTitle: String { say(en: "Assumptions and open points", de: "Annahmen und offene Punkte") }

  /// What is taken as given; what is still to be said by the customer and by us; and what nobody has weighed.
  mutating func offerOpenPoints(_ main: AssessedDecision?, _ decisions: [AssessedDecision]) -> ReportSection? {
    var blocks: [ReportBlock] = []
    for item in assessment.contradictions where say.mayShow(item.text.audience) {
      blocks.append(.callout(Callout(.warning, blocks: [.paragraph(RichText(plain: say.text(item.text)))])))
    }
    blocks += offerAssumptions(main)
    let questions = offerQuestions()
    if !questions.isEmpty {
      let title = say(en: "What we would still like to know from you", de: "Das möchten wir von Ihnen noch wissen")
      blocks += [.paragraph("\(strong: title)"), .list(questions.map { RichText(plain: $0) })]
    }
    blocks += pointsToClarify(main, decisions)
    let requirements = profile.requirements.compactMap { say.shown($0.text) }
    if !requirements.isEmpty {
      let title = say(en: "You also asked for this.", de: "Das haben Sie ausserdem verlangt.")
      let told = say(
        en: "We have not yet assessed it and will discuss it with you:",
        de: "Wir haben es noch nicht bewertet und besprechen es mit Ihnen:"
      )
      blocks += [.paragraph("\(strong: title) \(told)"), .list(requirements.map { RichText(plain: $0) })]
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(id: "open-points", title: openPointsTitle, blocks: blocks)
  }

  /// Questions whose answers can still change something.
  func offerQuestions() -> [String] {
    (questionsWorthAsking(assessment, say, limit: Self.mostQuestions) ?? []).map { capitalised($0) }
  }

  // MARK: For us

  /// A question to the provider, and the decision that it is about.
  private struct Point {
    let decision: AssessedDecision
    let question: String
    let sources: [Name]
  }

  /// What nobody publishes: all of it while that is short, else what is about the platform, the service level and support,
  /// and how much there is besides.
  private mutating func pointsToClarify(
    _ main: AssessedDecision?,
    _ decisions: [AssessedDecision]
  ) -> [ReportBlock] {
    var points: [Point] = []
    for decision in decisions {
      for item in recommendation.confirmations where item.decision == decision.id {
        let question = bare(item, about: decision, main)
        if points.contains(where: { $0.decision.id == decision.id && $0.question == question }) { continue }
        points.append(Point(decision: decision, question: question, sources: item.rule.sources))
      }
    }
    guard !points.isEmpty else { return [] }
    let title = say(en: "What we settle before the contract", de: "Das klären wir vor dem Vertrag")
    var blocks: [ReportBlock] = [.paragraph("\(strong: title)")]
    let first = [main?.id].compactMap { $0 } + SharedNames.decisions
    let urgent = points.filter { first.contains($0.decision.id) }
    let shown = points.count <= Self.mostPoints ? points : Array(urgent.prefix(Self.mostPoints))
    let left = points.filter { point in
      !shown.contains { $0.decision.id == point.decision.id && $0.question == point.question }
    }
    let own = shown.filter { $0.decision.id == main?.id }
    var rows = own.map { row($0, named: false) }
    if let option = main?.recommended, !rows.isEmpty {
      let name = say.option(option)
      blocks.append(.paragraph(RichText(plain: say(en: "On \(name):", de: "Zu \(name):"))))
      blocks.append(.list(rows))
      rows = []
    }
    rows += shown.filter { $0.decision.id != main?.id }.map { row($0, named: true) }
    if !left.isEmpty { rows.append(RichText(plain: rest(left))) }
    if !rows.isEmpty {
      if !own.isEmpty {
        let others = say(en: "On the other decisions:", de: "Zu den weiteren Entscheidungen:")
        blocks.append(.paragraph(RichText(plain: others)))
      }
      blocks.append(.list(rows))
    }
    return blocks
  }

  private mutating func row(_ point: Point, named: Bool) -> RichText {
    let notes = citeFirst(point.sources)
    // A question that names its subject needs no second one.
    let subject = named && !point.question.contains(": ") ? say.text(point.decision.decision.decision.title) + ": " : ""
    return "\(subject)\(point.question)\(footnotes: notes)"
  }

  /// "and 3 more (Relational database, Messaging)"
  private func rest(_ points: [Point]) -> String {
    var names: [String] = []
    for point in points {
      let name = say.text(point.decision.decision.decision.title)
      if !names.contains(name) { names.append(name) }
    }
    let about = names.joined(separator: ", ")
    if points.count == 1 { return say(en: "and one more (\(about))", de: "und ein weiterer Punkt (\(about))") }
    return say(en: "and \(points.count) more (\(about))", de: "und \(points.count) weitere (\(about))")
  }

  /// A question without the name of the option that it stands under.
  private func bare(
    _ item: AdvisedConfirmation,
    about decision: AssessedDecision,
    _ main: AssessedDecision?
  ) -> String {
    let question = say.question(item.text, of: item.rule)
    let options = [decision.recommended, item.leaf, main?.recommended, main?.variant].compactMap { $0 }
    for name in options.map({ say.option($0) + ": " }) where question.hasPrefix(name) {
      return capitalised(String(question.dropFirst(name.count)))
    }
    return capitalised(question)
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// So many that the customer answers them, and no more.
  private static let mostQuestions = 6
  /// So many that they fit the page.
  private static let mostPoints = 6
}
