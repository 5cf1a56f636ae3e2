import RuleModel
import Testing

@testable import Reports

/// The charts of all profiles of this repository, measured as they are drawn.
struct ChartTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let figure: ChartFigure
    var testDescription: String { name }
  }

  static let all: [Case] = Language.allCases.flatMap { language in
    RealDocuments.all(language).flatMap { name, document in
      document.figures.map { Case(name: "\(name) \(language) \($0.title)", figure: $0) }
    }
  }

  @Test func everyKindIsDrawn() {
    let kinds = Set(
      Self.all.map { item in
        switch item.figure.drawing {
        case .scores: "scores"
        case .heat: "heat"
        case .waterfall: "waterfall"
        case .shares: "shares"
        case .intervals: "intervals"
        case .gantt: "gantt"
        }
      }
    )
    #expect(kinds.count == 6, "\(kinds)")
  }

  @Test func textsNeitherOverlapNorLeaveTheDrawing() {
    for item in Self.all {
      let sheet = item.figure.drawing.sheet
      var frames: [Rect] = []
      for case .text(let text) in sheet.marks {
        #expect(!frames.contains { $0.overlaps(text.frame) }, "\(item.name): \(text.text)")
        let isInside =
          text.frame.x >= -0.5 && text.frame.right <= sheet.width + 0.5 && text.frame.bottom <= sheet.height
        #expect(isInside, "\(item.name): \(text.text)")
        frames.append(text.frame)
      }
      for case .rect(let frame, _, _) in sheet.marks {
        #expect(frame.width >= 0 && frame.x >= -0.5 && frame.right <= sheet.width + 0.5, "\(item.name)")
        #expect(frame.y >= -0.5 && frame.bottom <= sheet.height + 0.5, "\(item.name)")
      }
    }
  }

  @Test func everyChartHasANameADescriptionAndATable() {
    for item in Self.all {
      #expect(!item.figure.title.isEmpty && item.figure.summary.count > 20, "\(item.name)")
      #expect(!item.figure.table.rows.isEmpty, "\(item.name)")
      #expect(item.figure.table.rows.allSatisfy { $0.cells.count == item.figure.table.columns.count }, "\(item.name)")
    }
  }

  /// From the second to the first: the steps as shown add up.
  @Test func waterfallsAddUp() {
    for item in Self.all {
      guard case .waterfall(let chart) = item.figure.drawing else { continue }
      func tenths(_ text: String) -> Int {
        let digits = Int(text.filter { $0.isASCII && $0.isNumber }) ?? 0
        return text.hasPrefix("\u{2212}") ? -digits : digits
      }
      let sum = chart.steps.reduce(tenths(chart.from.text)) { $0 + tenths($1.text) }
      #expect(sum == tenths(chart.to.text), "\(item.name)")
    }
  }

  @Test(arguments: [
    ("2026-11-20", [0: "2026-11-20", 1: "2026-11-23", 6: "2026-11-30"]),
    ("2026-11-21", [0: "2026-11-23", 4: "2026-11-27", 5: "2026-11-30"]),
    ("2027-01-11", [0: "2027-01-11", 5: "2027-01-18"]),
  ])
  func workingDaysPassOverWeekends(start: String, expected: [Int: String]) throws {
    let calendar = WorkingDays(from: try #require(CalendarDate(start)))
    for (count, day) in expected { #expect(calendar.date(count) == CalendarDate(day), "\(count)") }
  }

  @Test func hostileNumbersStayInsideTheDrawing() {
    let bars = [Double.nan, .infinity, -.infinity, 0, -3].map {
      ScoreChart.Bar("x", points: $0, text: "–", isRecommended: false, isExcluded: false)
    }
    for case .rect(let frame, _, _) in ScoreChart(bars: bars).sheet.marks {
      #expect(frame.x.isFinite && frame.width.isFinite && frame.right <= ChartSheet.narrow + 0.5)
    }
  }
}
