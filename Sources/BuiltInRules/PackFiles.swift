import struct Foundation.Data

/// The packs of `Rules/` as they were when the program was built.
package enum BuiltInRules {
  /// Path below `Rules/` and content of every JSON file, sorted by path.
  package static var files: [(path: String, content: [UInt8])] {
    encoded.map { ($0.path, Data(base64Encoded: $0.base64).map(Array.init) ?? []) }
  }
}
