import Diagnostics
import LocatedJSON
import RuleCompiler
import RuleModel

extension Session {
  /// The folders of packs that may be written to; reports if there are none but those built into the program.
  mutating func writableFolders() -> [PackFolder] {
    let folders = packFolders()
    guard rulesOrigin == "built in" else { return folders }
    log.error(
      "built-in-packs",
      "the packs built into the program cannot be changed",
      at: nil,
      help: "name the folder of the packs with --rules"
    )
    return []
  }

  /// Writes files of packs if the packs would still be without mistakes; otherwise reports the mistakes and writes nothing.
  ///
  /// - Parameters:
  ///   - files: whole files by their path, changed or new.
  ///   - summary: what is said ahead of the mistakes.
  mutating func writeIfSound(_ files: [SourceFile], _ summary: String) {
    guard !files.isEmpty else { return }
    var trial = DiagnosticLog()
    let packs = packFolders().compactMap { $0.replacing(files).decode(into: &trial) }
    _ = link(packs, into: &trial)
    if trial.hasErrors {
      log.append(contentsOf: trial)
      log.error("unsound-change", "\(summary), so nothing was written", at: nil)
      return
    }
    for file in files { write(file.bytes, to: file.name) }
  }

  mutating func reportEditFailure(_ failure: JSONEdit.Failure) {
    switch failure {
    case .overlapping(let span):
      log.error("unsound-change", "two changes touch the same text, so nothing was written", at: span)
    case .notJSON(let problems):
      log.append(contentsOf: problems)
      log.error("unsound-change", "the changed file would not be JSON, so nothing was written", at: nil)
    }
  }
}

extension PackFolder {
  /// The same folder with files of the same name replaced, and with new ones below it.
  fileprivate func replacing(_ files: [SourceFile]) -> PackFolder {
    func current(_ file: SourceFile) -> SourceFile { files.first { $0.name == file.name } ?? file }
    let known = Set(contents.map(\.name) + [manifest?.name].compactMap { $0 })
    let added = files.filter { $0.name.hasPrefix(name + "/") && !known.contains($0.name) }
    return PackFolder(name: name, manifest: manifest.map(current), contents: contents.map(current) + added)
  }
}
