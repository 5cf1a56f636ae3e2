import Advice
import LocatedJSON
import RuleModel
import TestSupport
import Testing

@Suite struct CostTests {
  private static let answers = "{\"fast\": true, \"size\": 8}"

  private static func costs(
    _ prices: String,
    answers: String = answers,
    date: String? = "2026-11-20"
  ) throws -> [CostLine] {
    var profile: JSONValue = [:]
    profile["date"] = date.map { .string($0) }
    // An amount has a currency.
    let priced = prices.replacing("\"amount\"", with: "\"currency\": \"CHF\", \"amount\"")
    return try advice("\"prices\": [\(priced)]", answers: answers, profile: profile).costs
  }

  private static func sum(
    _ price: String,
    answers: String = answers,
    date: String? = "2026-11-20"
  ) throws -> CostLine.Sum? {
    try costs("{\"id\": \"p\", \(price)}", answers: answers, date: date).first?.sum
  }

  @Test(
    arguments: [
      ("\"amount\": 10", .known(from: 10, to: 10)),
      ("\"amount\": 10, \"quantity\": 3", .known(from: 30, to: 30)),
      ("\"amount\": 10, \"quantity\": \"size\"", .known(from: 80, to: 80)),
      ("\"amount\": 10, \"quantity\": {\"product\": [\"size\", 2]}", .known(from: 160, to: 160)),
      ("\"amount\": 10, \"quantity\": \"size\", \"minimum\": 100", .known(from: 100, to: 100)),
      ("\"amount\": 0", .known(from: 0, to: 0)),
      ("\"quantity\": \"size\"", .toBeConfirmed(.noAmount)),
      ("\"amount\": 10, \"validFrom\": \"2026-11-20\", \"validUntil\": \"2026-11-20\"", .known(from: 10, to: 10)),
      ("\"amount\": 10, \"validFrom\": \"2026-11-21\"", .toBeConfirmed(.expired)),
      ("\"amount\": 10, \"validUntil\": \"2026-11-19\"", .toBeConfirmed(.expired)),
      ("\"amount\": 10, \"when\": {\"extra\": true}", .toBeConfirmed(.unknownCondition)),
    ] as [(String, CostLine.Sum)]
  )
  func aSumIsKnownOrToBeConfirmed(price: String, expected: CostLine.Sum) throws {
    #expect(try Self.sum(price) == expected)
  }

  @Test func withoutADayAValidityCannotBeJudged() throws {
    #expect(try Self.sum("\"amount\": 10, \"validUntil\": \"2026-12-31\"", date: nil) == .toBeConfirmed(.noDate))
    #expect(try Self.sum("\"amount\": 10", date: nil) == .known(from: 10, to: 10))
  }

  @Test func aRangeGivesARangeAndAnUnknownQuantityNoSum() throws {
    let price = "\"amount\": 10, \"quantity\": \"size\", \"minimum\": 50"
    let range = try Self.sum(price, answers: "{\"fast\": true, \"size\": {\"from\": 2, \"to\": 9}}")
    #expect(range == .known(from: 50, to: 90))
    #expect(try Self.sum(price, answers: "{\"fast\": true}") == .toBeConfirmed(.unknownQuantity))
  }

  @Test func onlyPricesOfWhatIsRecommendedAreListed() throws {
    let prices = """
      {"id": "a", "option": "A", "amount": 1}, {"id": "b", "option": "B", "amount": 1}, {"id": "all", "amount": 1},
      {"id": "never", "amount": 1, "when": {"fast": false}}
      """
    #expect(try Self.costs(prices).map(\.price.id) == ["a", "all"])
    #expect(try Self.costs(prices, answers: "{\"fast\": false}").map(\.price.id) == ["all", "b", "never"])
  }

  @Test func aPriceMayTakeAShareOfAnother() throws {
    let prices = """
      {"id": "a-share", "amount": 0.1, "quantity": {"cost": "z-base"}}, {"id": "z-base", "amount": 10, "quantity": "size"}
      """
    let lines = try Self.costs(prices)
    #expect(lines.map(\.price.id) == ["z-base", "a-share"])
    #expect(lines.last?.sum == .known(from: 8, to: 8))
  }

  @Test func aShareOfWhatIsToBeConfirmedIsToBeConfirmed() throws {
    let lines = try Self.costs(
      "{\"id\": \"share\", \"amount\": 0.1, \"quantity\": {\"cost\": \"base\"}}, {\"id\": \"base\", \"quantity\": \"size\"}"
    )
    #expect(lines.map(\.sum) == [.toBeConfirmed(.noAmount), .toBeConfirmed(.unknownQuantity)])
  }

  @Test func aShareOfWhatIsNotRecommendedIsNothing() throws {
    let lines = try Self.costs(
      """
      {"id": "share", "amount": 0.1, "quantity": {"sum": [{"cost": "b"}, {"cost": "a"}]}},
      {"id": "a", "amount": 100, "option": "A"}, {"id": "b", "amount": 500, "option": "B"}
      """
    )
    #expect(lines.last?.sum == .known(from: 10, to: 10))
  }
}
