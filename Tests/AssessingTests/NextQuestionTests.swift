import TestSupport
import Testing

@testable import Assessing

/// The choice of questions as a function of given worths, whatever they come from.
@Suite struct NextQuestionTests {
  typealias Question = QuestionSheet.Question

  private static func sheet(_ questions: [Question], settled: Int = 0, of applicable: Int = 2) -> QuestionSheet {
    QuestionSheet(questions: withInheritedWorth(questions), applicable: applicable, settled: settled)
  }

  private static func asked(_ questions: [Question], _ course: InterviewCourse) -> Int? {
    guard case .ask(let fact, _) = nextStep(sheet(questions), course) else { return nil }
    return fact
  }

  // MARK: Order

  @Test func asksTheMostTellingQuestionFirstThenByOrderThenById() {
    let course = InterviewCourse(.decisive)
    let low = Question(fact: 0, id: "a", gain: 0.1)
    let high = Question(fact: 1, id: "b", gain: 0.2)
    #expect(Self.asked([low, high], course) == 1)
    let late = Question(fact: 0, id: "a", gain: 0.2, order: 2)
    let early = Question(fact: 1, id: "b", gain: 0.2, order: 1)
    #expect(Self.asked([late, early], course) == 1)
    let (x, y) = (Question(fact: 0, id: "x"), Question(fact: 1, id: "b"))
    #expect(Self.asked([x, y], course) == 1)
  }

  /// Gain in the present group, gain elsewhere, and whether that is worth leaving the group.
  @Test(
    arguments: [
      (0.1, 0.4, false), (0.1, 0.401, true), (0.1, 0.15, false), (0.0, 0.5, true), (0.0, 0.009, false),
      (0.0, 0.0, false),
      (0.001, 0.0105, false), (0.001, 0.012, true), (0.3, 0.1, false),
    ]
  )
  func staysInAGroupUnlessAnotherGainsClearlyMore(here: Double, there: Double, leaves: Bool) {
    var course = InterviewCourse(.decisive)
    course.group = 1
    let questions = [
      Question(fact: 0, id: "there", group: 0, gain: there), Question(fact: 1, id: "here", group: 1, gain: here),
    ]
    let step = nextStep(Self.sheet(questions), course)
    #expect(step == (leaves ? .ask(fact: 0, .moreTelling(than: 1)) : .ask(fact: 1, .inOrder)))
  }

  @Test func whatBearsOnThePursuedDecisionsComesFirstAndSaysSo() {
    var course = InterviewCourse(.decisive)
    course.group = 1
    let lesser = Question(fact: 0, id: "a", group: 1, isPursued: false, gain: 0.9)
    let pursued = Question(fact: 1, id: "b", group: 0, gain: 0)
    #expect(nextStep(Self.sheet([lesser, pursued]), course) == .ask(fact: 1, .moreImportant))
    #expect(nextStep(Self.sheet([lesser]), course) == .ask(fact: 0, .inOrder))
  }

  @Test func aFinishedGroupIsLeftWithoutAWord() {
    var course = InterviewCourse(.decisive)
    course.group = 1
    let done = Question(fact: 1, id: "done", group: 1, standing: .answered)
    #expect(nextStep(Self.sheet([Question(fact: 0, id: "next"), done]), course) == .ask(fact: 0, .inOrder))
  }

  @Test func whatDecidesWhetherAQuestionAppliesIsAskedOnItsBehalf() {
    let gate = Question(fact: 0, id: "gate", gain: 0.01)
    let behind = Question(fact: 1, id: "behind", waitsFor: [0], gain: 0.9, isCoarse: true)
    let other = Question(fact: 2, id: "other", gain: 0.5)
    #expect(Self.asked([behind, other, gate], InterviewCourse(.decisive)) == 0)
    #expect(Self.asked([behind, other, gate], InterviewCourse(.firstMeeting)) == 0)
  }

  @Test func aQuestionWaitsForNoneThatIsNotKnown() {
    let gate = Question(fact: 0, id: "gate", standing: .notKnown)
    #expect(Self.asked([Question(fact: 1, id: "behind", waitsFor: [0]), gate], InterviewCourse(.decisive)) == 1)
  }

  // MARK: Plans

