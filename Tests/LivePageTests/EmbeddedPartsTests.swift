import Foundation
import LivePage
import TestSupport
import Testing

@Suite struct EmbeddedPartsTests {
  @Test func everyFileOfThePageIsPartOfIt() throws {
    let folder = Repository.root.appending(path: "Sources/LivePage/Page")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(LivePage.partNames == files)
    for name in files {
      #expect(LivePage.part(name) == (try String(contentsOf: folder.appending(path: name), encoding: .utf8)))
    }
  }

  /// The page makes text nodes only, and runs nothing that is text.
  @Test(arguments: [
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "http",
  ])
  func thePageKeepsAwayFrom(_ word: String) {
    for name in LivePage.partNames { #expect(!LivePage.part(name).contains(word), "\(name)") }
  }

  /// A script may not hold what ends its element.
  @Test func noPartEndsItsElement() {
    for name in LivePage.partNames { #expect(!LivePage.part(name).contains("</"), "\(name)") }
  }
}
