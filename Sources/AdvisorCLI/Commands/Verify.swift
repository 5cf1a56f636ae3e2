import Advice
import Arguments
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

struct VerifySettings: Sendable {
  var common = CommonSettings()
  var sampling = SamplingSettings()
  var report = ""
  var profile: String?
  var former: String?
}

let verifyCommand = Arguments.Command<VerifySettings, Workplace>(
  "verify",
  abstract: "Make a report again from what it carries, and say whether it is the same, byte for byte.",
  discussion: """
    Pages (.html) and results (.json) carry the profile, the digests of the packs and the version of the advisor. Every \
    other format, checklists too, prints a digest: name the file if it is text, or the digest itself, and the profile with \
    --profile; --date and --draws then are those of the report. What answers are for the house only is in no report for a \
    customer: to verify such a report, name the whole profile with --profile.
    Where the packs have changed since, --was names them as they were, a folder or a git revision: then the differences are \
    named rule by rule. The exit status is 1 if the report is not the same.
    """,
  examples: [
    ("advisor verify report.html", "is this what these packs say?"),
    ("advisor verify report.html --was v1.0.0", "with what the packs say differently since"),
    ("advisor verify offer.md --profile profile.json --date 2026-11-21", "a file that prints only its digest"),
  ],
  defaults: VerifySettings(),
  options: [
    .value("profile", "FILE", help: "The whole profile, where the report does not carry it", \.profile),
    .value("was", "PACKS", help: "The packs as they were: a folder or a git revision", \.former),
  ] + SamplingSettings.options(draws: \.sampling.draws, keepsOrder: \.sampling.keepsOrder)
    + CommonSettings.options(in: \.common),
  operands: [.one("REPORT", help: "A report, or the digest that it prints", \.report)],
  run: { settings, workplace -> ExitStatus in
    var session = Session(workplace, settings.common)
    if PrintedDigest.find(in: settings.report) == settings.report.lowercased() {
      return session.verify(digest: settings.report.lowercased(), settings)
    }
    guard let file = session.read(settings.report) else { return session.finish() }
    if let report = CarriedReport(file) { return session.verify(report, settings) }
    guard let digest = PrintedDigest.find(in: String(decoding: file.bytes, as: UTF8.self)) else {
      session.log.error(
        "no-provenance",
        "\(quoted(settings.report)) carries nothing that it could be made again from, and prints no digest",
        at: nil,
        help: "name a page (.html) or a result (.json) of 'advisor report', or type the digest printed at its end"
      )
      return session.finish()
    }
    return session.verify(digest: digest, settings)
  }
)

extension Session {
  /// A report that carries what it was made of.
  fileprivate mutating func verify(_ report: CarriedReport, _ settings: VerifySettings) -> ExitStatus {
    let whole = settings.profile.flatMap { read($0) }
    if report.withheldAnswers > 0 && settings.profile == nil {
      log.error(
        "withheld-answers",
        "the report leaves out \(report.withheldAnswers) answers for the house only, and rests on them",
        at: nil,
        help: "name the whole profile with --profile"
      )
    }
    guard !log.hasErrors, let catalogue = loadCatalogue() else { return finish() }
    let name = sanitized(settings.report)
    let verification = Verification(report, with: catalogue, whole: whole)
    var page = Screen(console, self.settings.color)
    if verification.isIdentical {
      page.line(page.painted("identical", .good), ": \(name) is what advisor \(engineVersion) makes with these packs")
      console.output.print(page.text, terminator: "")
      return finish()
    }
    page.line(page.painted("not identical", .bad), ": \(name)")
    for finding in verification.findings { page.paragraph(finding, indent: 2, prefix: "! ", prefixPaint: .ask) }
    if let differences = verification.differences { show(differences, on: &page) }
    if let former = settings.former {
      let old = former == "" ? nil : formerCatalogue(former)
      guard let old else { return finish(.no) }
      let again = Verification(report, with: old, whole: whole)
      page.paragraph(
        again.isIdentical
          ? "with the packs of \(former) it is identical" : "with the packs of \(former) it is not identical either",
        indent: 2,
        prefix: "· "
      )
      var impact = ImpactScreen(screen: page)
      impact.show(PackDifference(from: old, to: catalogue))
      page = impact.screen
    } else if verification.hasOtherPacks {
      page.paragraph(
        "no report carries the packs: 'advisor verify \(settings.report) --was PACKS' names every difference, rule by rule; "
          + "PACKS is a folder or a git revision that holds them as they were",
        indent: 2,
        prefix: "· "
      )
    }
    console.output.print(page.text, terminator: "")
    return finish(.no)
  }

  private func show(_ differences: ResultDifferences, on page: inout Screen) {
    if !differences.rules.isEmpty {
      let names = differences.rules.sorted(by: idPrecedes)
      let more = names.count > Self.shownDifferences ? " and \(names.count - Self.shownDifferences) more" : ""
      page.paragraph(
        "rules that count otherwise: \(names.prefix(Self.shownDifferences).joined(separator: ", "))\(more)",
        indent: 2,
        prefix: "! ",
        prefixPaint: .ask
      )
    }
    for line in differences.lines.prefix(Self.shownDifferences) { page.paragraph(line, indent: 4) }
    let more = differences.lines.count - Self.shownDifferences
    if more > 0 { page.paragraph("and \(more) more", indent: 4, .faint) }
  }

  private static let shownDifferences = 12

  private mutating func formerCatalogue(_ version: String) -> Catalogue? {
    guard let folders = packs(of: version, besides: ruleFolders.first ?? "Rules") else { return nil }
    let decoded = folders.compactMap { $0.decode(into: &log) }
    if log.hasErrors { return nil }
    let catalogue = link(decoded, into: &log)
    return log.hasErrors ? nil : catalogue
  }

  /// A digest that was printed, with the profile that it should be of.
  fileprivate mutating func verify(digest: String, _ settings: VerifySettings) -> ExitStatus {
    guard let profile = settings.profile else {
      log.error(
        "needs-a-profile",
        "a digest alone says nothing about what it was made of",
        at: nil,
        help: "name the profile with --profile, or verify the page (.html) or the result (.json) of the same report"
      )
      return finish()
    }
    guard let recommendation = recommend(profile) else { return finish() }
    let plan = settings.sampling.plan
    let origin = PrintedDigest.origin(of: digest, in: recommendation.assessment, drawing: plan)
    var page = Screen(console, self.settings.color)
    if let origin {
      let runs = origin.plan == nil && plan != nil ? ", made without runs as checklists are," : ""
      page.line(
        page.painted("identical", .good),
        ": edition \(origin.edition.rawValue) of \(sanitized(profile))\(runs) with these packs has this digest"
      )
    } else {
      page.line(
        page.painted("not identical", .bad),
        ": no edition of \(sanitized(profile)) with these packs has this digest"
      )
      page.paragraph("the profile, the packs, the day (--date) or the number of runs (--draws) is another", indent: 2)
    }
    console.output.print(page.text, terminator: "")
    return finish(origin == nil ? .no : .done)
  }
}

extension Verification {
  /// Whether the packs are others than those of the report.
  fileprivate var hasOtherPacks: Bool { report.packs.map(\.digest) != catalogue.packs.map(\.digest) }
}
