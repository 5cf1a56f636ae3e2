import Arguments

/// When text for people is coloured: the values of `--color`.
package enum ColorMode: String, Sendable, CaseIterable, ArgumentValue {
  case auto
  case always
  case never

  /// Whether to colour. On `auto` the first that speaks decides: `NO_COLOR` (no), `CLICOLOR_FORCE` other than 0 (yes),
  /// `TERM=dumb` (no), and then whether a person looks at a terminal.
  ///
  /// Sources: no-color.org, bixense.com/clicolors.
  package func usesColor(onTerminal isTerminal: Bool, in environment: ProcessEnvironment) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"] != nil { return false }
      if let force = environment["CLICOLOR_FORCE"], force != "0" { return true }
      return isTerminal && environment["TERM"] != "dumb"
    }
  }
}
