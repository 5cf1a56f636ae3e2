import Foundation

/// The codes that the sources can report, read from the sources themselves.
enum ReportedCodes {
  /// Codes of the stages that read input, whatever way they are reported.
  ///
  /// Ids of unknown names are put together ("unknown-" and the kind), so the kinds are looked for as well.
  static func ofTheStages() throws -> Set<String> {
    let text = try sources(in: ["LocatedJSON", "RuleModel", "RuleCompiler"])
    let kinds = matches(of: /(?:check|unused)\([^()]*kind: "([a-z]+)"/, in: text)
    return matches(of: /(?:error|warning|mistake)\(\s*"([a-z0-9-]+)"/, in: text)
      .union(matches(of: /code: (?:String = )?"([a-z0-9-]+)"/, in: text))
      .union(kinds.map { "unknown-\($0)" })
  }

  /// Codes that only the commands report, and the reports that they write.
  static func ofTheCommands() throws -> Set<String> {
    let text = try sources(in: ["AdvisorCLI", "Reports"])
    return matches(of: /log\.(?:error|warning)\(\s*"([a-z0-9-]+)"/, in: text)
      .union(matches(of: /Diagnostic\(\s*\.error,\s*code: "([a-z0-9-]+)"/, in: text))
  }

  private static func matches(of pattern: Regex<(Substring, Substring)>, in text: String) -> Set<String> {
    Set(text.matches(of: pattern).map { String($0.output.1) })
  }

  /// All Swift files of the modules one behind the other, without the registry itself.
  private static func sources(in modules: [String]) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    var text = ""
    for module in modules {
      let folder = root.appendingPathComponent(module)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      where path.hasSuffix(".swift") && !path.hasPrefix("Codes/") {
        text += try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) + "\n"
      }
    }
    return text
  }
}
