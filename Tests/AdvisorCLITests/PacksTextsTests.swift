import Testing

@testable import AdvisorCLI

@Suite struct PacksTextsTests {
  private func exported(_ files: MemoryFiles) throws -> String {
    let run = advisor("packs", "texts", "export", "--csv", "texts.csv", in: files)
    #expect(run.status == 0)
    return try run.written("texts.csv")
  }

  @Test func theRoundTripChangesNothing() throws {
    let files = MemoryFiles.repository()
    _ = try exported(files)
    let run = advisor("packs", "texts", "import", "--csv", "texts.csv", in: files)
    #expect(run.status == 0 && run.output.contains("0 texts changed in 0 files\n"), "\(run.talk)")
    for (path, text) in FixtureFiles.repository { #expect(files[path] == text, "\(path)") }
  }

  @Test func aChangedCellIsWrittenAndNothingElse() throws {
    let files = MemoryFiles.mini()
    let sheet = try exported(files).replacing("Shared cluster", with: "A cluster that is shared")
    let changed = MemoryFiles.mini(["texts.csv": sheet])
    let check = advisor("packs", "texts", "import", "--csv", "texts.csv", "--check", in: changed)
    #expect(check.status == 1 && check.output.contains("+ A cluster that is shared"))
    #expect(changed["Rules/shared/pack.json"] == FixtureFiles.mini["Rules/shared/pack.json"])
    let run = advisor("packs", "texts", "import", "--csv", "texts.csv", in: changed)
    #expect(run.status == 0, "\(run.talk)")
    #expect(
      changed["Rules/shared/pack.json"]
        == FixtureFiles.mini["Rules/shared/pack.json"]?.replacing("Shared cluster", with: "A cluster that is shared")
    )
    #expect(changed["Rules/shared/facts.json"] == FixtureFiles.mini["Rules/shared/facts.json"])
  }

  @Test func nothingIsWrittenWhileARowCannotBeBroughtBackUnlessAsked() throws {
    let sheet = try exported(MemoryFiles.mini()).replacing("Shared cluster", with: "Changed")
    let files = MemoryFiles.mini(["texts.csv": sheet + "\"shared\",\"rule\",\"gone\",\"title\",\"\",\"\",\"x\"\r\n"])
    let run = advisor("packs", "texts", "import", "--csv", "texts.csv", in: files)
    #expect(run.status == 2 && run.talk.contains("[unknown-text]"))
    #expect(
      run.output == "" && run.talk.contains("nothing was written: "),
      "\(run.output)\(run.talk)"
    )
    #expect(files["Rules/shared/pack.json"] == FixtureFiles.mini["Rules/shared/pack.json"])
    let partial = advisor("packs", "texts", "import", "--csv", "texts.csv", "--partial", in: files)
    #expect(partial.status == 1 && partial.talk.contains("warning: row"))
    #expect(files["Rules/shared/pack.json"]?.contains("Changed") == true)
  }

  @Test(
    arguments: [
      ("", "unreadable-sheet"), ("a\n\"b", "unreadable-sheet"), ("pack,kind,item,en\n", "missing-column"),
      ("pack,kind,item,key\n", "missing-column"),
    ]
  )
  func sheetsThatAreNoneAreRefused(text: String, code: String) {
    let run = advisor("packs", "texts", "import", "--csv", "t.csv", in: .mini(["t.csv": text]))
    #expect(run.status == 2 && run.talk.contains("[\(code)]"), "\(run.talk)")
  }

  @Test func rowsThatAreMissingAreCounted() throws {
    let lines = try exported(MemoryFiles.mini()).split(separator: "\r\n", omittingEmptySubsequences: false)
    let short = (lines.prefix(1) + lines.dropFirst(3)).joined(separator: "\r\n")
    let files = MemoryFiles.mini(["t.csv": short.replacing("Shared cluster", with: "Changed")])
    let run = advisor("packs", "texts", "import", "--csv", "t.csv", in: files)
    #expect(run.output.contains("2 texts without a row in the sheet: left as before\n"), "\(run.output)")
  }

  @Test func theSheetMustBeNamed() {
    #expect(advisor("packs", "texts", "import", in: .mini()).talk.contains("[missing-file]"))
  }

  @Test func aMarkForExcelIsWrittenOnRequest() {
    let files = MemoryFiles.mini()
    _ = advisor("packs", "texts", "export", "--csv", "t.csv", "--bom", in: files)
    #expect(files[bytes: "t.csv"]?.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(advisor("packs", "texts", "import", "--csv", "t.csv", "--check", in: files).status == 0)
  }
}
