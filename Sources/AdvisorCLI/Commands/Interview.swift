import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct InterviewSettings: Sendable {
  var common = CommonSettings()
  var profile: String?
  var title: String?
  var edition = Edition.customer
  var asksAll = false
  var isFirstMeeting = false
  var minutes: MinutesWord?
}

/// A number of minutes as a word of the command line.
struct MinutesWord: ArgumentValue {
  let minutes: Int

  init?(argument: String) {
    guard let minutes = Int(argument), (1...600).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  var argument: String { "\(minutes)" }
  static var expectation: String { "a number of minutes from 1 to 600" }
}

let interviewCommand = Arguments.Command<InterviewSettings, Workplace>(
  "interview",
  abstract: "Ask only what can still change the outcome, and save every answer at once.",
  discussion: """
    The questions come in the order of what they tell about the open decisions, topic by topic; ? explains a question \
    and everything else that can be typed. The interview ends by itself when every decision is settled: then no open \
    answer can change a recommendation any more. It can be left at any moment and goes on where it was.

    A profile that does not exist is begun. --minutes assumes half a minute for a yes or no or a day, 45 seconds for one \
    of five choices, one minute for several of them, 75 seconds for a number, and 5 seconds for each further choice.
    """,
  examples: [
    ("advisor interview Profiles/customers/muster.json", "begin, or go on"),
    ("advisor interview muster.json --first-meeting --lang de", "the overview first, in German"),
    ("advisor interview muster.json --minutes 30", "what matters most in half an hour"),
  ],
  defaults: InterviewSettings(),
  options: [
    .flag("first-meeting", help: "The questions of a first meeting first", \.isFirstMeeting),
    .value("minutes", "MINUTES", help: "The most telling questions that fit into this time", \.minutes),
    .flag("all", help: "Every question that applies, in the order of the questionnaire", \.asksAll),
    .value("title", "TITLE", help: "What a new profile is about", \.title),
    editionOption(\.edition),
  ] + CommonSettings.options(in: \.common),
  operands: [.optional("PROFILE", help: "The file to go on with, or to begin; asked for without it", \.profile)],
  run: { settings, workplace in interview(settings, workplace, .real) }
)

/// The command with a given foresight: tests bring their own.
func interview(_ settings: InterviewSettings, _ workplace: Workplace, _ foresight: Foresight) -> ExitStatus {
  var session = Session(workplace, settings.common)
  session.refuseOffer(settings.edition, of: "interview")
  if session.log.hasErrors { return session.finish() }
  guard let plan = settings.plan else {
    session.log.error(
      "conflicting-plans",
      "--first-meeting, --minutes and --all choose questions in different ways",
      at: nil,
      help: "give one of them"
    )
    return session.finish()
  }
  let console = workplace.console
  guard console.canAsk, console.talk.isTerminal, !settings.common.isWithoutInput else {
    session.log.error(
      "no-terminal",
      settings.common.isWithoutInput
        ? "an interview cannot be held with --no-input" : "an interview needs a person at a terminal",
      at: nil,
      help: "send the questionnaire of 'advisor questions' ahead, or fill in the file of 'advisor profile new'"
    )
    return session.finish()
  }
  if settings.profile == "-" {
    session.log.error(
      "unwritable-file",
      "an interview saves every answer in a file, which '-' is not",
      at: nil,
      help: "name a file, for example muster.json"
    )
  }
  guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
  var opening = InterviewOpening(session: session, settings: settings, catalogue: catalogue)
  guard let opened = opening.open() else { return opening.session.finish() }
  var driver = InterviewDriver(
    session: opening.session,
    talk: opening.talk,
    opened,
    plan: plan,
    edition: settings.edition,
    foresight
  )
  return driver.run()
}

extension InterviewSettings {
  /// How questions are chosen; nil if the options contradict each other.
  fileprivate var plan: InterviewPlan? {
    switch (isFirstMeeting, minutes, asksAll) {
    case (false, nil, false): .decisive
    case (true, nil, false): .firstMeeting
    case (false, let minutes?, false): .limited(seconds: minutes.minutes * 60)
    case (false, nil, true): .everything
    default: nil
    }
  }
}
