#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The environment variables of a run, as a value.
package struct ProcessEnvironment: Sendable, Equatable {
  private let variables: [String: String]

  package init(_ variables: [String: String] = [:]) { self.variables = variables }

  /// What this process was started with.
  package static var current: Self { Self(ProcessInfo.processInfo.environment) }

  /// All of them by name.
  var all: [String: String] { variables }

  /// Nil if the variable is not set or empty, which means the same everywhere in the advisor.
  package subscript(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
}
