import RuleCompiler
import TestSupport
import Testing

@testable import Assessing

/// How many questions an interview needs, on profiles of this repository.
@Suite struct InterviewLengthTests {
  /// Profile, and after how many questions the platform is settled at the latest: what was measured, and two for changes
  /// of the packs.
  @Test(
    arguments: [
      ("muster-authority", 14), ("muster-bank", 21), ("muster-hospital", 28), ("muster-vendor", 31),
    ]
  )
  func thePlatformIsSettledEarly(name: String, most: Int) throws {
    let rules = try Repository.packs().compiled()
    let members = try #require(try Repository.profiles().first { $0.name == name }).members
    var interview = try ReplayedInterview(members, rules)
    while !interview.isSettled("platform"), interview.asked.count <= most {
      let open = interview.now.decisions.indices.filter { !interview.seen.outlooks[$0].isSettled }
      let values = questionValues(
        of: interview.now.profile,
        rules,
        plan: SamplingPlan(draws: 1),
        deciding: Set(open.map { interview.now.decisions[$0].id })
      )
      guard let question = interview.answerNext() else { break }
      // Found in two ways: by what is unknown in the conditions, and by the structure of the compiled program.
      #expect(question.canMatter && question.isPursued, "\(question.id) is asked in vain")
      #expect(values.first { $0.fact == question.fact }?.canMatter == true, "\(question.id) is asked in vain")
    }
    print("\(name): platform settled after \(interview.asked.count) of \(interview.relevant) questions")
    #expect(interview.isSettled("platform"))
    #expect(interview.asked.count <= most)
  }

  /// To the very end, on the profile that needs the fewest questions.
  @Test func anInterviewEndsWithEverythingSettled() throws {
    let rules = try Repository.packs().compiled()
    let members = try #require(try Repository.profiles().first { $0.name == "muster-authority" }).members
    var interview = try ReplayedInterview(members, rules)
    var settled = 0
    while let question = interview.answerNext() {
      #expect(question.canMatter, "\(question.id) is asked in vain")
      let now = interview.seen.outlooks.count(where: \.isSettled)
      #expect(now >= settled, "what is settled stays so")
      settled = now
    }
    #expect(interview.sheet.isSettled)
    #expect(interview.asked.count < interview.relevant)
    // A fresh look says what was carried along from answer to answer.
    #expect(foresee(interview.now).outlooks == interview.seen.outlooks)
  }
}
