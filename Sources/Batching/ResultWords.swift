/// Where the words of all results stand among their texts.
struct ResultWords: Sendable {
  let file: Range<Int>
  let line: Range<Int>
  let title: Range<Int>
  let reference: Range<Int>
  let decisions: Range<Int>
  let notKnownToApply: Range<Int>
  let noSolution: Range<Int>
  let notEnoughFacts: Range<Int>
  let null: Range<Int>
  let yes: Range<Int>
  let no: Range<Int>
  /// Per `LaneDecision.Decider`.
  let deciders: [Range<Int>]

  init(in texts: inout [UInt8]) {
    func add(_ text: String) -> Range<Int> { texts.add(Array(text.utf8)) }
    file = add(#""file":"#)
    line = add(#""line":"#)
    title = add(#","title":"#)
    reference = add(#","reference":"#)
    decisions = add(#","decisions":{"#)
    notKnownToApply = add(#""applicable":null,"#)
    noSolution = add(#""reason":"noSolution","#)
    notEnoughFacts = add(#""reason":"notEnoughFacts","#)
    null = add("null")
    yes = add("true")
    no = add("false")
    deciders = LaneDecision.Decider.allCases.map { add("\"\($0)\"") }
  }
}
