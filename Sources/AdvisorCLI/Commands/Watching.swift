import Diagnostics
import LocatedJSON
import RuleModel

/// Does the work, and again whenever a JSON file of the packs or profiles appears, changes or goes, until the workplace says
/// that it is over (on a real one: Ctrl-C).
///
/// Looks twice a second at the content, so that saving without a change starts nothing, and no file system is asked for
/// events that some of them do not have.
///
/// - Returns: the status of the last run; `.wrongInput` after saying so if the packs are those built into the program.
func watch(
  _ settings: CommonSettings,
  profiles: [String],
  _ workplace: Workplace,
  _ work: () -> ExitStatus
) -> ExitStatus {
  var session = Session(workplace, settings)
  _ = session.loadPacks()
  session.log = DiagnosticLog()
  let rules = session.ruleFolders
  guard !rules.isEmpty else {
    session.log.error(
      "nothing-to-watch",
      "the packs are those built into the program, which never change",
      at: nil,
      help: "name a folder of packs with --rules"
    )
    return session.finish()
  }
  let folders = rules + session.profileFolders(profiles)
  let output = workplace.console.output
  while true {
    let seen = fingerprint(of: folders, workplace.files)
    // Home, and everything below it: what scrolled away stays readable.
    if output.isTerminal { output.print("\u{1B}[H\u{1B}[2J", terminator: "") }
    let status = work()
    workplace.console.talk.print(
      "waiting for a change in \(sanitized(folders.joined(separator: ", "))); end with Ctrl-C"
    )
    repeat {
      guard workplace.pause(500) else { return status }
    } while fingerprint(of: folders, workplace.files) == seen
  }
}

/// A digest of the names and contents of all files.
private func fingerprint(of folders: [String], _ files: FileSystem) -> String {
  var bytes: [UInt8] = []
  for folder in folders {
    guard case .success(let listing) = files.list(folder) else {
      bytes += Array("no folder \(folder)\n".utf8)
      continue
    }
    for path in listing.files {
      bytes += Array("\(path)\n".utf8)
      guard case .success(let content) = files.read(path, maximumJSONFileSize) else { continue }
      bytes += Array("\(sha256Hex(content))\n".utf8)
    }
  }
  return sha256Hex(bytes)
}
