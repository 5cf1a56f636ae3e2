import TestSupport
import Testing

@testable import AdvisorCLI

/// What is said where no option fits.
@Suite struct WaysOutTests {
  private static let manifest = """
    { "format": 1, "id": "pack", "version": "1.0.0", "title": "Pack", "description": "One.", "maintainer": "Us" }
    """
  private static let content = """
    { "facts": [ { "id": "site", "type": "choice", "title": "Site", "question": "Where?",
                   "choices": [ { "id": "here" }, { "id": "moon" } ] } ],
      "decisions": [ { "id": "platform", "title": "Platform",
                       "waysOut": [ { "text": { "en": "Ask a partner.", "de": "Fragen Sie einen Partner." },
                                      "links": ["https://partner.example/"], "sources": ["S-1"] },
                                    { "text": "Rumoured.", "sources": ["S-2"] } ] } ],
      "options": [ { "id": "cloud", "decision": "platform", "title": "Cloud" } ],
      "sources": [ { "id": "S-1", "status": "stated", "title": "The paper", "reviewed": "2026-01-01" },
                   { "id": "S-2", "status": "unverified", "title": "Hearsay" } ],
      "rules": [ { "id": "far", "title": "Too far", "when": { "site": "moon" }, "exclude": ["cloud"],
                   "because": "Nobody goes there.", "sources": ["S-1"] },
                 { "id": "near", "title": "Near", "when": { "site": "here" }, "criterion": "fit", "rate": { "cloud": 1 },
                   "because": "It is near.", "sources": ["S-1"] } ],
      "criteria": [ { "id": "fit", "title": "Fit" } ] }
    """

  private func screen(_ site: String, _ words: String...) throws -> String {
    let files = MemoryFiles([
      "Rules/pack/pack.json": Self.manifest,
      "Rules/pack/content.json": Self.content,
      "case.json": #"{ "format": 1, "title": "Case", "answers": { "site": "\#(site)" } }"#,
    ])
    let run = AdvisorCLITests.run(["assess", "case.json"] + words, in: files)
    #expect(run.status == 0, "\(run.talk)")
    return run.output
  }

  @Test func theyAreToldWhereNoOptionFits() throws {
    let english = try screen("moon")
    #expect(english.contains("Ways out that are worth a conversation:") && english.contains("→ Ask a partner."))
    #expect(try screen("moon", "--lang", "de").contains("→ Fragen Sie einen Partner."))
  }

  @Test func theyAreSilentWhereOneFits() throws {
    #expect(try !screen("here").contains("partner"))
  }

  @Test func aWayOutThatNobodyStatesIsNotToldToCustomers() throws {
    #expect(try !screen("moon").contains("Rumoured"))
  }
}
