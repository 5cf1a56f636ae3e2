package import Assessing
import RuleCompiler
package import RuleModel

/// Open questions that have been answered and count, since their rule applies; in the order of the profile.
package func clarifications(of assessment: Assessment) -> [Profile.Clarification] {
  assessment.profile.clarified.filter { assessment.truth(ofRule: $0.rule.id) == .yes }
}

/// A question that was asked, with its answer: "Is a copy kept elsewhere? – yes (mail of 18 November)".
package func clarificationText(_ clarification: Profile.Clarification, _ say: Phrasing) -> String {
  guard let rule = say.catalogue.rule(clarification.rule.id) else { return "" }
  let leaves = say.catalogue.decision(ofOption: clarification.option.id)?.leaves(of: clarification.option.id) ?? []
  let text = rule.confirmations.first { leaves.contains($0.leaf) }?.text
  let answer = clarification.holds ? say(en: "yes", de: "ja") : say(en: "no", de: "nein")
  let note = say.edition.showsWorkingNotes ? clarification.note.map { " (\($0))" } ?? "" : ""
  return "\(say.question(text, of: rule.rule)) \u{2013} \(answer)\(note)"
}
