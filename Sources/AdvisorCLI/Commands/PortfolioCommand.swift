import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct PortfolioSettings: Sendable {
  var common = CommonSettings()
  var sampling = SamplingSettings(draws: DrawCount(draws: 1_000))
  var folders: [String] = []
  var outputs: [String] = []
  var isStrict = false
  var brand: String?
}

let portfolioCommand = Arguments.Command<PortfolioSettings, Workplace>(
  "portfolio",
  abstract: "Show many cases together: where they go, what stands in their way, which are not firm.",
  discussion: """
    Every profile of the folders is assessed. The overview tells where they go, what was chosen in the end (the key \
    'outcome' of a profile), which requirement keeps which option out and what it would bring to meet it, which points are \
    confirmed again and again, and the least firm cases first. It names customers, so it is not for customers. The ending \
    of each file chooses the form: .html, .md or .json. Without -o, Markdown goes to standard output. A profile that is \
    broken is left out and named, and the exit status is then 2.
    """,
  examples: [
    ("advisor portfolio Profiles -o portfolio.html", "one page for the product owner"),
    (
      "advisor portfolio Profiles Vault -o portfolio.html -o portfolio.json --draws 10000", "two folders, finer figures"
    ),
  ],
  defaults: PortfolioSettings(),
  options: [
    .list("output", letter: "o", "FILE", help: "File to write; its ending chooses the form", \.outputs),
    .flag("strict", help: "Refuse ids that no loaded pack knows", \.isStrict), brandOption(\.brand),
  ] + SamplingSettings.options(draws: \.sampling.draws, keepsOrder: \.sampling.keepsOrder)
    + CommonSettings.options(in: \.common),
  operands: [.list("DIR", help: "Folders of profiles; by default Profiles beside the packs", \.folders)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    for path in settings.outputs where form(of: path) == nil {
      session.log.error(
        "unknown-format",
        "the ending of \(quoted(path)) is no form of an overview",
        at: nil,
        help: "endings: .html, .md, .json"
      )
    }
    let brand = session.loadBrand(settings.brand)
    guard !session.log.hasErrors, let catalogue = session.loadCatalogue() else { return session.finish() }
    let (cases, unread) = session.cases(settings, catalogue)
    guard !cases.isEmpty else { return session.finish() }
    let portfolio = Portfolio(cases, of: catalogue)
    let draws = settings.sampling.draws.draws
    var document = portfolioReport(
      portfolio,
      unread: unread,
      draws: draws,
      language: session.language(for: nil),
      date: session.date(for: nil)
    )
    document.brand = brand
    if settings.outputs.isEmpty { workplace.console.output.write(Array(MarkdownReport.render(document).utf8)) }
    for path in settings.outputs {
      let text =
        switch form(of: path) {
        case .html: HTMLReport.render(document)
        case .json: portfolioJSON(portfolio, unread: unread, draws: draws).pretty()
        case .md, nil: MarkdownReport.render(document)
        }
      session.write(Array(text.utf8), to: path)
    }
    return session.finish()
  }
)

extension Session {
  /// The profiles of the folders, assessed; those that do not fit the packs are reported and named.
  fileprivate mutating func cases(
    _ settings: PortfolioSettings,
    _ catalogue: Catalogue
  ) -> (cases: [PortfolioCase], unread: [String]) {
    let folders = profileFolders(settings.folders)
    let found = profiles(in: folders)
    var unread = found.unread
    if found.read.isEmpty && unread.isEmpty && !log.hasErrors {
      log.error(
        "no-profiles",
        "there is no profile in \(folders.map { quoted($0) }.joined(separator: " or "))",
        at: nil,
        help: "name a folder that holds profiles (.json)"
      )
    }
    let rules = compile(catalogue)
    let cases = found.read.compactMap { name, profile -> PortfolioCase? in
      let before = log.errorCount
      let linked = link(profile, with: catalogue, isStrict: settings.isStrict, into: &log)
      guard log.errorCount == before else {
        unread.append(name)
        return nil
      }
      let assessment = assess(linked, rules, date: date(for: profile))
      return PortfolioCase(
        name: name,
        assessment: settings.sampling.plan.map { assessment.measuringRobustness($0) } ?? assessment
      )
    }
    return (cases, unread)
  }
}

private enum PortfolioForm: String {
  case html
  case md
  case json
}

private func form(of path: String) -> PortfolioForm? {
  path.split(separator: ".").last.flatMap { PortfolioForm(rawValue: $0.lowercased()) }
}
