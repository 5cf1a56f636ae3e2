// The table of variables is a global of the C library, and read here only: it does not change while the program runs.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// The environment variables of a run, as a value.
package struct ProcessEnvironment: Sendable, Equatable {
  private let variables: [String: String]

  package init(_ variables: [String: String] = [:]) { self.variables = variables }

  /// What this process was started with.
  package static var current: Self {
    #if canImport(Darwin)
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
    #else
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    #endif
    var variables: [String: String] = [:]
    while let entry = next?.pointee {
      let words = String(cString: entry)
      if let sign = words.utf8.firstIndex(of: UInt8(ascii: "=")) {
        // Of a name that stands there twice the first one counts, as for `getenv`.
        let name = String(words[..<sign])
        if variables[name] == nil { variables[name] = String(words[words.utf8.index(after: sign)...]) }
      }
      next = next?.successor()
    }
    return Self(variables)
  }

  /// All of them by name.
  var all: [String: String] { variables }

  /// Nil if the variable is not set or empty, which means the same everywhere in the advisor.
  package subscript(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
}
