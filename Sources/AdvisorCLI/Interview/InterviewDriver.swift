import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

/// One interview at a terminal: asks, saves, tells what an answer did, until the person leaves or nothing is left to ask.
///
/// What is asked next is decided by `nextStep`; this holds the conversation around it. Nothing is kept in memory only:
/// whenever it waits for a line, the file holds every answer given.
struct InterviewDriver {
  /// Something saved in this run, and how to take it back.
  struct Turn {
    /// Index into `Catalogue.facts`.
    let fact: Int
    let inverse: [ProfileFile.Change]
    let isAnswer: Bool
  }

  var session: Session
  var talk: InterviewTalk
  let rules: CompiledRules
  let say: Phrasing
  let foresight: Foresight
  let file: ProfileFile
  let isNew: Bool
  private(set) var assessment: Assessment
  private(set) var sight: Foresight.Sight
  private(set) var sheet: QuestionSheet
  var course: InterviewCourse
  var turns: [Turn] = []
  /// Questions gone through in this run, in their order.
  var visited: [Int] = []
  /// A question that was asked for by name, or by going back.
  var requested: Int?

  var catalogue: Catalogue { rules.catalogue }
  var standing: StandingText { StandingText(say: say) }

  init(
    session: Session,
    talk: InterviewTalk,
    _ opened: OpenedProfile,
    plan: InterviewPlan,
    edition: Edition,
    _ foresight: Foresight
  ) {
    self.session = session
    self.talk = talk
    self.foresight = foresight
    rules = opened.rules
    file = opened.file
    isNew = opened.isNew
    let language = session.language(for: opened.profile.profile)
    say = Phrasing(language: language, edition: edition, catalogue: opened.rules.catalogue)
    assessment = assess(opened.profile, rules, date: session.date(for: opened.profile.profile))
    sight = foresight.look(assessment, nil)
    sheet = QuestionSheet(assessment, sight, edition)
    course = InterviewCourse(plan)
  }

  /// Holds the interview; the status is `done` however it ends, unless the profile cannot be used any more.
  mutating func run() -> ExitStatus {
    greet()
    while true {
      let isGoingOn: Bool
      if let fact = requested {
        requested = nil
        isGoingOn = converse(about: fact)
      } else {
        isGoingOn = follow(nextStep(sheet, course))
      }
      guard isGoingOn else { break }
    }
    farewell()
    return session.finish()
  }

  private mutating func follow(_ step: InterviewStep) -> Bool {
    guard case .ask(let fact, let reason) = step, let question = sheet[fact: fact] else { return offer(step) }
    if let wish = course.wish, reason != .wished {
      course.wish = nil
      talk.say(
        say(
          en: "Nothing is left to ask under “\(title(ofGroup: wish))”.",
          de: "Unter «\(title(ofGroup: wish))» ist nichts mehr zu fragen."
        )
      )
    }
    if question.group != course.group { announce(question, reason) }
    course.group = question.group
    return converse(about: fact)
  }

  private func announce(_ question: QuestionSheet.Question, _ reason: InterviewStep.Reason) {
    let heading = say(en: "Topic: \(title(ofGroup: question.group))", de: "Thema: \(title(ofGroup: question.group))")
    talk.say { screen in
      if let left = course.group, let why = leaving(title(ofGroup: left), reason) {
        screen.blank()
        screen.paragraph(why)
      }
      screen.heading(heading)
    }
  }

  /// Why a topic is left before its end; nil if it is not.
  private func leaving(_ topic: String, _ reason: InterviewStep.Reason) -> String? {
    switch reason {
    case .inOrder, .wished: return nil
    case .moreTelling:
      return say(
        en: "Leaving “\(topic)” for now: another topic brings us much further.",
        de: "«\(topic)» bleibt vorerst offen: ein anderes Thema bringt uns viel weiter."
      )
    case .moreImportant:
      return say(
        en: "The rest of “\(topic)” comes later: \(pursuedTitles) does not depend on it.",
        de: "Der Rest von «\(topic)» kommt später: \(pursuedTitles) hängt nicht davon ab."
      )
    }
  }

  /// Titles of the decisions that the interview is after.
  private var pursuedTitles: String {
    let places = (sight.pursued ?? []).filter { catalogue.decisions.indices.contains($0) }.sorted()
    return places.map { say.text(catalogue.decisions[$0].decision.title) }.joined(separator: ", ")
  }

