#if canImport(Glibc)
  import Foundation
  import LocatedJSON
  import TestSupport
  import Testing

  @testable import AdvisorCLI

  /// The real program at a real terminal.
  @Suite(.serialized) struct InterviewTerminalTests {
    private static func withPacks(_ body: (String) throws -> Void) throws {
      try withTemporaryFolder { folder in
        try fill(folder, FixtureFiles.mini.filter { $0.key.hasPrefix("Rules/") })
        try body(folder)
      }
    }

    private static func start(_ words: String..., in folder: String) throws -> PseudoTerminal {
      try PseudoTerminal(["interview", "new.json", "--title", "Muster AG"] + words, in: folder)
    }

    private static func answers(in folder: String) throws -> JSONValue? {
      try parsed(String(contentsOfFile: folder + "/new.json", encoding: .utf8))["answers"]
    }

    @Test func aDialogueWithHelpUndoAndQuit() throws {
      try Self.withPacks { folder in
        let terminal = try Self.start("--all", in: folder)
        for line in ["?", "8", "undo", "16-64 GiB", "ja", "any", "quit"] {
          #expect(terminal.waits(for: "Answer: "))
          terminal.type(line)
        }
        terminal.waitUntilExit()
        #expect(terminal.status == 0 && !terminal.wasKilled)
        #expect(terminal.text.contains("Taken back: Memory.") && terminal.text.contains("Its id: need.memory"))
        #expect(terminal.text.contains("\u{1B}[1mHow much memory is needed?"))
        #expect(
          try Self.answers(in: folder)
            == ["need.memory": ["from": 16, "to": 64], "need.own_rules": true, "need.place": "anywhere"]
        )
      }
    }

    @Test func controlDIsAGoodbyeWithEverythingSaved() throws {
      try Self.withPacks { folder in
        let terminal = try Self.start("--all", in: folder)
        #expect(terminal.waits(for: "Answer: "))
        terminal.type("8")
        #expect(terminal.waits(for: "Saved: 8 GiB.") && terminal.waits(for: "Answer: "))
        terminal.typeEndOfInput()
        terminal.waitUntilExit()
        #expect(terminal.status == 0 && terminal.text.contains("Everything is saved in new.json."))
        #expect(try Self.answers(in: folder) == ["need.memory": 8])
      }
    }

    /// Killed at moments that differ by a few milliseconds, around the saving of an answer.
    @Test(arguments: [0, 1, 2, 4, 8, 16, 32])
    func killedAtAnyMomentNoAnswerGivenIsLost(milliseconds: Int) throws {
      try Self.withPacks { folder in
        let terminal = try Self.start("--all", in: folder)
        #expect(terminal.waits(for: "Answer: "))
        terminal.type("8")
        #expect(terminal.waits(for: "Saved: 8 GiB.") && terminal.waits(for: "Answer: "))
        terminal.type("yes")
        _ = sleepMilliseconds(milliseconds)
        terminal.killAtOnce()
        #expect(terminal.wasKilled)
        let kept = try #require(try Self.answers(in: folder)?.members)
        #expect(kept.first?.key == "need.memory" && kept.first?.value == 8 && kept.count <= 2)
        let wasSaid = terminal.text.contains("Saved: yes.")
        #expect(!wasSaid || kept.count == 2)

        let again = try Self.start("--all", in: folder)
        #expect(again.waits(for: kept.count == 1 ? "1 answer is there already." : "2 answers are there already."))
        #expect(again.waits(for: kept.count == 1 ? "Are network rules" : "Where may the data be stored?"))
        #expect(again.waits(for: "Answer: "))
        again.type("quit")
        again.waitUntilExit()
        #expect(again.status == 0 && again.text.contains("Platform: Shared cluster leads"))
      }
    }

    /// Whatever the engine asks first: with nothing known it ends by itself, and never asks twice.
    @Test func endsByItselfWhenNobodyKnowsAnything() throws {
      try Self.withPacks { folder in
        let terminal = try Self.start(in: folder)
        var asked = 0
        while asked < 20, terminal.waits(for: "Answer: ", seconds: 30) {
          asked += 1
          terminal.type("-")
        }
        terminal.waitUntilExit()
        #expect(terminal.status == 0 && (1...8).contains(asked))
        #expect(terminal.text.contains("No question is left that could settle"))
        #expect(try Self.answers(in: folder)?.members?.count == asked)
      }
    }

    @Test func refusesAPipe() throws {
      let run = advisor("interview", "new.json", in: .mini(), input: "8\n")
      #expect(run.status == 2 && run.talk.contains("[no-terminal]"))
    }
  }
#endif
