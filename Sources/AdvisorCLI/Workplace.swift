import Arguments

/// What every command works with: terminal and files. The real ones in `main`, recordings in tests.
package struct Workplace: Sendable {
  package let console: Console
  package let files: FileSystem

  package init(console: Console, files: FileSystem) {
    self.console = console
    self.files = files
  }
}
