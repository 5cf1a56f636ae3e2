import RuleModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-11-21", 20_778), ("1600-01-01", -135_140), ("0000-03-01", -719_468), ("9999-12-31", 2_932_896),
  ])
  func countsDays(text: String, days: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.days == days)
    #expect(CalendarDate(days: days).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00", "2026-1-1", "26-11-21",
    "2026/11/21", "2026-11-21 ", " 2026-11-21", "2026-11-21T00:00:00Z", "20261121", "", "+026-01-01", "-026-01-01",
    "２０２６-11-21", "2026-11-2\u{661}", "2026--11-21", "2026-11-21-",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func leapYearsFollowTheGregorianRule() {
    for (year, isLeap) in [(1600, true), (1700, false), (1900, false), (2000, true), (2024, true), (2026, false)] {
      #expect((CalendarDate("\(year)-02-29") != nil) == isLeap)
    }
  }

  @Test func everyDayIsTheOneAfterTheDayBefore() {
    var before = CalendarDate(year: 1999, month: 12, day: 31)
    for days in before.days + 1...before.days + 1500 {
      let date = CalendarDate(days: days)
      #expect(CalendarDate(date.description) == date)
      #expect(before < date)
      #expect(date.day == before.day + 1 || date.day == 1 && (date.month == before.month % 12 + 1))
      before = date
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-21", 12, "2027-11-21"),
    ("2024-02-29", 12, "2025-02-28"), ("2026-11-21", 2, "2027-01-21"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-03-31", -13, "2025-02-28"), ("2026-11-21", 0, "2026-11-21"),
  ])
  func monthsEndOnTheLastDayWhereTheDayIsMissing(text: String, months: Int, later: String) throws {
    #expect(try #require(CalendarDate(text)).adding(months: months).description == later)
  }
}
