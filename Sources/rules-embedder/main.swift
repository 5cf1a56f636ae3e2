// Usage: rules-embedder RULES-FOLDER OUTPUT.swift
//
// Writes one Swift file with the text of every JSON file below the folder, sorted by path: one literal per file, which
// stands in the program as it is and needs no decoding.
import Foundation

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: rules-embedder RULES-FOLDER OUTPUT.swift\n".utf8))
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
let output = URL(filePath: CommandLine.arguments[2])

let root = folder.standardizedFileURL.path(percentEncoded: false)
let prefix = root.hasSuffix("/") ? root : root + "/"
let files =
  (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? [])
  .filter { $0.pathExtension == "json" }
  .map { (path: String($0.standardizedFileURL.path(percentEncoded: false).dropFirst(prefix.count)), url: $0) }
  .sorted { $0.path < $1.path }

var text = """
  // Generated from Rules/ by rules-embedder at every build. Do not edit.

  extension BuiltInRules {
    /// Path below `Rules/` and content, sorted by path.
    static let embedded: [(path: StaticString, content: StaticString)] = [

  """
for file in files {
  guard let content = String(validating: try Data(contentsOf: file.url), as: UTF8.self) else {
    FileHandle.standardError.write(Data("\(file.url.path): not UTF-8\n".utf8))
    exit(2)
  }
  text += "    (\(literal(file.path)), \(literal(content))),\n"
}
text += "  ]\n}\n"
try Data(text.utf8).write(to: output, options: .atomic)

/// A text as a Swift literal on one line.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
