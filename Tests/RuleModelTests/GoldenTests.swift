import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != "1"))
struct GoldenTests {
  private func withFolder(_ body: (_ test: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("golden-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("one\ntwo\nthree\n".utf8).write(to: folder.appendingPathComponent("text.txt"))
    try body(folder.appendingPathComponent("Tests.swift").path)
  }

  @Test func theSameBytesAreNoMismatch() throws {
    try withFolder { #expect(Golden.mismatch("one\ntwo\nthree\n", with: "text.txt", besides: $0) == nil) }
  }

  @Test func aMismatchShowsTheFirstLineThatDiffers() throws {
    try withFolder { test in
      let mismatch = try #require(Golden.mismatch("one\nTWO\nthree\n", with: "text.txt", besides: test))
      #expect(mismatch.contains("line 2:\n  one\n- two\n"))
      #expect(mismatch.contains("+ TWO"))
      #expect(Golden.mismatch("one\ntwo\nthree", with: "text.txt", besides: test) != nil)
    }
  }

  @Test func aMissingFileSaysHowToRecordIt() throws {
    try withFolder { test in
      let mismatch = try #require(Golden.mismatch("", with: "other.txt", besides: test))
      #expect(mismatch.contains("RECORD_GOLDEN=1"))
    }
  }
}
