import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Points as every page shows them: signed, one decimal.
func shownPoints(_ number: Double) -> String {
  let tenths = (number * 10).rounded(.toNearestOrAwayFromZero)
  let digits = "\(Int(tenths.magnitude) / 10).\(Int(tenths.magnitude) % 10)"
  return tenths == 0 ? "0.0" : (tenths < 0 ? "\u{2212}" : "+") + digits
}

/// The number behind shown points, in tenths.
func tenths(_ shown: String) -> Int? {
  let digits = shown.filter { $0.isASCII && $0.isNumber }
  return Int(digits).map { shown.hasPrefix("\u{2212}") ? -$0 : $0 }
}

/// What a report says about decisions, read out of its tables: the same from Markdown and from HTML.
struct ReportReading: Equatable {
  struct Ranking: Equatable {
    /// Rank and points as shown, in the order of the page.
    var ranked: [[String]] = []
    /// Titles of what is ruled out.
    var excluded: [String] = []
    var recommended: [String] = []
  }

  struct Reasons: Equatable {
    /// Rule id and points as shown, sorted by rule.
    var points: [[String]] = []
    var rounding: String?
    var total = ""
  }

  var rankings: [Ranking] = []
  var reasons: [Reasons] = []

  // MARK: Markdown

  init(markdown text: String) {
    let words = (recommended: ["recommended", "empfohlen"], rounding: ["Rounding", "Rundung"])
    var table: [[String]] = []
    for line in text.components(separatedBy: "\n") + [""] {
      if line.hasPrefix("| ") {
        let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        table.append(cells.map { $0.trimmingCharacters(in: .whitespaces) })
        continue
      }
      defer { table = [] }
      guard table.count > 2, table[0].count == 4 else { continue }
      if ["Rank", "Rang"].contains(table[0][0]) {
        var ranking = Ranking()
        for row in table.dropFirst(2) {
          let title = row[1].components(separatedBy: " **\\[").first?.components(separatedBy: " – ").first ?? ""
          if row[0] == "–" { ranking.excluded.append(title) } else { ranking.ranked.append([row[0], row[2]]) }
          if words.recommended.contains(where: { row[1].contains("\\[\($0)\\]") }) { ranking.recommended.append(title) }
        }
        rankings.append(ranking)
      } else if ["Reason", "Grund"].contains(table[0][0]) {
        var found = Reasons()
        for row in table.dropFirst(2) {
          if row[3].hasPrefix("`") {
            found.points.append([row[3].filter { $0 != "`" }, row[1]])
          } else if words.rounding.contains(row[0]) {
            found.rounding = row[1]
          } else if !row[1].isEmpty {
            found.total = row[1].filter { $0 != "*" }
          }
        }
        found.points.sort { $0.joined() < $1.joined() }
        reasons.append(found)
      }
    }
    clean()
  }

  // MARK: HTML

  init(html text: String) {
    for table in text.components(separatedBy: "<table class=\"chart").dropFirst() {
      let content = table.components(separatedBy: "</table>")[0]
      let rows = content.components(separatedBy: "<tr").dropFirst()
      if table.hasPrefix(" ranking") {
        var ranking = Ranking()
        for row in rows where row.contains("class=\"name\"") {
          let title = Self.text(row, after: "class=\"name\">", before: "<")
          if row.contains("badge positive") { ranking.recommended.append(title) }
          if row.contains("class=\"points\"") {
            let rank = Self.text(row, after: "class=\"rank\">", before: "</td>")
            ranking.ranked.append([rank, Self.text(row, after: "class=\"points\">", before: "</td>")])
          } else {
            ranking.excluded.append(title)
          }
        }
        rankings.append(ranking)
      } else if content.contains("<tfoot>") {
        var found = Reasons()
        for row in rows where row.contains("<td class=\"points\">") {
          let points = Self.text(row, after: "<td class=\"points\">", before: "</td>")
          if row.contains("class=\"rule\">") {
            found.points.append([Self.text(row, after: "class=\"rule\">", before: "</code>"), points])
          } else if row.hasPrefix(" class=\"rest\"") {
            found.rounding = points
          } else {
            found.total = points
          }
        }
        found.points.sort { $0.joined() < $1.joined() }
        reasons.append(found)
      }
    }
    clean()
  }

  private static func text(_ row: String, after start: String, before end: String) -> String {
    guard let from = row.range(of: start), let to = row.range(of: end, range: from.upperBound..<row.endIndex) else {
      return ""
    }
    return String(row[from.upperBound..<to.lowerBound])
  }

  /// Titles without what either format escapes.
  private mutating func clean() {
    func plain(_ title: String) -> String {
      let text = title.filter { $0 != "\\" }.trimmingCharacters(in: .whitespaces)
      return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
    for place in rankings.indices {
      rankings[place].excluded = rankings[place].excluded.map(plain)
      rankings[place].recommended = rankings[place].recommended.map(plain)
    }
    sort()
  }

  /// Reports tell decisions by importance, results in the order in which they are decided.
  private mutating func sort() {
    rankings.sort { "\($0)" < "\($1)" }
    reasons.sort { "\($0)" < "\($1)" }
  }
}

extension ReportReading {
  /// What a report must say for a result, given how it names options.
  init(result: JSONValue, names: (String) -> String) {
    for decision in result["decisions"]?.elements ?? [] where decision["applicable"] != false {
      let options = decision["options"]?.elements ?? []
      let variant = decision["variant"]?.text
      var ranking = Ranking()
      for option in options {
        guard let id = option["id"]?.text, let score = option["score"]?.number else { continue }
        if let rank = option["rank"]?.number {
          ranking.ranked.append(["\(Int(rank))", shownPoints(score)])
        } else {
          ranking.excluded.append(names(id))
        }
        if id == variant { ranking.recommended.append(names(id)) }
      }
      rankings.append(ranking)
      guard let chosen = options.first(where: { $0["id"]?.text == variant }) else { continue }
      reasons.append(Self.reasons(chosen))
      func family(_ option: JSONValue) -> String? { option["variantOf"]?.text ?? option["id"]?.text }
      let rival = options.first { $0["rank"]?.number != nil && family($0) != family(chosen) }
      if let rival { reasons.append(Self.reasons(rival)) }
    }
    sort()
  }

  private static func reasons(_ option: JSONValue) -> Reasons {
    let counted = option["contributions"]?.elements?.filter { $0["points"]?.number != 0 } ?? []
    let rows = counted.map { part in [part["rule"]?.text ?? "", shownPoints(part["points"]?.number ?? .nan)] }
    let total = shownPoints(option["score"]?.number ?? .nan)
    let rest = (tenths(total) ?? 0) - rows.reduce(0) { $0 + (tenths($1[1]) ?? 0) }
    return Reasons(
      points: rows.sorted { $0.joined() < $1.joined() },
      rounding: rest == 0 ? nil : shownPoints(Double(rest) / 10),
      total: total
    )
  }
}