  @Test func aFirstMeetingAsksWhatIsCoarseFirst() {
    let fine = Question(fact: 0, id: "fine", gain: 0.9)
    let coarse = Question(fact: 1, id: "coarse", gain: 0.1, isCoarse: true)
    #expect(Self.asked([fine, coarse], InterviewCourse(.firstMeeting)) == 1)
    #expect(Self.asked([fine], InterviewCourse(.firstMeeting)) == 0)
    let pointless = Question(fact: 1, id: "coarse", canMatter: false, isCoarse: true)
    #expect(Self.asked([fine, pointless], InterviewCourse(.firstMeeting)) == 0)
  }

  @Test func inALimitedTimeTheMostTellingThatFitAreAsked() {
    let questions = [
      Question(fact: 0, id: "a", gain: 0.9, seconds: 75), Question(fact: 1, id: "b", gain: 0.8, seconds: 75),
      Question(fact: 2, id: "c", gain: 0.1, seconds: 30), Question(fact: 3, id: "d", canMatter: false, seconds: 30),
    ]
    #expect(questionsThatFit(Self.sheet(questions), seconds: 120) == [0, 2])
    #expect(questionsThatFit(Self.sheet(questions), seconds: 180) == [0, 1, 2])
    #expect(questionsThatFit(Self.sheet(questions), seconds: 29) == [])
    var course = InterviewCourse(.limited(seconds: 120))
    course.secondsUsed = 100
    #expect(nextStep(Self.sheet(questions), course) == .timeIsUp)
  }

  @Test func whatHasToWaitBringsItsGateAlongIfBothFit() {
    let gate = Question(fact: 0, id: "gate", seconds: 30)
    let behind = Question(fact: 1, id: "behind", waitsFor: [0], gain: 0.9, seconds: 60)
    #expect(questionsThatFit(Self.sheet([behind, gate]), seconds: 90) == [0, 1])
    #expect(questionsThatFit(Self.sheet([behind, gate]), seconds: 60) == [0])
  }

  @Test func askingEverythingFollowsTheQuestionnaireAndStopsAtItsEnd() {
    let questions = [
      Question(fact: 3, id: "d", canMatter: false), Question(fact: 0, id: "a", gain: 1),
      Question(fact: 1, id: "b", standing: .notApplicable), Question(fact: 2, id: "c", standing: .answered),
    ]
    let course = InterviewCourse(.everything)
    #expect(nextStep(Self.sheet(questions, settled: 2), course) == .ask(fact: 3, .inOrder))
    #expect(nextStep(Self.sheet(Array(questions.dropFirst(2))), course) == .everythingAsked)
  }

  // MARK: Wishes and ends

  @Test func aGroupAskedForComesFirstAlsoWhereNothingMatters() {
    var course = InterviewCourse(.decisive)
    course.wish = 1
    let telling = Question(fact: 0, id: "a", gain: 1)
    let idle = Question(fact: 1, id: "b", group: 1, canMatter: false)
    #expect(nextStep(Self.sheet([telling, idle]), course) == .ask(fact: 1, .wished))
    #expect(nextStep(Self.sheet([telling]), course) == .ask(fact: 0, .inOrder))
  }

  @Test func stopsWhenSettledAndNotBefore() {
    let open = Question(fact: 0, id: "a")
    #expect(nextStep(Self.sheet([open], settled: 2), InterviewCourse(.decisive)) == .settled)
    #expect(nextStep(Self.sheet([open], settled: 1), InterviewCourse(.decisive)) == .ask(fact: 0, .inOrder))
    let unknown = Question(fact: 0, id: "a", standing: .notKnown)
    #expect(nextStep(Self.sheet([unknown], settled: 1), InterviewCourse(.decisive)) == .exhausted)
  }

  // MARK: Properties

