import Foundation
import PackagePlugin

/// Runs `page-embedder` before the module `LivePage` is compiled: once for the engine as WebAssembly, once for the scripts
/// and style sheets of the page.
@main
struct EmbedLivePage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let embedder = try context.tool(named: "page-embedder").url
    let engine = files(below: sources.appending(path: "Engine"), ["swift"])
    let exports = files(below: sources.appending(path: "EngineWasm"), ["swift", "c"])
    let page = files(below: target.directoryURL.appending(path: "Page"), ["js", "css"])
    let work = context.pluginWorkDirectoryURL
    let module = work.appending(path: "EmbeddedEngine.swift")
    let parts = work.appending(path: "EmbeddedParts.swift")
    // A toolchain without one of these gives a program without the live page.
    let tools = ["swiftc", "clang", "wasm-ld"].map { (try? context.tool(named: $0).url.path()) ?? "" }
    return [
      .buildCommand(
        displayName: "Compiling the engine for the browser",
        executable: embedder,
        arguments: ["engine", module.path()] + tools + (engine + exports).map { $0.path() },
        inputFiles: engine + exports,
        outputFiles: [module]
      ),
      .buildCommand(
        displayName: "Embedding the parts of the live page",
        executable: embedder,
        arguments: ["parts", parts.path()] + page.map { $0.path() },
        inputFiles: page,
        outputFiles: [parts]
      ),
    ]
  }

  private func files(below folder: URL, _ endings: Set<String>) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { endings.contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
  }
}
