import RuleModel
import Testing

@Suite struct TruthTests {
  private static let all: [Truth] = [.no, .unknown, .yes]

  /// Strong Kleene logic: rows and columns false, unknown, true.
  @Test func followsKleenesTables() {
    let and: [[Truth]] = [[.no, .no, .no], [.no, .unknown, .unknown], [.no, .unknown, .yes]]
    let or: [[Truth]] = [[.no, .unknown, .yes], [.unknown, .unknown, .yes], [.yes, .yes, .yes]]
    for (row, a) in Self.all.enumerated() {
      for (column, b) in Self.all.enumerated() {
        #expect(a.and(b) == and[row][column])
        #expect(a.or(b) == or[row][column])
        #expect(a.and(b).negated == a.negated.or(b.negated))
      }
    }
  }

  @Test func negationLeavesTheUnknownUnknown() {
    #expect(Self.all.map(\.negated) == [.yes, .unknown, .no])
    #expect(Self.all.map(\.known) == [false, nil, true])
  }
}
