import Diagnostics

/// What the risk rules of a question come to when the first true one counts, and `default` where none of the others is
/// true, wherever it stands.
///
/// The format asks for a `default` per question and does not say that it must be the last one; editors of lenses write it in
/// the place of its risk. Taken as a condition that is always true, it would make the rules behind it worthless, which
/// nobody means.
struct RiskOutcomes {
  /// A risk rule that some answer reaches.
  struct Outcome {
    /// Its place in the lens, from 1.
    let number: Int
    let rule: Lens.RiskRule
    let risk: Lens.Risk
    /// True exactly when the rule is the first true one.
    let condition: RiskCondition
    /// Whether it holds wherever no rule in front of it does.
    let isDefault: Bool
  }

  let outcomes: [Outcome]

  /// True exactly when the first true rule is a high or a medium risk.
  var atRisk: RiskCondition {
    .any(of: outcomes.filter { $0.risk != .none }.map(\.condition))
  }

  /// Reports what no answer reaches, answers that reach nothing, and a `default` in front of other rules.
  init(of question: Lens.Question, into log: inout DiagnosticLog) {
    var outcomes: [Outcome] = []
    var earlier: [RiskCondition] = []
    let places = Array(question.rules.enumerated())
    let others = places.filter { !$0.element.isDefault }
    for (place, rule) in places where rule.isDefault && others.contains(where: { $0.offset > place }) {
      log.warning(
        "import-default-in-front",
        "'default' stands in front of other rules; it is taken for the answers that none of them takes",
        at: rule.span,
        help: "put it at the end, so that everybody reads it so"
      )
    }
    for (place, rule) in others + places.filter({ $0.element.isDefault }) {
      let exact = RiskCondition.all(of: [rule.condition, RiskCondition.any(of: earlier).negated])
      guard exact.satisfiability != .never else {
        Self.reportUnreachable(rule, isFirstDefault: !earlier.contains(.constant(true)), into: &log)
        continue
      }
      if let risk = rule.risk {
        outcomes.append(
          Outcome(
            number: place + 1,
            rule: rule,
            risk: risk,
            condition: exact,
            isDefault: rule.condition == .constant(true)
          )
        )
      }
      earlier.append(rule.condition)
    }
    self.outcomes = outcomes.sorted { $0.number < $1.number }
    Self.reportGap(behind: earlier, of: question, into: &log)
  }

  private static func reportUnreachable(_ rule: Lens.RiskRule, isFirstDefault: Bool, into log: inout DiagnosticLog) {
    if rule.condition == .constant(true), isFirstDefault {
      log.report(
        Diagnostic(
          .note,
          code: "import-unreachable-rule",
          "the rules in front cover every answer, so that 'default' is never needed; it is not carried over",
          at: rule.span,
          help: "remove it from the lens, or look whether one of the others says too much"
        )
      )
      return
    }
    let isNever = rule.condition.satisfiability == .never
    log.warning(
      "import-unreachable-rule",
      isNever
        ? "no answer makes this condition true; the rule is not carried over"
        : "every answer that makes this true already reaches a rule in front of it; the rule is not carried over",
      at: rule.span,
      help: isNever ? "mend the condition in the lens" : "put the rule further to the front"
    )
  }

  private static func reportGap(
    behind conditions: [RiskCondition],
    of question: Lens.Question,
    into log: inout DiagnosticLog
  ) {
    guard question.areAllRules, !question.rules.contains(where: { $0.condition == .constant(true) }) else { return }
    let gap = RiskCondition.any(of: conditions).negated.satisfiability
    guard gap != .never else {
      log.report(
        Diagnostic(
          .note,
          code: "import-missing-default",
          "there is no risk rule 'default'; the others cover every answer",
          at: question.rulesSpan,
          help: "add { \"condition\": \"default\", \"risk\": … } if that may change"
        )
      )
      return
    }
    var example = ""
    if case .by(let chosen) = gap {
      let ids = chosen.sorted().map { quoted(question.choices[$0].id) }
      example = ", for example " + (ids.isEmpty ? "where nothing is chosen" : ids.joined(separator: " and "))
    }
    log.warning(
      "import-missing-default",
      "some answers reach no risk rule\(example); they give no note",
      at: question.rulesSpan,
      help: "add { \"condition\": \"default\", \"risk\": … } as the last one"
    )
  }
}
