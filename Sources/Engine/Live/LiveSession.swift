/// A book of rules and one case at a time, as the page uses them: everything goes in as bytes and comes out as numbers.
///
/// What is quick (the ranking) and what takes longer (what is settled, what would change it, how firm it is) are asked for
/// apart, decision by decision, so that a page can show one while it waits for the other. Nothing here traps, whatever
/// the bytes are; without a book or a case nothing is found.
package final class LiveSession {
  private let book: RuleBook
  private let index: ProgramIndex
  private var work: Casework?
  private var kernel: Kernel?
  private var block = WorldBlock(columnCount: 0)
  private var readings: [DecisionReading] = []

  /// - Parameter bytes: of `RuleBookBytes`; nil unless they are a sound book.
  package init?(_ bytes: [UInt8]) {
    guard let book = RuleBookBytes.read(bytes) else { return nil }
    self.book = book
    index = ProgramIndex(book.program)
  }

  package var decisionCount: Int { book.program.decisions.count }

  /// Takes a case up and evaluates it; false unless the bytes (of `CaseFileBytes`) fit the book.
  package func open(_ bytes: [UInt8]) -> Bool {
    guard let file = CaseFileBytes.read(bytes, book) else { return false }
    let work = Casework(book, index, file)
    var kernel = Kernel(book.program, file.circumstances)
    block = work.template(assumesDefaults: true)
    kernel.evaluate(&block)
    readings = book.program.decisions.indices.map { DecisionReading(kernel, book, file, decision: $0) }
    self.kernel = kernel
    self.work = work
    return true
  }

  /// Truths, facts and rankings.
  package func standing() -> Findings {
    var findings = Findings()
    if let work, let kernel { findings.add(kernel, block, readings, work) }
    return findings
  }

  /// What open answers can still do to a decision.
  ///
  /// - Parameter limit: how many parts of the completions may be looked at.
  package func settling(_ decision: Int, limit: Int = DecisionSettling.limit) -> Findings {
    var findings = Findings()
    guard let work, readings.indices.contains(decision) else { return findings }
    let isTaken = work.file.isDecided(decision)
    findings.add(
      DecisionSettling(work.openWorlds(decision), readings[decision], isTaken: isTaken, limit: limit)
    )
    return findings
  }

  /// The smallest changes of answers that make another option the recommended one; nothing where the scores recommend
  /// nothing.
  package func flips(_ decision: Int) -> Findings {
    var findings = Findings()
    guard let work, readings.indices.contains(decision), readings[decision].byScore >= 0 else { return findings }
    let kernel = Kernel(work.program, work.file.circumstances)
    var (worlds, _) = work.changedWorlds(decision, block, kernel, .answersOnly)
    let drivers = worlds.drivers()
    let flips = worlds.flips(after: drivers)
    findings.add(flips, worlds.changes)
    return findings
  }

  /// How firm every decision is, and what to ask next.
  package func firmness(_ plan: DrawingPlan) -> Findings {
    var findings = Findings()
    guard let work, plan.draws > 0, plan.draws <= 1 << 20 else { return findings }
    let (decisions, questions) = DrawnWorlds(work, plan).measure()
    findings.add(decisions.count)
    for decision in decisions { findings.add(decision) }
    findings.add(questions)
    return findings
  }
}
