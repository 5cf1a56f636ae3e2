import Testing

@testable import AdvisorCLI

@Suite struct PacksFormatTests {
  private static let files: Texts = [
    "Rules/p/pack.json":
      #"{"id":"p","format":1,"version":"1.0.0","title":"P","description":"P","maintainer":"tests"}"#,
    "Rules/p/facts.json": #"{"facts":[{"type":"number","question":"How many?","id":"n","minimum":1.50}]}"#,
    "Profiles/a.json": "{ \"title\": \"A\", \"format\": 1 }",
    "Profiles/b.json": "{\n  \"format\": 1,\n  \"title\": \"B\"\n}\n",
  ]

  @Test func packsAndProfilesAreLaidOutInPlace() {
    let files = MemoryFiles(Self.files)
    let run = advisor("packs", "format", in: files)
    #expect(run.status == 0 && run.talk.contains("4 of 4 files changed"))
    #expect(
      files["Rules/p/facts.json"] == """
        {
          "facts": [
            { "id": "n", "type": "number", "minimum": 1.50, "question": "How many?" }
          ]
        }

        """
    )
    #expect(files["Profiles/b.json"] == "{ \"format\": 1, \"title\": \"B\" }\n")
    let again = advisor("packs", "format", in: files)
    #expect(again.status == 0 && again.talk.contains("0 of 4 files changed"))
    #expect(advisor("packs", "format", "--check", in: files).status == 0)
  }

  @Test func checkListsWhatWouldChangeAndWritesNothing() {
    let files = MemoryFiles(Self.files)
    let run = advisor("packs", "format", "--check", in: files)
    #expect(run.status == 1)
    #expect(run.output == "Profiles/a.json\nProfiles/b.json\nRules/p/facts.json\nRules/p/pack.json\n")
    for (path, text) in Self.files { #expect(files[path] == text) }
  }

  @Test func aFileThatIsNoJSONIsRefusedAndTheOthersAreNot() {
    let files = MemoryFiles(Self.files.merging(["Profiles/c.json": "{ \"a\": }"]) { $1 })
    let run = advisor("packs", "format", "Profiles", in: files)
    #expect(run.status == 2 && run.talk.contains("[json-syntax]"))
    #expect(files["Profiles/c.json"] == "{ \"a\": }" && files["Profiles/a.json"] != Self.files["Profiles/a.json"])
  }

  @Test func standardInputGoesToStandardOutput() {
    let run = advisor("packs", "format", "-", in: MemoryFiles(), input: "{\"title\":\"A\",\"format\":1}")
    #expect(run.status == 0 && run.output == "{ \"format\": 1, \"title\": \"A\" }\n")
    #expect(advisor("packs", "format", "--check", "-", in: MemoryFiles(), input: "{}").status == 1)
    #expect(advisor("packs", "format", "--check", "-", in: MemoryFiles(), input: "{}\n").status == 0)
  }

  @Test func builtInPacksAreLeftAlone() {
    #expect(advisor("packs", "format", in: MemoryFiles()).talk.contains("[built-in-packs]"))
  }
}
