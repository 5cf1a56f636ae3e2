import RuleCompiler
package import RuleModel

/// All questions of the packs as they stand for one profile: which may be asked, which can still matter, what each is
/// worth.
package struct QuestionSheet: Sendable, Equatable {
  package struct Question: Sendable, Equatable {
    package enum Standing: Sendable, Equatable {
      /// Not asked yet.
      case open
      /// Asked, not known.
      case notKnown
      case answered
      case notApplicable
    }

    /// Index into `Catalogue.facts`.
    package let fact: Int
    package let id: String
    /// Place of its heading in `Catalogue.questionnaire`.
    package let group: Int
    package let standing: Standing
    /// Open questions that decide whether this one applies, as indices into `Catalogue.facts`; they come first.
    package let waitsFor: Set<Int>
    /// Whether its answer can still change a recommendation that is not settled.
    package let canMatter: Bool
    /// Whether its answer can still change one of the decisions that the interview is after.
    package let isPursued: Bool
    /// What the answer is worth (`Foreseen.gains`), or one that has to wait for it; ≥ 0.
    package let gain: Double
    /// Whether it belongs to a first meeting, or one that has to wait for it does.
    package let isCoarse: Bool
    package let seconds: Int
    /// The fact's `order`, infinite without one.
    package let order: Double

    package init(
      fact: Int,
      id: String,
      group: Int = 0,
      standing: Standing = .open,
      waitsFor: Set<Int> = [],
      canMatter: Bool = true,
      isPursued: Bool = true,
      gain: Double = 0,
      isCoarse: Bool = false,
      seconds: Int = 45,
      order: Double = .infinity
    ) {
      self.fact = fact
      self.id = id
      self.group = group
      self.standing = standing
      self.waitsFor = waitsFor
      self.canMatter = canMatter
      self.isPursued = isPursued
      self.gain = gain
      self.isCoarse = isCoarse
      self.seconds = seconds
      self.order = order
    }

    /// Open, and certain to apply as far as that can be asked.
    package var isAskable: Bool { standing == .open && waitsFor.isEmpty }
    /// Open, and its answer can still change something.
    package var isWorthAsking: Bool { standing == .open && canMatter }
  }

  /// In the order of the questionnaire.
  package let questions: [Question]
  /// Decisions that apply or may apply, and those of them that are settled.
  package let applicable: Int
  package let settled: Int

  package init(questions: [Question], applicable: Int, settled: Int) {
    self.questions = questions
    self.applicable = applicable
    self.settled = settled
  }

  package var isSettled: Bool { settled == applicable }

  /// The most questions that still have to be asked: answers can only make some of them superfluous.
  package var questionsLeft: Int { questions.count(where: \.isWorthAsking) }

  package subscript(fact index: Int) -> Question? { questions.first { $0.fact == index } }
}

extension QuestionSheet {
  /// - Parameters:
  ///   - outlooks: by index into `Catalogue.decisions`.
  ///   - gains: by index into `Catalogue.facts`; facts that are not among them have 0.
  ///   - pursued: indices of the decisions that the interview is after; nil: all.
  ///   - audience: for whom questions are shown; those for the house only are left out for customers.
  package init(
    _ assessment: Assessment,
    _ outlooks: [DecisionOutlook],
    gains: [Int: Double],
    pursuing pursued: Set<Int>? = nil,
    audience: Audience
  ) {
    let catalogue = assessment.catalogue
    let truth = FirmTruth(assessment, outlooks)
    let influential = influentialFacts(assessment, outlooks)
    let telling = pursued.map { influentialFacts(assessment, outlooks, on: $0) } ?? influential
    let indices = Dictionary(catalogue.facts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var found: [Question] = []
    for (group, entry) in catalogue.questionnaire.enumerated() {
      for fact in entry.facts where audience == .internal || fact.fact.audience == .customer {
        guard let index = indices[fact.id] else { continue }
        let deciding = factsThatDecideRelevance(of: fact, assessment, truth)
        found.append(
          Question(
            fact: index,
            id: fact.id,
            group: group,
            standing: assessment.standing(of: fact.id, truth),
            waitsFor: Set(deciding.compactMap { indices[$0] }),
            canMatter: influential.contains(fact.id),
            isPursued: telling.contains(fact.id),
            gain: max(0, gains[index] ?? 0),
            isCoarse: fact.fact.isCoarse,
            seconds: assumedSeconds(for: fact.fact),
            order: fact.fact.order ?? .infinity
          )
        )
      }
    }
    let counted = catalogue.decisions.map(\.id).filter { truth.applies($0) != .no }
    self.init(
      questions: withInheritedWorth(found),
      applicable: counted.count,
      settled: counted.count { truth.isSettled($0) }
    )
  }
}

/// A question is worth at least what the open questions are worth that wait for it, and waits only for open ones.
func withInheritedWorth(_ questions: [QuestionSheet.Question]) -> [QuestionSheet.Question] {
  let open = Set(questions.filter { $0.standing == .open }.map(\.fact))
  return questions.map { question in
    let waiting = questions.filter { $0.isWorthAsking && $0.waitsFor.contains(question.fact) }
    return QuestionSheet.Question(
      fact: question.fact,
      id: question.id,
      group: question.group,
      standing: question.standing,
      waitsFor: question.waitsFor.intersection(open),
      canMatter: question.canMatter,
      isPursued: question.isPursued,
      gain: waiting.reduce(question.gain) { max($0, $1.gain) },
      isCoarse: question.isCoarse || waiting.contains(where: \.isCoarse),
      seconds: question.seconds,
      order: question.order
    )
  }
}

extension Assessment {
  fileprivate func standing(of id: String, _ truth: FirmTruth) -> QuestionSheet.Question.Standing {
    if truth.evaluator.state(ofFact: id) == .notApplicable { return .notApplicable }
    if profile.answers[id] != nil { return .answered }
    return profile.askedUnknown.contains(id) ? .notKnown : .open
  }
}
