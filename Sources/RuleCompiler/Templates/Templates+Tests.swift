package import LocatedJSON
import RuleModel

extension Templates {
  /// Answers that make a rule of the pack true, or false, for a test of it: the rule wished for, else the first one that no
  /// test expects so and that a test can reach. Nil if there is no such rule.
  ///
  /// - Parameter applies: whether the rule is to be true.
  package func answersForTest(
    of wish: String?,
    applies: Bool = true
  ) throws(TemplateProblem) -> (rule: String, answers: [JSONText.Member])? {
    let own = catalogue.rules.filter { $0.rule.header.pack == pack }
    var candidates = own
    if let wish {
      let id = try pick(wish, "rule", own.map(\.id))
      candidates = own.filter { $0.id == id }
    } else {
      let expected = Set(catalogue.tests.flatMap { (applies ? $0.expect.applies : $0.expect.appliesNot).map(\.id) })
      candidates = own.filter { !expected.contains($0.id) } + own.filter { expected.contains($0.id) }
    }
    let rules = compile(catalogue)
    for rule in candidates {
      guard let register = rules.ruleRegisters[rule.id] else { continue }
      var reasoner = Reasoner(rules)
      guard let witness = reasoner.solve([(register, applies ? .yes : .no)]).witness, !witness.assumesOutcomes,
        witness.today == nil
      else {
        continue
      }
      let asked = witness.answers.filter { catalogue.fact($0.key)?.derivation == nil }
      return (
        rule.id,
        asked.sorted { idPrecedes($0.key, $1.key) }.map { id, value in
          .init(id, answer(value, of: catalogue.fact(id)?.fact))
        }
      )
    }
    return nil
  }

  private func answer(_ value: FactValue, of fact: Fact?) -> JSONText {
    switch value {
    case .boolean(let flag): .scalar(flag ? "true" : "false")
    case .choice(let id): .string(id)
    case .choices(let ids): .array(ids.sorted(by: idPrecedes).map { .string($0) })
    case .number(let number, _) where fact?.kind == .date: .string("\(CalendarDate(days: Int(number)))")
    case .number(let number, _): JSONText(.number(number))
    }
  }

  /// A test with what came out.
  ///
  /// - Parameters:
  ///   - name: a sentence.
  ///   - profile: the file name of a profile, without its ending.
  ///   - outcomes: by decision; nil for none.
  ///   - rule: a rule that must be true, or must be false.
  package static func test(
    _ name: String,
    profile: String?,
    answers: [JSONText.Member],
    outcomes: [(decision: String, option: String?)],
    rule: (id: String, applies: Bool)?
  ) -> Scaffold {
    var members: [JSONText.Member] = [.init("name", .string(name))]
    if let profile { members.append(.init("profile", .string(profile))) }
    if !answers.isEmpty { members.append(.init("answers", .object(answers))) }
    var expect: [JSONText.Member] = []
    if !outcomes.isEmpty {
      expect.append(
        .init(
          "decisions",
          .object(outcomes.map { .init($0.decision, $0.option.map { .string($0) } ?? .scalar("null")) })
        )
      )
    }
    if let rule { expect.append(.init(rule.applies ? "applies" : "appliesNot", .array([.string(rule.id)]))) }
    members.append(.init("expect", .object(expect)))
    return Scaffold([("tests", .object(members))])
  }
}
