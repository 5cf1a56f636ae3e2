// Usage: rules-embedder RULES-FOLDER OUTPUT.swift
//
// Writes one Swift file with the text of every JSON file below the folder, sorted by path. Base64 in one string
// literal per file: it needs no escaping and costs the compiler next to nothing.
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
    /// Path below `Rules/` and Base64 of the content, sorted by path.
    static let encoded: [(path: String, base64: String)] = [

  """
for file in files {
  let content = try Data(contentsOf: file.url).base64EncodedString()
  text += "    (\(String(reflecting: file.path)), \"\(content)\"),\n"
}
text += "  ]\n}\n"
try Data(text.utf8).write(to: output, options: .atomic)
