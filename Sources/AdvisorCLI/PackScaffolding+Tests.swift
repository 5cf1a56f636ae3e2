import Assessing
import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

/// The work of `packs new test`.
extension Session {
  /// A test of what comes out today, for the answers of a rule or of a profile; nil after reporting.
  mutating func testScaffold(
    _ settings: PacksNewSettings,
    _ templates: Templates,
    _ catalogue: Catalogue
  ) throws(TemplateProblem) -> Scaffold? {
    guard isNew(settings, catalogue) else { return nil }
    var answers: [JSONText.Member] = []
    var rule: String?
    var name: String?
    var profile = Profile(title: settings.name)
    if let path = settings.profile {
      guard let file = read(path), let document = parseJSON(file, into: &log),
        let found = decodeProfile(document, into: &log), !log.hasErrors
      else { return nil }
      profile = found
      let last = path.split(separator: "/").last.map(String.init) ?? path
      name = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    }
    if settings.profile == nil || settings.rule != nil {
      guard let found = try templates.answersForTest(of: settings.rule, applies: !settings.isContrary) else {
        throw .nothing(
          kind: settings.isContrary ? "rule that a test can keep from being true" : "rule that a test can reach"
        )
      }
      rule = found.rule
      answers = found.answers
      let text = JSONLayout().text(
        .object([.init("format", .scalar("1")), .init("title", .string("test")), .init("answers", .object(answers))])
      )
      guard let document = parseJSON(SourceFile(name: "the new test", text: text), into: &log),
        let given = decodeProfile(document, into: &log)
      else { return nil }
      profile.answers =
        profile.answers.filter { old in !given.answers.contains { $0.fact == old.fact } } + given.answers
    }
    let assessment = assess(link(profile, with: catalogue, into: &log), compile(catalogue), date: profile.date)
    if log.hasErrors { return nil }
    if let id = rule, assessment.ruleTruths[id] != (settings.isContrary ? .no : .yes) { rule = nil }
    // What stays open is told only of the decision that the rule is about: a longer test breaks more often, and says no more.
    let about = rule.flatMap { catalogue.rule($0)?.decision }
    var outcomes = assessment.decisions.filter { $0.applicable == .yes }.map { ($0.decision.id, $0.recommended) }
    if outcomes.contains(where: { $0.1 != nil }) || rule != nil {
      outcomes = outcomes.filter { $0.1 != nil || $0.0 == about }
    }
    return Templates.test(
      settings.name,
      profile: name,
      answers: answers,
      outcomes: outcomes,
      rule: rule.map { ($0, !settings.isContrary) }
    )
  }

  /// Whether the test would say anything that no other test says already; reports if not.
  ///
  /// The answers of a template follow from its rule, so that a second test of it would be the first once more.
  private mutating func isNew(_ settings: PacksNewSettings, _ catalogue: Catalogue) -> Bool {
    guard let rule = settings.rule else {
      if !settings.isContrary { return true }
      log.error("missing-rule", "it must be said which rule must be false", at: nil, help: "add --rule with its id")
      return false
    }
    guard settings.profile == nil else { return true }
    func test(applies: Bool) -> PackTest? {
      catalogue.tests.first { test in
        test.profile == nil
          && (applies ? test.expect.applies : test.expect.appliesNot).contains { $0.id == rule }
      }
    }
    guard let other = test(applies: !settings.isContrary) else { return true }
    let hasContrary = test(applies: settings.isContrary) != nil
    log.error(
      "expected-already",
      "test \(quoted(other.name)) expects rule '\(rule)' to be \(settings.isContrary ? "false" : "true") already",
      at: other.span,
      help: hasContrary
        ? "start from other answers with --profile, or copy that test"
        : settings.isContrary
          ? "leave out --not for a test in which it is true" : "add --not for a test in which it must be false"
    )
    return false
  }
}
