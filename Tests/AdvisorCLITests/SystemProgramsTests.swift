import Foundation
import Testing

@testable import AdvisorCLI

@Suite struct SystemProgramsTests {
  @Test func aProgramThatTakesTooLongIsEnded() {
    let start = ContinuousClock.now
    let result = Programs.system.call(.init("sleep", ["30"], timeLimit: 1))
    #expect(throws: Programs.Failure.tooSlow(seconds: 1)) { try result.get() }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func variablesStandBesideThoseOfTheAdvisor() throws {
    let call = Programs.Call(
      "sh",
      ["-c", "echo \"$ADVISOR_TEST $PATH\""],
      environment: ["ADVISOR_TEST": "x y"],
      timeLimit: 30
    )
    let text = String(decoding: try Programs.system.call(call).get().output, as: UTF8.self)
    #expect(text.hasPrefix("x y /"))
  }

  @Test func aTemporaryFolderGoesWithAllThatIsInItAndNothingElse() throws {
    try withTemporaryFolder { top in
      try fill(top, ["stays/a.txt": "a"])
      let folder = try FileSystem.system.makeTemporaryFolder(top).get()
      #expect(folder.hasPrefix(top) && FileSystem.system.isDirectory(folder))
      try fill(folder, ["deep/er/b.txt": "b"])
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: top + "/stays")
      FileSystem.system.removeTemporaryFolder(folder)
      #expect(!FileSystem.system.exists(folder) && FileSystem.system.exists(top + "/stays/a.txt"))
    }
    #expect(throws: FileError("no/such", .missing)) { try FileSystem.system.makeTemporaryFolder("no/such").get() }
  }

  @Test(
    arguments: [
      ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n", 156), ("Google Chrome 131.0.6778.85", 131),
      ("Microsoft Edge 140.0.3485.54", 140), ("no version", nil), ("", nil),
    ] as [(String, Int?)]
  )
  func aVersionIsFoundInWhatABrowserAnswers(answer: String, version: Int?) {
    #expect(Browser.majorVersion(in: answer) == version)
  }
}
