import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport

@testable import Assessing

/// An interview with somebody who answers what a profile says, and what is likely where it says nothing; below the
/// terminal, in the order in which the interview asks.
struct ReplayedInterview {
  let rules: CompiledRules
  /// The profile without its answers.
  private let start: LinkedProfile
  /// All answers that somebody would give.
  private let complete: [String: FactValue]
  private(set) var now: Assessment
  private(set) var seen: Foreseen
  private(set) var course = InterviewCourse(.decisive)
  private(set) var asked: [Int] = []

  init(_ members: JSONValue, _ rules: CompiledRules) throws {
    let (profile, log) = try rules.profile(members)
    if log.hasErrors { throw UnexpectedProblems(log) }
    var answers = profile.answers
    for linked in rules.catalogue.facts where linked.derivation == nil && answers[linked.id] == nil {
      answers[linked.id] = likelyAnswer(to: linked.fact, today: profile.profile.date)
    }
    self.rules = rules
    complete = answers
    start = profile.with([:])
    now = assess(start, rules)
    seen = foresee(now)
  }

  /// The questions that apply once all are answered.
  var relevant: Int {
    let end = assess(start.with(complete), rules)
    let unsettled = end.decisions.map { _ in DecisionOutlook(isSettled: false, isVariantSettled: false) }
    return QuestionSheet(end, unsettled, gains: [:], audience: .internal).questions.count { $0.standing == .answered }
  }

  var sheet: QuestionSheet {
    QuestionSheet(now, seen.outlooks, gains: seen.gains, pursuing: seen.pursued, audience: .internal)
  }

  func isSettled(_ decision: String) -> Bool {
    zip(now.decisions, seen.outlooks).contains { $0.id == decision && $1.isSettled }
  }

  /// Answers the next question.
  ///
  /// - Returns: the question as it stood when it was asked; nil if none is left.
  mutating func answerNext() -> QuestionSheet.Question? {
    let sheet = sheet
    guard case .ask(let fact, _) = nextStep(sheet, course), let question = sheet[fact: fact] else { return nil }
    course.group = question.group
    asked.append(fact)
    let given = Set(asked.map { rules.catalogue.facts[$0].id })
    let next = assess(start.with(complete.filter { given.contains($0.key) }), rules)
    seen = foresee(next, after: (now, seen))
    now = next
    return question
  }
}
