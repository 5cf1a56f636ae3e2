/// How an interview chooses its questions.
package enum InterviewPlan: Sendable, Hashable {
  /// What can still change a recommendation, the most telling first.
  case decisive
  /// The same, but those first that belong to a first meeting.
  case firstMeeting
  /// The most telling ones that fit into so many seconds.
  case limited(seconds: Int)
  /// Everything that applies, in the order of the questionnaire.
  case everything
}

/// Where an interview stands.
package struct InterviewCourse: Sendable, Equatable {
  package var plan: InterviewPlan
  /// The group of the last question.
  package var group: Int?
  /// The group that the person asked for, until it holds nothing to ask.
  package var wish: Int?
  /// Questions put off for later, as indices into `Catalogue.facts`.
  package var postponed: Set<Int> = []
  /// Assumed time of the questions asked so far.
  package var secondsUsed = 0

  package init(_ plan: InterviewPlan) { self.plan = plan }
}

/// What comes next in an interview.
package enum InterviewStep: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The first question, or the group is done, or it goes on in the same group.
    case inOrder
    /// The group still holds questions that can matter, but this one tells clearly more.
    case moreTelling(than: Int)
    /// The group still holds questions that can matter, but none that bears on the decisions that the interview is after.
    case moreImportant
    case wished
  }

  /// - fact: index into `Catalogue.facts`.
  case ask(fact: Int, Reason)
  /// Every decision that applies is settled.
  case settled
  /// No question is left that could change anything, and yet not all is settled: answers are not known, ranges, or put off.
  case exhausted
  /// No question fits into the time that is left.
  case timeIsUp
  /// Every question that applies has been asked.
  case everythingAsked
}

/// Chooses the next question.
///
/// Only what is open, applies and can still matter is asked (with `everything` and in a group that the person asked for:
/// what is open and applies), and first what bears on the decisions that the interview is after. Of these the one with the
/// largest gain comes first, ties by `order`, then id. The interview stays in a group while that holds such a question, and
/// leaves it for another only if the best one there gains more than `crossingFactor` times the best one here, and at least
/// `crossingGain` more: people think in topics.
package func nextStep(_ sheet: QuestionSheet, _ course: InterviewCourse) -> InterviewStep {
  let choice = QuestionChoice(sheet: sheet, course: course)
  if let wish = course.wish, let question = choice.best(in: choice.wished(wish)) {
    return .ask(fact: question.fact, .wished)
  }
  switch course.plan {
  case .everything:
    let next = sheet.questions.first { $0.isAskable && !course.postponed.contains($0.fact) }
    return next.map { .ask(fact: $0.fact, .inOrder) } ?? .everythingAsked
  case .decisive, .firstMeeting, .limited:
    if sheet.isSettled { return .settled }
    let candidates = choice.candidates
    if candidates.isEmpty { return .exhausted }
    let planned = choice.planned(candidates)
    guard let best = choice.best(in: planned) else { return .timeIsUp }
    return choice.staying(best, among: planned)
  }
}

/// A question of another group must gain more than so many times as much.
///
/// Measured on the nineteen profiles of this repository, until the platform is settled: 2 saves a question or two and leaves
/// a topic unfinished half as often again.
package let crossingFactor = 4.0
/// And at least so much more: less is not worth another topic.
package let crossingGain = 0.01

private struct QuestionChoice {
  typealias Question = QuestionSheet.Question

  let sheet: QuestionSheet
  let course: InterviewCourse

  /// What may be asked and can still matter.
  var candidates: [Question] {
    sheet.questions.filter { $0.isAskable && $0.canMatter && !course.postponed.contains($0.fact) }
  }

  /// In a group that the person asked for: what can matter, and if nothing can, everything.
  func wished(_ group: Int) -> [Question] {
    let open = sheet.questions.filter { $0.group == group && $0.isAskable && !course.postponed.contains($0.fact) }
    let telling = open.filter(\.canMatter)
    return telling.isEmpty ? open : telling
  }

  func best(in questions: [Question]) -> Question? { questions.min(by: precedes) }

  /// The candidates that the plan wants now.
  func planned(_ candidates: [Question]) -> [Question] {
    switch course.plan {
    case .decisive, .everything: return candidates
    case .firstMeeting:
      let coarse = candidates.filter(\.isCoarse)
      return coarse.isEmpty ? candidates : coarse
    case .limited(let seconds):
      let fitting = Set(questionsThatFit(sheet, seconds: seconds - course.secondsUsed, except: course.postponed))
      return candidates.filter { fitting.contains($0.fact) }
    }
  }

  /// The best question of the present group, unless the best of all is worth leaving it.
  func staying(_ best: Question, among planned: [Question]) -> InterviewStep {
    guard let group = course.group, best.group != group else { return .ask(fact: best.fact, .inOrder) }
    let left = planned.filter { $0.group == group }
    guard let here = self.best(in: left.filter { $0.isPursued == best.isPursued }) else {
      return .ask(fact: best.fact, left.isEmpty ? .inOrder : .moreImportant)
    }
    let isClearlyMore = best.gain > crossingFactor * here.gain && best.gain - here.gain >= crossingGain
    return isClearlyMore ? .ask(fact: best.fact, .moreTelling(than: here.fact)) : .ask(fact: here.fact, .inOrder)
  }
}

/// The questions that can matter and fit into a time, chosen by gain; one that has to wait for others brings these along.
///
/// - Returns: indices into `Catalogue.facts`, the most telling first.
package func questionsThatFit(_ sheet: QuestionSheet, seconds: Int, except postponed: Set<Int> = []) -> [Int] {
  var left = seconds
  var chosen: [Int] = []
  let worth = sheet.questions.filter { $0.isWorthAsking && !postponed.contains($0.fact) }
  for question in worth.sorted(by: precedes) where !chosen.contains(question.fact) {
    let first = question.waitsFor.sorted().filter { !chosen.contains($0) }
    guard first.allSatisfy({ !postponed.contains($0) }) else { continue }
    let together = first.compactMap { sheet[fact: $0] }.sorted(by: precedes) + [question]
    let cost = together.reduce(0) { $0 + $1.seconds }
    guard cost <= left else { continue }
    left -= cost
    chosen += together.map(\.fact)
  }
  return chosen
}

/// What bears on the decisions that the interview is after, then by gain, `order` and id.
private func precedes(_ a: QuestionSheet.Question, _ b: QuestionSheet.Question) -> Bool {
  if a.isPursued != b.isPursued { return a.isPursued }
  if a.gain != b.gain { return a.gain > b.gain }
  return a.order == b.order ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.order < b.order
}
