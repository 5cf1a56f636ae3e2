import Foundation
import RuleModel
import TestSupport
import Testing

@Suite struct OperatorTests {
  @Test(arguments: ConditionOperator.all.map(\.id))
  func examplesHold(id: String) throws {
    let tested = try #require(ConditionOperator.named(id))
    for example in tested.examples {
      let truth = tested.holds(example.value, example.operands, example.order)
      #expect(truth == example.outcome, "\(example.value) \(id) \(example.operands)")
    }
  }

  /// Files of the folder that hold no operator, but what several share.
  private let shared: Set<String> = ["Equality"]

  @Test func folderHoldsWhatTheListNames() throws {
    let folder = Repository.root.appendingPathComponent("Sources/RuleModel/Operators")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) }
    let listed = ConditionOperator.all.map { $0.id.prefix(1).uppercased() + $0.id.dropFirst() }
    #expect(
      Set(files).subtracting(shared) == Set(listed),
      "Add the new operator to ConditionOperator.all"
    )
  }

  @Test func idsAreUnique() {
    #expect(Set(ConditionOperator.all.map(\.id)).count == ConditionOperator.all.count)
  }

  @Test func aPhraseNamesItsOperandsInEveryLanguage() {
    for tested in ConditionOperator.all {
      for language in Language.allCases {
        let operands = tested.takesList ? ["<a>", "<b>"] : ["<a>"]
        let phrase = tested.phrase(operands, language)
        for operand in operands { #expect(phrase.contains(operand), "\(tested.id)") }
      }
    }
  }

  /// A number and a threshold, from below to above, with both kinds of ends.
  @Test(arguments: [
    (from: 1.0, to: 2.0, atLeast: Truth.no, above: Truth.no, atMost: Truth.yes, below: Truth.yes, is: Truth.no),
    (from: 2.0, to: 3.0, .unknown, .no, .yes, .unknown, .unknown),
    (from: 3.0, to: 3.0, .yes, .no, .yes, .no, .yes),
    (from: 2.0, to: 4.0, .unknown, .unknown, .unknown, .unknown, .unknown),
    (from: 3.0, to: 4.0, .yes, .unknown, .unknown, .no, .unknown),
    (from: 4.0, to: 5.0, .yes, .yes, .no, .no, .no),
  ])
  func aRangeThatStraddlesAThresholdIsUnknown(
    from: Double,
    to: Double,
    atLeast: Truth,
    above: Truth,
    atMost: Truth,
    below: Truth,
    is: Truth
  ) {
    let value = FactValue.number(from: from, to: to)
    func outcome(_ tested: ConditionOperator) -> Truth { tested.holds(value, [.number(3)], []) }
    #expect(outcome(.atLeast) == atLeast)
    #expect(outcome(.above) == above)
    #expect(outcome(.atMost) == atMost)
    #expect(outcome(.below) == below)
    #expect(outcome(.is) == `is`)
    #expect(outcome(.isNot) == `is`.negated)
    #expect(outcome(.anyOf) == `is`)
    #expect(outcome(.noneOf) == `is`.negated)
  }

  @Test func thresholdZeroIsAThreshold() {
    func holds(_ tested: ConditionOperator, _ value: Double) -> Truth { tested.holds(.number(value), [.number(0)], []) }
    #expect(
      holds(.atLeast, 0) == .yes && holds(.above, 0) == .no && holds(.atMost, 0) == .yes && holds(.below, 0) == .no
    )
    #expect(holds(.is, -0.0) == .yes && holds(.isNot, 0) == .no)
    #expect(holds(.below, -0.5) == .yes && holds(.above, 0.5) == .yes)
  }

  /// No reading of an operator may say yes and its opposite no on the same value.
  @Test func oppositesNeverAgree() {
    let pairs: [(ConditionOperator, ConditionOperator)] = [
      (.is, .isNot), (.anyOf, .noneOf), (.atLeast, .below), (.above, .atMost),
    ]
    var dice = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let ends = [Double(dice.int(-3...3)), Double(dice.int(-3...3))].sorted()
      let value = FactValue.number(from: ends[0], to: ends[1])
      let operands = [FactValue.number(Double(dice.int(-3...3)))]
      for (one, other) in pairs { #expect(one.holds(value, operands, []) == other.holds(value, operands, []).negated) }
    }
  }
}
