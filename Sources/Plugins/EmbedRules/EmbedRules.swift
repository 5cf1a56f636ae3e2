import Foundation
import PackagePlugin

/// Runs `rules-embedder` over `Rules/` before the module `BuiltInRules` is compiled.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPacks.swift")
    return [
      .buildCommand(
        displayName: "Embedding the rule packs",
        executable: try context.tool(named: "rules-embedder").url,
        arguments: [rules.path(), output.path()],
        inputFiles: jsonFiles(below: rules),
        outputFiles: [output]
      )
    ]
  }

  private func jsonFiles(below folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (paths?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "json" }
      .sorted { $0.path() < $1.path() }
  }
}
