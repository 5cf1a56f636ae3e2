import Advice
import Assessing

extension ReportFormat {
  /// The page with the panel "What if …": the same file name, chosen by an option and not by its ending.
  package static let liveHTML = ReportFormat(
    "html",
    endings: ["html"],
    help: "A self-contained page that calculates",
    .file { recommendation, manner throws(NothingToWrite) in
      let withheld = Provenance(of: recommendation.assessment, for: manner.edition).profile.withheldAnswers
      guard withheld == 0 else {
        throw NothingToWrite(
          summary: "the result rests on \(withheld) answers for the house only, and a page that calculates needs them",
          help: "leave out --live, or write it for the house with --edition internal"
        )
      }
      guard let panel = LivePanel(of: recommendation, language: manner.language, edition: manner.edition) else {
        throw NothingToWrite(
          summary: "this advisor was built without the engine for browsers",
          help: "build it with a toolchain that has Embedded Swift for wasm32"
        )
      }
      let document = reportDocument(of: recommendation, in: manner)
      return Array(HTMLReport.render(document, live: panel).utf8)
    }
  )
}