  func title(ofGroup place: Int) -> String {
    let groups = catalogue.questionnaire
    guard groups.indices.contains(place), let group = groups[place].group else {
      return say(en: "Other", de: "Weiteres")
    }
    return say.text(group.title)
  }

  // MARK: Saving

  /// Saves changes and looks at everything anew; false after saying why that failed, with nothing changed.
  mutating func save(_ changes: [ProfileFile.Change], _ fact: Int, isAnswer: Bool) -> Bool {
    guard let inverse = write(changes) else { return false }
    turns.append(Turn(fact: fact, inverse: inverse, isAnswer: isAnswer))
    return true
  }

  /// Writes changes and reads the profile again.
  ///
  /// - Returns: what takes them back; nil after saying why nothing was written, or why it cannot be read any more.
  mutating func write(_ changes: [ProfileFile.Change]) -> [ProfileFile.Change]? {
    var trial = session
    trial.log = DiagnosticLog()
    let inverse = file.save(changes, into: &trial.log)
    let profile = inverse == nil ? nil : trial.loadProfile(file.path, catalogue)
    guard let inverse, let profile else {
      for problem in trial.log.sorted where problem.severity == .error {
        talk.say(say(en: "Not saved: \(problem.summary)", de: "Nicht gespeichert: \(problem.summary)"), .bad)
      }
      talk.say(
        say(
          en: "Mend this and answer again, or type quit.",
          de: "Bitte beheben und noch einmal antworten, oder ende tippen."
        )
      )
      return nil
    }
    let before = (assessment, sight)
    assessment = assess(profile, rules, date: session.date(for: profile.profile))
    sight = foresight.look(assessment, before)
    sheet = QuestionSheet(assessment, sight, say.edition)
    return inverse
  }

  /// Records an answer, or that it is not known, and tells what it did.
  mutating func record(_ value: FactValue?, _ fact: Int, note: String? = nil) -> Bool {
    let linked = catalogue.facts[fact]
    var changes = ProfileFile.answer(linked.fact, value)
    if let note { changes += ProfileFile.note(linked.fact, note, replacing: nil) }
    let before = assessment
    let settledBefore = settledPlaces
    guard save(changes, fact, isAnswer: true) else { return false }
    visited.append(fact)
    course.postponed.remove(fact)
    course.secondsUsed += sheet[fact: fact]?.seconds ?? 0
    let said = value.map { say.value($0, of: linked.fact) } ?? say(en: "not known", de: "nicht bekannt")
    talk.say(say(en: "Saved: \(said).", de: "Gespeichert: \(said)."), .good)
    tell(from: before, settled: settledPlaces.subtracting(settledBefore))
    return true
  }

  /// Indices of the decisions that are settled.
  private var settledPlaces: Set<Int> { Set(sight.outlooks.indices.filter { sight.outlooks[$0].isSettled }) }

  /// What changed since an assessment, which decisions are settled by it, and how far the interview has come.
  func tell(from before: Assessment, settled: Set<Int> = []) {
    let change = StandingChange(from: before, to: assessment)
    talk.say { screen in
      standing.effect(change, assessment, main: mainDecision?.id, &screen)
      let firm = settled.sorted().map { assessment.decisions[$0] }.filter { $0.applicable != .no }
      if !firm.isEmpty { screen.paragraph(standing.settled(firm)) }
      screen.paragraph(standing.progress(sheet, course))
    }
  }

  /// The decision that matters most of those that apply: by importance, then `order`, then in the order in which they are
  /// decided.
  var mainDecision: AssessedDecision? {
    let applicable = assessment.decisions.filter { $0.applicable != .no }
    let most = applicable.map(\.decision.decision.importance).max()
    let foremost = applicable.filter { $0.decision.decision.importance == most }
    return foremost.enumerated().min { a, b in
      let (x, y) = (a.element.decision.decision.order ?? .infinity, b.element.decision.decision.order ?? .infinity)
      return x == y ? a.offset < b.offset : x < y
    }?.element
  }
}

extension QuestionSheet {
  fileprivate init(_ assessment: Assessment, _ sight: Foresight.Sight, _ edition: Edition) {
    self.init(
      assessment,
      sight.outlooks,
      gains: sight.gains,
      pursuing: sight.pursued,
      audience: edition == .internal ? .internal : .customer
    )
  }
}
