/// The packs of `Rules/` as they were when the program was built.
package enum BuiltInRules {
  /// Path below `Rules/` and content of every JSON file, sorted by path.
  package static var files: [(path: String, content: [UInt8])] {
    embedded.map { file in ("\(file.path)", file.content.withUTF8Buffer { Array($0) }) }
  }
}
