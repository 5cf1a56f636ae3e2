import Diagnostics

/// What printing and converting have in common: a folder that is gone afterwards, a program, and the file that it leaves.
extension Session {
  /// Does the work in a new folder below TMPDIR, or else /tmp, and removes it; reports if it cannot be made.
  mutating func withTemporaryFolder<Value>(_ work: (inout Session, String) -> Value?) -> Value? {
    switch workplace.files.makeTemporaryFolder(console.environment["TMPDIR"] ?? "/tmp") {
    case .success(let folder):
      defer { workplace.files.removeTemporaryFolder(folder) }
      return work(&self, folder)
    case .failure(let error):
      log.error("unwritable-file", error.sentence, at: nil, help: "name a folder for temporary files in TMPDIR")
      return nil
    }
  }

  /// Writes a file for another program; nobody hears of it but on failure.
  mutating func place(_ bytes: [UInt8], at path: String) -> Bool {
    guard case .failure(let error) = workplace.files.write(path, bytes) else { return true }
    log.error("unwritable-file", error.sentence, at: nil)
    return false
  }

  /// The file that a call leaves in a temporary folder, which is removed; reports why there is none.
  ///
  /// - Parameter beginning: how every file of the kind begins.
  mutating func result(of call: Programs.Call, at path: String, beginning: String, help: String) -> [UInt8]? {
    let program = quoted(call.program)
    // Ctrl-C ends the program, which has it too; the advisor follows when the folder is gone.
    let (ended, file) = Interruptions.deferred {
      let ended = workplace.programs.call(call)
      let file = workplace.files.read(path, 256 << 20)
      workplace.files.removeTemporaryFolder(FileSystem.parent(of: path))
      return (ended, file)
    }
    switch ended {
    case .success(let outcome):
      if case .success(let bytes) = file, bytes.starts(with: beginning.utf8) { return bytes }
      let reason = lastLine(of: outcome.talk)
      log.error(
        "failed-program",
        "\(program) left no file and status \(outcome.status)\(reason.isEmpty ? "" : ": \(reason)")",
        at: nil,
        help: help
      )
    case .failure(.missing): log.error("missing-program", "the program \(program) is gone", at: nil, help: help)
    case .failure(.tooSlow(let seconds)):
      log.error("failed-program", "\(program) was ended after \(seconds) seconds without a result", at: nil, help: help)
    case .failure(.system(let reason)):
      log.error("failed-program", "\(program) cannot be started: \(reason)", at: nil, help: help)
    }
    return nil
  }

  /// The last thing a program said, on one short line.
  private func lastLine(of talk: [UInt8]) -> String {
    let lines = String(decoding: talk, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let last = lines.last(where: { !$0.contains("dbus") }) else { return "" }
    return sanitized(String(last.prefix(200)))
  }
}
