import Advice
import Arguments
import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

struct ReportSettings: Sendable {
  var common = CommonSettings()
  var sampling = SamplingSettings()
  var profile = ""
  var outputs: [String] = []
  var format: ReportFormatWord?
  var edition = Edition.customer
  var brand: String?
  var isStrict = false
  var isLive = false
}

/// A format of reports, as a word of the command line.
struct ReportFormatWord: ArgumentValue {
  let format: ReportFormat

  init?(argument: String) {
    guard let format = ReportFormat.all.first(where: { $0.id == argument }) else { return nil }
    self.format = format
  }

  var argument: String { format.id }

  static var choices: [String] { ReportFormat.all.map(\.id) }
}

let reportCommand = Arguments.Command<ReportSettings, Workplace>(
  "report",
  abstract: "Write the recommendation as a document, in one or several formats.",
  discussion: """
    The ending of each file chooses the format; without -o, or with '-o -', Markdown goes to standard output.
    \(formatLines)
    An edition says for whom: 'customer' is the full report without what is marked as internal; 'offer' is what sales \
    attaches, two to four pages in words without scores, and needs --date; 'internal' shows everything. No edition but \
    'internal' holds a statement that rests on legacy or unverified sources, or an amount without validity; both are marked \
    as a draft until the profile is released. 'advisor verify' makes a report again and says whether it is the same.
    --brand gives pages, PDF, Word and Markdown the name, colours, logo and footer of a house; the standing notice \
    stays. 'advisor packs schema brand' describes the file.
    With --live the page (.html) has a panel "What if …", which works offline: whoever reads it changes answers and \
    weights, sees what would come of it, and goes back. What is printed, and the other formats, are as without it.
    The PDF is printed by a Chromium, Chrome or Edge from version \(Browser.oldestVersion) on, found on PATH, in its usual \
    places, or named in ADVISOR_BROWSER; the Word document is written by pandoc, found on PATH or named in ADVISOR_PANDOC. \
    Where one is missing the other formats are written all the same, and the exit status is 2.
    """,
  examples: [
    ("advisor report profile.json -o report.html -o report.pdf -o result.json", "three formats in one run"),
    (
      "advisor report profile.json -o offer.pdf --edition offer --date 2026-11-21 --lang de",
      "what sales attaches, in German"
    ),
    ("advisor report profile.json -o report.pdf --brand house.json", "in the look of a house"),
    ("advisor report profile.json -o decisions/ -o slo.yaml", "decision records and the requested objective"),
    ("advisor report profile.json -o report.html --live", "a page to try other answers and weights in"),
  ],
  defaults: ReportSettings(),
  options: [
    .list("output", letter: "o", "FILE", help: "File to write; may be given several times", \.outputs),
    .value("format", "FORMAT", help: "Format, where a file does not say", \.format),
    editionOption(\.edition), brandOption(\.brand),
    .flag("live", help: "Add the panel \"What if …\" to the page (.html); not in an offer", \.isLive),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict),
  ] + SamplingSettings.options(draws: \.sampling.draws, keepsOrder: \.sampling.keepsOrder)
    + CommonSettings.options(in: \.common),
  operands: [.one("PROFILE", help: "The customer's requirements, or - for standard input", \.profile)],
  run: { settings, workplace in
    var session = Session(workplace, settings.common)
    var targets = session.reportTargets(settings.outputs, settings.format?.format)
    if settings.edition == .offer { session.checkOffer(targets, hasDate: settings.common.date != nil) }
    let brand = session.loadBrand(settings.brand)
    if settings.isLive { session.makeLive(&targets, settings.edition) }
    let plan = settings.sampling.plan
    guard !session.log.hasErrors,
      let recommendation = session.recommend(
        settings.profile,
        isStrict: settings.isStrict,
        examines: true,
        drawing: plan
      )
    else { return session.finish() }
    let manner = ReportManner(
      session.language(for: recommendation.assessment.profile.profile),
      settings.edition,
      brand: brand
    )
    // One format that cannot be written does not keep the others from it.
    for target in targets { session.write(recommendation, manner, to: target) }
    return session.finish()
  }
)

/// A line of help for each format.
private let formatLines = ReportFormat.all.map { format in
  let ending = format.endings.first.map { "." + $0 } ?? "folder/"
  return "  " + ending + String(repeating: " ", count: max(1, 9 - ending.count)) + format.help
}.joined(separator: "\n")
