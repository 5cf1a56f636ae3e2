package import Diagnostics
package import RuleCompiler
package import RuleModel

/// Packs on the whole way: decoded, linked and, where nothing is wrong, compiled.
package struct LoadedPacks: Sendable {
  package let packs: [RulePack]
  package let catalogue: Catalogue
  /// What all stages reported.
  package let log: DiagnosticLog

  package init(_ folders: [PackFolder]) {
    var log = DiagnosticLog()
    packs = folders.compactMap { $0.decode(into: &log) }
    catalogue = link(packs, into: &log)
    self.log = log
  }

  package init(_ packs: [PackText]) { self.init(packs.map(\.folder)) }

  /// The codes of all problems, in the order reported.
  package var codes: [String] { log.diagnostics.map(\.code) }

  /// The compiled rules.
  ///
  /// - Throws: `UnexpectedProblems` if a pack holds an error.
  package func compiled() throws -> CompiledRules {
    if log.hasErrors { throw UnexpectedProblems(log) }
    return compile(catalogue)
  }
}

/// Compiles packs that a test takes to be right.
///
/// - Throws: `UnexpectedProblems` if one holds an error.
package func compiled(_ packs: [PackText]) throws -> CompiledRules { try LoadedPacks(packs).compiled() }

/// Compiles one pack that a test takes to be right, written as short JSON (see `PackText`).
///
/// - Throws: `UnexpectedProblems` if it holds an error.
package func compiled(_ content: String) throws -> CompiledRules { try compiled([PackText(content: content)]) }

/// Problems where a test expected none; prints as a person would read them.
package struct UnexpectedProblems: Error, CustomStringConvertible {
  package let diagnostics: [Diagnostic]

  package init(_ log: DiagnosticLog) { diagnostics = log.diagnostics }

  package var description: String {
    diagnostics.map { problem in
      let place = problem.span.map { "\($0.file.name):\($0.start.line):\($0.start.column): " } ?? ""
      return "\(place)\(problem.summary) [\(problem.code)]"
    }.joined(separator: "\n")
  }
}
