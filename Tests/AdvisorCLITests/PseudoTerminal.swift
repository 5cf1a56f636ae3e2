#if canImport(Glibc)
  import Foundation
  import Glibc
  import Testing

  /// A program at a terminal of its own, and what stands on its screen; Linux only.
  final class PseudoTerminal {
    private let master: Int32
    private let process = Process()
    private var screen: [UInt8] = []
    private var seen = 0

    /// Everything shown so far, with plain line ends.
    var text: String { String(decoding: screen, as: UTF8.self).replacing("\r\n", with: "\n") }
    var status: Int32 { process.terminationStatus }
    var wasKilled: Bool { process.terminationReason == .uncaughtSignal }

    /// Starts `advisor`, as built beside the tests.
    init(_ words: [String], in folder: String, environment: [String: String] = [:]) throws {
      // What posix_openpt, unlockpt and ptsname do, which the module Glibc does not offer.
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (isLocked, number): (Int32, Int32) = (0, 0)
      try #require(
        master >= 0 && ioctl(master, 0x4004_5431, &isLocked) == 0 && ioctl(master, 0x8004_5430, &number) == 0
      )
      let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      try #require(slave >= 0)
      process.executableURL = try Self.program()
      process.arguments = words
      process.currentDirectoryURL = URL(filePath: folder)
      process.environment = ["COLUMNS": "80", "TERM": "xterm"].merging(environment) { $1 }
      let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
      (process.standardInput, process.standardOutput, process.standardError) = (handle, handle, handle)
      try process.run()
      try handle.close()
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      close(master)
    }

    static func program() throws -> URL {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let folders = [URL(filePath: tests).deletingLastPathComponent()] + Bundle.allBundles.map(\.bundleURL)
      let places = folders.flatMap { [$0, $0.deletingLastPathComponent()] }.map { $0.appending(path: "advisor") }
      let found = places.first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
      return try #require(found, "the program is not built beside the tests")
    }

    /// Waits until a text stands on the screen behind what was waited for before; false after the time is up.
    @discardableResult
    func waits(for words: String, seconds: Double = 60) -> Bool {
      let deadline = Date(timeIntervalSinceNow: seconds)
      while Date() < deadline {
        let shown = String(decoding: screen[seen...], as: UTF8.self)
        if let range = shown.range(of: words) {
          seen += shown[..<range.upperBound].utf8.count
          return true
        }
        if !readMore() { return false }
      }
      return false
    }

    /// Types a line.
    func type(_ line: String) { send(Array((line + "\n").utf8)) }

    /// Ctrl-D at the beginning of a line.
    func typeEndOfInput() { send([4]) }

    /// Ends the program without a warning, as `kill -9` does.
    func killAtOnce() {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    /// Waits until the program has ended by itself, and reads what it said last.
    func waitUntilExit() {
      while readMore() {}
      process.waitUntilExit()
    }

    private func send(_ bytes: [UInt8]) { _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    /// False at the end of what the program says.
    private func readMore() -> Bool {
      var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 200) > 0 else { return process.isRunning }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return false }
      screen += buffer[..<count]
      return true
    }
  }
#endif
