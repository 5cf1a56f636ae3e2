// Usage: page-embedder engine OUTPUT.swift SWIFTC CLANG WASM-LD SOURCE…
//        page-embedder parts OUTPUT.swift FILE…
//
// Writes one Swift file for the module `LivePage`: the engine as WebAssembly, or scripts and style sheets, each as one
// string literal in Base64, which needs no escaping and costs the compiler next to nothing.
import Foundation

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("page-embedder: \(message)\n".utf8))
  exit(1)
}

let words = CommandLine.arguments
guard words.count >= 3 else { fail("nothing to do") }
let output = URL(filePath: words[2])
let text: String
do {
  switch words[1] {
  case "engine" where words.count > 6:
    let compiler = EngineCompiler(swiftc: words[3], clang: words[4], linker: words[5], folder: output)
    let module = compiler.isAble ? try compiler.module(from: Array(words[6...])) : nil
    let literal = module.map { "\"\($0.base64EncodedString())\"" } ?? "nil"
    text = """
      // Generated from Sources/Engine and Sources/EngineWasm by page-embedder. Do not edit.

      extension LivePage {
        static let encodedEngine: String? = \(literal)
      }

      """
  case "parts":
    let parts = try words[3...].map { path in
      let url = URL(filePath: path)
      return "    (\"\(url.lastPathComponent)\", \"\(try Data(contentsOf: url).base64EncodedString())\"),\n"
    }
    text = """
      // Generated from Sources/LivePage/Page by page-embedder. Do not edit.

      extension LivePage {
        /// Name and Base64 of the content, sorted by path.
        static let encodedParts: [(name: String, base64: String)] = [
      \(parts.joined())  ]
      }

      """
  default: fail("expected 'engine' or 'parts'")
  }
  try Data(text.utf8).write(to: output, options: .atomic)
} catch {
  fail("\(error)")
}
