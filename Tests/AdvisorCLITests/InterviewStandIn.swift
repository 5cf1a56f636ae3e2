import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel
import TestSupport

@testable import AdvisorCLI

extension Foresight {
  /// A stand-in for tests of the conversation: the worth of questions is what the test says, and a decision is settled when
  /// every way of answering the open questions of the small packs, tried one by one, recommends the same.
  static func triedOut(gains: [String: Double] = [:]) -> Foresight {
    Foresight { assessment, _ in
      let worlds = completions(of: assessment)
      let outlooks = assessment.decisions.indices.map { place -> DecisionOutlook in
        let applying = worlds.map { $0.decisions[place] }.filter { $0.applicable == .yes }
        let winners = Set(applying.map { $0.recommended ?? "" })
        let leaves = Set(applying.map { $0.variant ?? "" })
        let isFirm = !winners.contains("") && winners.allSatisfy { $0 == assessment.decisions[place].recommended }
        return DecisionOutlook(isSettled: isFirm, isVariantSettled: isFirm && leaves.count <= 1)
      }
      let pairs = assessment.catalogue.facts.enumerated().map { ($0, gains[$1.id] ?? 0) }
      return Sight(
        outlooks: outlooks,
        gains: Dictionary(pairs) { first, _ in first },
        proof: { _, say in say(en: "Tried: \(worlds.count) ways.", de: "Versucht: \(worlds.count) Wege.") }
      )
    }
  }

  /// The assessments of all ways of answering what is open; numbers by three values.
  private static func completions(of assessment: Assessment) -> [Assessment] {
    var profiles: [[(fact: Fact, value: FactValue)]] = [[]]
    for linked in assessment.catalogue.facts
    where linked.derivation == nil && assessment.profile.answers[linked.id] == nil {
      profiles = profiles.flatMap { profile in values(of: linked.fact).map { profile + [(linked.fact, $0)] } }
    }
    return profiles.map { added in assessed(assessment, added) }
  }

  private static func values(of fact: Fact) -> [FactValue] {
    switch fact.kind {
    case .boolean: [.boolean(true), .boolean(false)]
    case .choice: fact.choices.map { .choice($0.name.id) }
    case .choices: [.choices([])]
    case .number: [.number(2), .number(8), .number(20)]
    case .date: [.number(20_000)]
    }
  }

  private static func assessed(_ assessment: Assessment, _ added: [(fact: Fact, value: FactValue)]) -> Assessment {
    var profile = assessment.profile.profile
    profile.answers += added.map { ProfileAnswer(fact: $0.fact.name, answer: Answer(written($0.value))) }
    var log = DiagnosticLog()
    return assess(link(profile, with: assessment.catalogue, into: &log), assessment.rules)
  }

  private static func written(_ value: FactValue) -> Answer.Value {
    switch value {
    case .boolean(let flag): .literal(.boolean(flag))
    case .choice(let id): .literal(.text(id))
    case .choices: .list([])
    case .number(let from, _) where from == 20_000: .literal(.text(CalendarDate(days: 20_000).description))
    case .number(let from, _): .literal(.number(from))
    }
  }
}

/// An interview in process: what was said, and the files afterwards.
struct HeldInterview {
  let status: ExitStatus
  let talk: String
  let output: String
  let files: MemoryFiles

  /// The lines typed are answered in turn; after them comes the end of the input.
  init(
    _ lines: [String],
    in files: MemoryFiles = .mini(),
    fileSystem: FileSystem? = nil,
    foresight: Foresight = .triedOut(),
    width: Int = 110,
    environment: [String: String] = ["NO_COLOR": "1"],
    _ change: (inout InterviewSettings) -> Void = { _ in }
  ) {
    var settings = InterviewSettings()
    settings.profile = "new.json"
    settings.title = "Muster AG"
    change(&settings)
    let console = RecordingConsole(
      input: lines.map { $0 + "\n" }.joined(),
      isTerminal: true,
      environment: environment,
      width: width
    )
    let workplace = Workplace(console: console.console, files: fileSystem ?? files.fileSystem)
    status = interview(settings, workplace, foresight)
    talk = console.talk
    output = console.output
    self.files = files
  }

  var answers: JSONValue? { try? parsed(files["new.json"] ?? "")["answers"] }

  /// The questions asked, in their order, as their first lines.
  func asked(_ questions: [String]) -> [String] {
    talk.split(separator: "\n").map(String.init).filter { questions.contains($0) }
  }
}
