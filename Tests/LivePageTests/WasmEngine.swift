import Foundation
import LivePage
import LocatedJSON
import Testing

/// The engine of the page under the toolchain's `wasmkit`.
enum WasmEngine {
  /// Where `wasmkit` stands beside the compiler; nil if there is none, and then the tests say that they were not run.
  static let runtime: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { URL(filePath: $0).appending(path: "wasmkit") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }()

  static var isThere: Bool { runtime != nil && LivePage.engine != nil }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What `advisor_digest` says of some bytes.
  static func digest(_ bytes: [UInt8], draws: Int, limit: Int) throws -> UInt64 {
    guard let runtime, let engine = LivePage.engine else { throw Failure(description: "no wasmkit or no engine") }
    var module = try WasmModule(Base64.bytes(of: engine) ?? [])
    let address = try module.append(bytes)
    let file = FileManager.default.temporaryDirectory.appending(path: "engine-\(UUID().uuidString).wasm")
    try Data(module.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = runtime
    process.arguments =
      ["run", file.path(), "advisor_digest"] + [address, bytes.count, draws, limit].map { "i32:\($0)" }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // "[WasmTypes.Value.i64(4286387296428639502)]"
    let digits = text.split(separator: "i64(").last?.prefix { $0.isNumber } ?? ""
    guard process.terminationStatus == 0, let digest = UInt64(digits) else {
      throw Failure(description: "wasmkit ended with \(process.terminationStatus): \(text)")
    }
    return digest
  }
}
