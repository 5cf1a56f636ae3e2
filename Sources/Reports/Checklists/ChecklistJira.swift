import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ChecklistFormat {
  /// Tasks for the CSV import of Jira, whose columns it finds by their names; labels, which hold no spaces, tell the phase
  /// and who acts. What comes first stands in the description: links between tasks would need a column for each.
  package static let jira = ChecklistFormat(
    id: "jira",
    ending: "csv",
    help: "Tasks for the CSV import of Jira"
  ) { recommendation, language, edition in
    let say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
    let rows = checklistRows(recommendation, language, edition)
    let owners = rows.map(\.owners.count).max() ?? 0
    // A column that holds several values stands several times under one name.
    let head =
      ["Issue Id", "Issue Type", "Summary", "Description"] + Array(repeating: "Labels", count: owners + 1)
    let notice = noticeOfIssues(recommendation, say)
    var text = CSVText.record(head)
    for row in rows {
      let lines =
        issueLines(of: row, among: rows, say).map { "*\($0.label):* " + wikiText($0.text) }
        + ["_" + wikiText(notice) + "_"]
      let labels = filled([row.phase.rawValue] + row.owners.map(\.rawValue), to: owners + 1)
      let cells =
        [CSVText.cell(String(row.number)), CSVText.cell("Task"), CSVText.cell(row.title), CSVText.cell(lines: lines)]
        + labels.map { CSVText.cell($0) }
      text += cells.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  private static func filled(_ cells: [String], to count: Int) -> [String] {
    cells + Array(repeating: "", count: max(0, count - cells.count))
  }

  /// Text in which nothing acts as Jira's wiki markup: macros, links, pictures, mentions.
  private static func wikiText(_ text: String) -> String {
    text.cleaned.unicodeScalars.map { scalar in
      switch scalar {
      case "{", "}", "[", "]", "!", "|", "\\", "*", "^", "~": "\\" + String(scalar)
      default: String(scalar)
      }
    }.joined()
  }
}
