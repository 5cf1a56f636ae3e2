import Arguments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What every command works with: terminal, files, other programs, time. The real ones in `main`, recordings in tests.
package struct Workplace: Sendable {
  package let console: Console
  package let files: FileSystem
  package let programs: Programs
  /// Waits for so many milliseconds; false if the command should end instead of going on.
  package let pause: @Sendable (_ milliseconds: Int) -> Bool

  package init(
    console: Console,
    files: FileSystem,
    programs: Programs = .system,
    pause: @escaping @Sendable (Int) -> Bool = sleepMilliseconds
  ) {
    self.console = console
    self.files = files
    self.programs = programs
    self.pause = pause
  }
}

/// Lets the process sleep, or less if a signal comes; always true.
@Sendable package func sleepMilliseconds(_ milliseconds: Int) -> Bool {
  var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
  _ = nanosleep(&time, nil)
  return true
}
