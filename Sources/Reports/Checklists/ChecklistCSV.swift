import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ChecklistFormat {
  /// One record per step, for spreadsheets and issue trackers; below them the notice, and what they were made of.
  package static let csv = ChecklistFormat(
    id: "csv",
    ending: "csv",
    help: "A record for each step, for spreadsheets"
  ) { recommendation, language, edition in
    let say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
    let header = ["number", "id", "phase", "title", "owner", "after", "result", "details", "links", "effort"]
    var text = CSVText.record(header)
    for row in checklistRows(recommendation, language, edition) {
      text += CSVText.record([
        String(row.number), row.id, say.phase(row.phase), row.title,
        row.owners.map { say.party($0) }.joined(separator: ", "), row.after.joined(separator: ", "), row.result ?? "",
        row.details ?? "", row.links.joined(separator: " "), row.effort.map { plain($0) } ?? "",
      ])
    }
    let assessment = recommendation.assessment
    for (id, line) in [("notice", reportNotice(of: assessment, say).text), ("digest", madeBy(assessment, say))] {
      text += CSVText.record(["", id, "", line] + Array(repeating: "", count: header.count - 4))
    }
    return Array(text.utf8)
  }
}
