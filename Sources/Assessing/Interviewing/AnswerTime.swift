package import RuleModel

/// How long a question takes in a conversation, reading it out and agreeing on an answer included.
///
/// An assumption of the house, for choosing what fits into half an hour; nobody is timed, and no clock is read.
package func assumedSeconds(for fact: Fact) -> Int {
  switch fact.kind {
  case .boolean: 30
  case .date: 30
  // Five choices are read in about the time of one sentence; each further one takes a moment.
  case .choice: 45 + 5 * max(0, fact.choices.count - 5)
  case .choices: 60 + 5 * max(0, fact.choices.count - 5)
  // Numbers have to be looked up or estimated.
  case .number: 75
  }
}
