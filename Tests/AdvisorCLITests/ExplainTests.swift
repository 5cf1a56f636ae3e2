import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

@Suite struct ExplainTests {
  private static func explain(
    _ ids: String...,
    profile: String = "worked",
    options: [String] = [],
    in files: MemoryFiles = .mini()
  ) -> ProgramRun {
    run(["explain", "Profiles/\(profile).json"] + ids + options, in: files, width: 110)
  }

  @Test func aRuleShowsItsConditionTheValuesItSawAndWhatItContributes() {
    let run = Self.explain("little-memory")
    #expect(run.status == 0 && run.talk == "")
    #expect(
      run.output == """
        Rule little-memory: applies
          Little memory
          Little memory is cheap on a shared cluster.

        Condition
          ✓ Memory is below 16 GiB — here: 8 GiB [need.memory]

        What it contributes
           −11.1  Own cluster: weight 2 × rating −1 = −2; 100 × 2 / 3 (Cost) × −2 / 12
           +33.3  Shared cluster: weight 2 × rating 3 = 6; 100 × 2 / 3 (Cost) × 6 / 12

        Sources
          S-1 Handbook of the shared cluster (stated, published 15 January 2025, reviewed 1 November 2026)
            https://docs.example.ch/shared

        """
    )
  }

  @Test(
    arguments: [
      ("told-once", "worked", "Rule told-once: does not apply"),
      ("told-once", "worked", "✗ Experience of the team is None — here: Much [need.team]"),
      ("told-once", "worked", "What it would contribute"),
      ("told-once", "open", "Rule told-once: open, since an answer is missing"),
      ("told-once", "open", "? Experience of the team is None — here: not known [need.team]"),
      ("little-memory", "open", "? Memory is below 16 GiB — here: 8 to 32 GiB [need.memory]"),
      ("stay-home", "worked", "✗ rules out Own cluster, South"),
      ("soon", "worked", "· Order before the holidays."),
      (
        "who-backs-up", "taken",
        "? Shared cluster: Is a copy of the backup kept elsewhere? — confirmed (mail of 2026-11-18)"
      ),
      ("need.memory", "worked", "Memory [need.memory]: 8 GiB (answered)"),
      ("need.memory", "worked", "Rules that look at it (2)"),
      ("need.memory", "worked", "✓ reserved: Steady use"),
      ("need.team", "open", "Experience of the team [need.team]: not known (asked, not known)"),
      ("need.place", "open", "Place of the data [need.place]: not known (not asked yet)"),
      ("need.region", "open", "Region [need.region]: North (assumed, since not answered)"),
      ("need.weeks", "worked", "Weeks to go-live [need.weeks]: 4 weeks (computed from other answers)"),
      ("need.weeks", "worked", "Go-live: 18 December 2026 [need.start]"),
      ("need.backup", "worked", "Backup [need.backup]: not applicable (not applicable)"),
      ("need.backup", "worked", "✗ Database is yes — here: no [need.database]"),
      ("platform", "worked", "1.  +33.3  Shared cluster [shared-cluster]"),
      ("platform", "worked", "✗   +8.3  Own cluster, South [own-cluster-south]"),
      ("platform", "worked", "of what counts has spoken."),
      ("database", "open", "there are not enough facts yet for a recommendation"),
      ("database", "taken", "already decided in favour of Database of your own"),
      ("shared-cluster", "worked", "Shared cluster: rank 1, +33.3"),
      ("shared-cluster", "worked", "+33.3  Cost (6 / 12)"),
      ("own-cluster", "worked", "Own cluster, North: rank 2, +8.3"),
      ("own-cluster", "worked", "−11.1  Little memory [little-memory]"),
      ("own-cluster-south", "worked", "Own cluster, South: ruled out, +8.3"),
      (
        "own-cluster-south", "worked",
        "✗ Data stay in the country [stay-home] (Place of the data: In this country only)"
      ),
      ("cost", "worked", "Weight 2, the default of the packs; scale 12."),
      ("cost", "worked", "Platform: 67"),
      ("control", "taken", "Weight 6, stated in the profile; scale 12."),
      ("store", "worked", "Store [store]: does not apply"),
      ("store", "taken", "✓ Database is yes — here: yes [need.database]"),
      ("router", "worked", "It is always there."),
      ("restore", "worked", "✗ Backup is The customer — here: not applicable [need.backup]"),
      ("plan-network", "taken", "✓ Platform is Own cluster — here: Own cluster [decision.platform]"),
    ]
  )
  func everythingWithAnIdIsExplained(id: String, profile: String, line: String) {
    let run = Self.explain(id, profile: profile)
    #expect(run.status == 0 && run.talk == "")
    #expect(run.output.contains(line), "\(run.output)")
  }

  @Test func anUnknownIdIsAnErrorWithTheNearestOne() {
    let run = Self.explain("little-memry")
    #expect(run.status == 2 && run.output == "")
    #expect(run.talk.contains("error: nothing is called 'little-memry' in the loaded packs [unknown-id]"))
    #expect(run.talk.contains("did you mean 'little-memory'?"))
  }

  @Test func whatIsKnownIsExplainedBesideAnUnknownId() {
    let run = Self.explain("cost", "nonsense", "control")
    #expect(run.status == 2)
    #expect(run.output.contains("Criterion Cost [cost]") && run.output.contains("Criterion Control [control]"))
  }

  @Test func withoutAnIdAllRulesAreAccountedFor() {
    let run = Self.explain(profile: "open")
    #expect(run.status == 0)
    #expect(run.output.contains("Rules that apply (2)"))
    #expect(run.output.contains("Rules that open answers may make apply (6)"))
    #expect(run.output.contains("0 rules do not apply."))
  }

  @Test func aRuleThatAnAdjustmentSwitchesOffSaysSo() throws {
    let texts = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content["adjustments"] = [["rule": "little-memory", "disabled": true, "because": "not ours"]]
    }
    let run = Self.explain("little-memory", in: MemoryFiles(texts))
    #expect(run.status == 0)
    #expect(run.output.contains("little-memory: switched off by an adjustment\n  not ours"))
  }

  @Test func explainsInGerman() {
    let run = Self.explain("little-memory", "own-cluster", "need.backup", options: ["--lang", "de"])
    for line in [
      "Regel little-memory: trifft zu", "✓ Arbeitsspeicher liegt unter 16 GiB — hier: 8 GiB",
      "Gewicht 2 × Bewertung 3 = 6",
      "Eigener Cluster, Süden: ausgeschlossen, +8.3", "nicht zutreffend",
    ] {
      #expect(run.output.contains(line), "\(run.output)")
    }
  }

  /// Explain shows the numbers of the result, to the digit shown, for every profile.
  @Test(arguments: FixtureFiles.profiles)
  func theNumbersAreThoseOfTheResult(profile: String) throws {
    let files = MemoryFiles.repository()
    let path = "Profiles/\(profile).json"
    let result = try RealReports.about(profile).json(of: "r.json")
    let decision = try #require(result["decisions"]?.item("platform"))
    let families = Set(
      decision["options"]?.elements?.compactMap { $0["variantOf"]?.text ?? $0["id"]?.text } ?? []
    )
    let page = run(["explain", path] + families.sorted() + ["--lang", "en"], in: files, width: 110).output
    for option in decision["options"]?.elements ?? [] {
      let score = try #require(option["score"]?.number)
      let rank = option["rank"]?.number.map { "rank \(Int($0))" } ?? "ruled out"
      #expect(page.contains(": \(rank), \(shownPoints(score))\n"), "\(option["id"]?.text ?? "")")
      for part in option["contributions"]?.elements ?? [] {
        guard let points = part["points"]?.number, points != 0, let rule = part["rule"]?.text else { continue }
        #expect(page.contains("[\(rule)]"))
        let line = page.split(separator: "\n").contains { line in
          line.drop { $0 == " " }.hasPrefix(shownPoints(points) + "  ")
        }
        #expect(line, "\(rule) \(points)")
      }
    }
  }
}