  /// Random sheets, played to the end with random answers, postponements and wishes.
  @Test(arguments: 0..<300)
  func neverAsksInVainAndAlwaysEnds(seed: Int) {
    var dice = SplitMix64(seed: UInt64(seed))
    var questions = (0..<dice.int(1...14)).map { randomQuestion($0, &dice) }
    var settled = 0
    let plans: [InterviewPlan] = [.decisive, .firstMeeting, .limited(seconds: 300), .everything]
    var course = InterviewCourse(dice.pick(plans))
    var asked: [Int] = []
    while true {
      let sheet = Self.sheet(questions, settled: settled)
      if dice.chance(0.1) { course.wish = dice.int(0...3) }
      let step = nextStep(sheet, course)
      guard case .ask(let fact, let reason) = step, let question = sheet[fact: fact] else { break }
      check(question, reason, sheet, course)
      #expect(!asked.contains(fact), "asked twice")
      asked.append(fact)
      course.group = question.group
      course.secondsUsed += question.seconds
      let place = questions.firstIndex { $0.fact == fact }
      if dice.chance(0.1) {
        course.postponed.insert(fact)
      } else if let place {
        questions[place] = questions[place].with(dice.chance(0.8) ? .answered : .notKnown)
      }
      // Answers make other questions superfluous, never necessary; worths change freely.
      for index in questions.indices { questions[index] = aged(questions[index], &dice) }
      if settled < 2, dice.chance(0.05) { settled += 1 }
    }
    #expect(asked.count <= questions.count)
  }

  private func check(
    _ question: Question,
    _ reason: InterviewStep.Reason,
    _ sheet: QuestionSheet,
    _ course: InterviewCourse
  ) {
    #expect(question.standing == .open && question.waitsFor.isEmpty && !course.postponed.contains(question.fact))
    if reason != .wished, course.plan != .everything {
      #expect(question.canMatter && !sheet.isSettled)
      let open = sheet.questions.filter { $0.isAskable && $0.canMatter && !course.postponed.contains($0.fact) }
      let here = open.filter { $0.group == course.group }
      if course.plan == .decisive {
        #expect(question.isPursued || !open.contains(where: \.isPursued))
        if question.group != course.group, !here.isEmpty {
          checkLeaving(here.filter { $0.isPursued == question.isPursued }, for: question, reason)
        }
      }
    }
    if case .limited(let seconds) = course.plan, reason != .wished {
      #expect(course.secondsUsed + question.seconds <= seconds)
    }
  }

  /// - Parameter left: what the group left still holds that is as important.
  private func checkLeaving(_ left: [Question], for question: Question, _ reason: InterviewStep.Reason) {
    if let best = left.map(\.gain).max() {
      #expect(question.gain > crossingFactor * best && question.gain - best >= crossingGain)
      if case .moreTelling = reason { return }
    } else if reason == .moreImportant {
      return
    }
    Issue.record("leaves a group without saying so: \(reason)")
  }

  private func randomQuestion(_ fact: Int, _ dice: inout SplitMix64) -> Question {
    let waits = fact > 0 && dice.chance(0.3) ? [dice.int(0...fact - 1)] : []
    return Question(
      fact: fact,
      id: "q\(fact)",
      group: dice.int(0...3),
      standing: dice.pick([.open, .open, .open, .notKnown, .answered, .notApplicable]),
      waitsFor: Set(waits),
      canMatter: dice.chance(0.7),
      isPursued: dice.chance(0.6),
      gain: Double(dice.int(0...100)) / 100,
      isCoarse: dice.chance(0.3),
      seconds: dice.pick([30, 45, 75]),
      order: dice.chance(0.5) ? Double(dice.int(0...5)) : .infinity
    )
  }

  private func aged(_ question: Question, _ dice: inout SplitMix64) -> Question {
    Question(
      fact: question.fact,
      id: question.id,
      group: question.group,
      standing: question.standing == .open && dice.chance(0.1) ? .notApplicable : question.standing,
      waitsFor: question.waitsFor,
      canMatter: question.canMatter && !dice.chance(0.1),
      isPursued: question.isPursued,
      gain: Double(dice.int(0...100)) / 100,
      isCoarse: question.isCoarse,
      seconds: question.seconds,
      order: question.order
    )
  }
}

extension QuestionSheet.Question {
  fileprivate func with(_ standing: Standing) -> Self {
    Self(
      fact: fact,
      id: id,
      group: group,
      standing: standing,
      waitsFor: waitsFor,
      canMatter: canMatter,
      isPursued: isPursued,
      gain: gain,
      isCoarse: isCoarse,
      seconds: seconds,
      order: order
    )
  }
}
