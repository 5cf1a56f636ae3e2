import Advice
import Assessing
import RuleCompiler
import RuleModel

/// Decision records in the form of MADR 4.0 (adr.github.io/madr): one Markdown file for each decision that applies, with
/// the headings and the opening words of that form, in the language of the report.
///
/// Files are numbered by the place of their decision among all of the packs, so a record keeps its name when answers change.
enum DecisionRecords {
  static func render(_ recommendation: Recommendation, _ language: Language, _ edition: Edition) -> [RenderedFile] {
    let assessment = recommendation.assessment
    let say = Phrasing(language: language, edition: edition, catalogue: assessment.catalogue)
    return assessment.decisions.enumerated().compactMap { place, decision in
      guard decision.applicable != .no else { return nil }
      let record = DecisionRecord(recommendation: recommendation, decision: decision, say: say)
      return RenderedFile(name: name(of: decision, place + 1, say), bytes: Array(record.text().utf8))
    }
  }

  /// `0003-ci-cd-system.md`
  private static func name(of decision: AssessedDecision, _ number: Int, _ say: Phrasing) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    let slug = germanLetters(say.text(decision.decision.decision.title)).slug
    return "\(zeros)\(digits)-\(slug.isEmpty ? "decision" : slug).md"
  }

  private static func germanLetters(_ text: String) -> String {
    text.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
      .replacing("ß", with: "ss")
  }
}
