/// How a run of the advisor ended; the same numbers for every command, format and option.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case no = 1
  case wrongInput = 2
  case defect = 70

  /// One sentence for help and documents.
  package var meaning: String {
    switch self {
    case .done: "The work was done."
    case .no: "The work was done and the answer is no: findings, failed tests, or a failed verification."
    case .wrongInput: "The input or the command line is wrong, or a file cannot be read or written."
    case .defect: "The advisor itself is at fault; please report it."
    }
  }
}
