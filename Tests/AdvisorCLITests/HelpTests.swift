import Arguments
import Foundation
import Testing

@testable import AdvisorCLI

@Suite struct HelpTests {
  private static let commands = Advisor.tool.root.places.filter { $0.node.children.isEmpty }.map { $0.path }

  @Test func theCommandsAreDeclaredWithoutDefect() {
    #expect(Advisor.tool.tableDefects == [])
    #expect(Advisor.commands.map(\.name) == Advisor.tool.root.children.map(\.name))
  }

  @Test(arguments: commands)
  func everyCommandShowsItsUseAndAnExample(path: [String]) {
    let run = run(path + ["--help"], in: MemoryFiles())
    let line = (["advisor"] + path).joined(separator: " ")
    #expect(run.status == 0)
    #expect(run.talk == "")
    #expect(run.output.contains("Usage"))
    #expect(run.output.components(separatedBy: line).count > 2, "usage and example both show '\(line)'")
    #expect(run.output.hasSuffix("\n") && !run.output.hasSuffix("\n\n"))
  }

  @Test(arguments: commands)
  func helpIsTheSameInAllItsSpellings(path: [String]) {
    let page = run(path + ["--help"], in: MemoryFiles()).output
    #expect(run(path + ["-h"], in: MemoryFiles()).output == page)
    #expect(run(["help"] + path, in: MemoryFiles()).output == page)
    #expect(run(path + ["--nonsense", "--help"], in: MemoryFiles()).output == page)
  }

  @Test(arguments: [[], ["--help"], ["help"], ["profile"], ["packs"]])
  func aGroupWithoutACommandShowsItsCommands(words: [String]) {
    let run = run(words, in: MemoryFiles())
    #expect(run.status == 0)
    let group = words.first.map { $0.hasSuffix("help") ? [] : [$0] } ?? []
    for path in Self.commands where Array(path.prefix(group.count)) == group {
      #expect(run.output.contains(path[group.count]))
    }
  }

  @Test func helpNamesEveryExitStatus() {
    let page = advisor("--help", in: MemoryFiles()).output
    for status in ExitStatus.allCases { #expect(page.contains("\(status.rawValue) ")) }
  }

  @Test func theVersionIsOneLine() {
    let run = advisor("--version", in: MemoryFiles())
    #expect(run.status == 0 && run.output.hasPrefix("advisor 1.") && run.output.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: CompletionShell.allCases)
  func completionsNameEveryCommand(shell: CompletionShell) {
    let run = advisor("completions", shell.rawValue, in: MemoryFiles())
    #expect(run.status == 0)
    for path in Self.commands { #expect(path.allSatisfy { run.output.contains($0) }) }
  }
}
