import Foundation

/// Compiles the engine as Embedded Swift to one WebAssembly module without imports.
struct EngineCompiler {
  let swiftc: String
  let clang: String
  let linker: String
  /// Intermediate files stand beside it.
  let folder: URL

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What the page may call; everything else that nobody needs is left out of the module.
  static let exports = ["room", "findings", "book", "case", "settling", "flips", "firmness", "digest"]

  /// What keeps the module small, beside `-Osize`; each was measured, and none changes what is computed or checked, nor
  /// how fast a page answers. Code is not written out where it is used: no inlining that does not make it smaller, and none
  /// of what lets a list grow; no copies of functions for every closure that they are given; loops are not turned over;
  /// equal functions are kept once. Without bulk memory a copy is a call (see `shims.c`).
  static let sizeOptions =
    [
      "-inline-threshold=0", "-sil-inline-never-functions=6append", "-sil-disable-pass=closure-specialize",
      "-sil-disable-pass=loop-rotate", "-enable-merge-functions",
    ].flatMap { ["-Xllvm", $0] } + ["-mno-bulk-memory", "-mno-bulk-memory-opt"].flatMap { ["-Xcc", $0] }

  /// Whether the toolchain brings a linker and an Embedded standard library for wasm32.
  var isAble: Bool {
    let tools = [swiftc, clang, linker]
    guard tools.allSatisfy({ FileManager.default.isExecutableFile(atPath: $0) }) else { return false }
    return [URL(filePath: swiftc), URL(filePath: swiftc).resolvingSymlinksInPath()].contains { compiler in
      let library = compiler.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "lib/swift/embedded/Swift.swiftmodule/wasm32-unknown-none-wasm.swiftmodule")
      return FileManager.default.fileExists(atPath: library.path())
    }
  }

  /// The module; the same sources give the same bytes, wherever they stand.
  func module(from sources: [String]) throws -> Data {
    let work = folder.deletingLastPathComponent().appending(path: "engine-wasm", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let target = "wasm32-unknown-none-wasm"
    try run(
      swiftc,
      [
        "-target", target, "-enable-experimental-feature", "Embedded", "-wmo", "-Osize", "-parse-as-library",
        "-swift-version", "6", "-module-name", "EngineWasm", "-package-name", "advisor", "-warnings-as-errors",
        "-Xfrontend", "-disable-stack-protector",
      ] + Self.sizeOptions + sources.filter { $0.hasSuffix(".swift") } + ["-c", "-o", "engine.o"],
      in: work
    )
    var objects = ["engine.o"]
    for source in sources where source.hasSuffix(".c") {
      let object = URL(filePath: source).deletingPathExtension().lastPathComponent + ".o"
      try run(
        clang,
        ["--target=\(target)", "-Os", "-nostdlib", "-ffreestanding", "-mbulk-memory", "-c", source, "-o", object],
        in: work
      )
      objects.append(object)
    }
    try run(
      linker,
      [
        "--no-entry", "--gc-sections", "--strip-all", "--compress-relocations", "--stack-first", "-z",
        "stack-size=262144",
      ]
        + Self.exports.map { "--export=advisor_" + $0 } + objects + ["-o", "engine.wasm"],
      in: work
    )
    return try Data(contentsOf: work.appending(path: "engine.wasm"))
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(program) ended with status \(process.terminationStatus)")
    }
  }
}
