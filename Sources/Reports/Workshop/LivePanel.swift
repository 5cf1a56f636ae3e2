package import Advice
import Assessing
import Engine
import LivePage
import LocatedJSON
import RuleCompiler
package import RuleModel

/// "What if …" beside the result of a report: the engine, the packs without what the edition withholds, and the case as it
/// was assessed. Without script, and on paper, the report is what it is without it.
package struct LivePanel: Sendable {
  /// The text of the script.
  let script = LiveScripts.text(main: "panel.js")
  private let data: JSONValue

  /// Nil without an engine for the browser; see `WorkshopPage.isAvailable`.
  package init?(of recommendation: Recommendation, language: Language, edition: Edition) {
    guard let engine = LivePage.engine else { return nil }
    let assessment = recommendation.assessment
    let say = Phrasing(language: language, edition: edition, catalogue: assessment.catalogue)
    let texts = WorkshopData(rules: assessment.rules, say: say, namesHiddenFacts: false).json(
      profile: String(decoding: Self.profile(of: assessment).canonical(), as: UTF8.self),
      besides: [("style", .string(LivePage.part("page.css") + LivePage.part("panel.css")))]
    )
    // What is needed at once, and what is unpacked when somebody asks for the panel.
    data = .members([
      ("words", WorkshopWords(language: language).atOnce), ("frame", .string(LivePage.part("frame.css"))),
      ("texts", Self.packed(texts.canonical())),
      ("book", Self.packed(RuleBookBytes.write(assessment.rules.book))),
      ("engine", Self.packed(Base64.bytes(of: engine) ?? [])),
    ])
  }

  private static func packed(_ bytes: [UInt8]) -> JSONValue {
    .string(Base64.text(of: Deflate.packed(bytes)))
  }

  /// What counts of the profile, under the names that the packs have for it today. Remarks stay where they are.
  private static func profile(of assessment: Assessment) -> JSONValue {
    let profile = assessment.profile
    let answers = assessment.catalogue.facts.compactMap { fact -> JSONValue.Member? in
      if profile.askedUnknown.contains(fact.id) { return .init(fact.id, .null) }
      return profile.answers[fact.id].map { .init(fact.id, valueJSON($0, of: fact.fact)) }
    }
    return .members([
      ("format", .number(1)), ("title", .string(profile.profile.title)),
      ("date", profile.profile.date.map { .string($0.description) }), ("answers", .object(answers)),
      ("weights", .object(profile.weights.map { .init($0.key, .number($0.value)) })),
      ("decided", .object(profile.decided.map { .init($0.key, .string($0.value.option.id)) })),
      (
        "clarified",
        .array(
          profile.clarified.map {
            .members([
              ("rule", .string($0.rule.id)), ("option", .string($0.option.id)), ("holds", .bool($0.holds)),
            ])
          }
        )
      ),
    ])
  }

  /// Data and script, at the end of a page that carries its result.
  func write(to writer: inout HTMLWriter) {
    writer.inertJSON(String(decoding: data.canonical(), as: UTF8.self), id: "live-data")
    writer.line()
    writer.script(script)
    writer.line()
  }
}
