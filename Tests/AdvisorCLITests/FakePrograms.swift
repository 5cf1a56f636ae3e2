import Synchronization

@testable import AdvisorCLI

/// A browser and a pandoc for tests, which leave what they were given in the file that they are asked for.
final class FakePrograms: Sendable {
  /// How a program behaves.
  enum Mood: Sendable {
    case well
    case missing
    case old
    /// It ends without leaving a file.
    case failing
    case endless
  }

  private let files: MemoryFiles
  private let browser: Mood
  private let pandoc: Mood
  /// The names that the browser goes by.
  private let names: Set<String>
  private let heard = Mutex<[Programs.Call]>([])

  init(_ files: MemoryFiles, browser: Mood = .well, pandoc: Mood = .well, names: Set<String> = ["chromium"]) {
    self.files = files
    self.browser = browser
    self.pandoc = pandoc
    self.names = names
  }

  /// What was called, in order.
  var calls: [Programs.Call] { heard.withLock { $0 } }

  func programs(isAdministrator: Bool = false) -> Programs {
    Programs(isAdministrator: isAdministrator) { call in
      self.heard.withLock { $0.append(call) }
      if self.names.contains(call.program) { return self.browse(call) }
      return call.program.hasSuffix("pandoc") ? self.write(call) : .failure(.missing)
    }
  }

  private func answer(
    _ text: String,
    status: Int32 = 0,
    talk: String = ""
  ) -> Result<Programs.Outcome, Programs.Failure> {
    .success(.init(status: status, output: Array(text.utf8), talk: Array(talk.utf8)))
  }

  private func value(_ option: String, _ call: Programs.Call) -> String? {
    call.arguments.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  private func content(_ path: String) -> [UInt8] { files[bytes: path] ?? [] }

  private func browse(_ call: Programs.Call) -> Result<Programs.Outcome, Programs.Failure> {
    if browser == .missing { return .failure(.missing) }
    if call.arguments == ["--version"] { return answer("Chromium \(browser == .old ? 99 : 156).0.8078.79 built\n") }
    guard browser == .well else { return stopped(browser, call) }
    let page = (call.arguments.last ?? "").dropFirst("file://".count)
    let head = "%PDF-1.4\n/CreationDate (D:20300102030405+00'00')\n/ModDate (D:20300102030405+00'00')>>\n"
    _ = files.fileSystem.write(value("--print-to-pdf", call) ?? "", Array(head.utf8) + content(String(page)))
    return answer("")
  }

  private func write(_ call: Programs.Call) -> Result<Programs.Outcome, Programs.Failure> {
    if pandoc == .missing { return .failure(.missing) }
    if call.arguments.contains("--to=json") {
      return answer("{\"pandoc-api-version\":[1,\(pandoc == .old ? 17 : 23),1],\"meta\":{},\"blocks\":[]}\n")
    }
    guard pandoc == .well else { return stopped(pandoc, call) }
    let parts = content(call.arguments.last ?? "") + content(value("--reference-doc", call) ?? "")
    _ = files.fileSystem.write(value("--output", call) ?? "", Array("PK".utf8) + parts)
    return answer("")
  }

  private func stopped(_ mood: Mood, _ call: Programs.Call) -> Result<Programs.Outcome, Programs.Failure> {
    if mood == .endless { return .failure(.tooSlow(seconds: call.timeLimit ?? 0)) }
    return answer("", status: 1, talk: "first line\nno \u{1B}[31mspace\n[ERROR:dbus] no bus\n")
  }
}

extension FakePrograms {
  /// Runs the advisor with these programs.
  func run(_ words: String..., environment: [String: String] = [:], isAdministrator: Bool = false) -> ProgramRun {
    run(words, environment: environment, isAdministrator: isAdministrator)
  }

  func run(
    _ words: [String],
    environment: [String: String] = [:],
    isAdministrator: Bool = false,
    isTerminal: Bool = false
  ) -> ProgramRun {
    let console = RecordingConsole(isTerminal: isTerminal, environment: environment)
    let programs = programs(isAdministrator: isAdministrator)
    let workplace = Workplace(console: console.console, files: files.fileSystem, programs: programs)
    let status = Advisor.run(words, in: workplace)
    return ProgramRun(status: status, bytes: console.outputBytes, talk: console.talk, files: files)
  }
}
