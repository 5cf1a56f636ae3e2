import Arguments
import Testing

@Suite struct HelpTests {
  @Test func showsTheCommandsOfTheProgram() throws {
    #expect(
      try help([]) == """
        Show how a command line is declared.

        Usage: sample COMMAND [OPTIONS]

        Commands:
          report         Write the reports of a profile.
          packs          Look after rule packs.

        Options:
          -h, --help     Show this page
              --version  Show the version

        Examples:
          sample report shop.json
              Prints a report.

        'sample COMMAND --help' tells more about a command.

        """
    )
  }

  @Test func showsEverythingThatACommandDeclares() throws {
    #expect(
      try help(["report"]) == """
        Write the reports of a profile.

        Usage: sample report PROFILE [OPTIONS]

        The format follows from the name of each file. A report names the packs it was
        made with, so that it can be computed again.

          .html .md .txt

        Operands:
          PROFILE              The profile; - is standard input

        Options:
          -o, --output FILE    Where to write (may be repeated)
              --format FORMAT  How a report without a file is written: text, html or
                               markdown (default text)
              --limit COUNT    Most reasons to show

        Common options:
              --rules DIR      Folder of rule packs (may be repeated)
          -q, --quiet          Print nothing but problems
          -h, --help           Show this page

        Examples:
          sample report shop.json -o shop.html
              Writes one page that can be opened without a network.
          sample report - < shop.json
              Reads the profile from standard input.

        """
    )
  }

  @Test(arguments: [0, 80, 93, 100, 5000])
  func fitsIntoTheWidth(width: Int) {
    for page in sample.helpPages(width: width) {
      let widest = page.text.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest <= min(max(width, 80), 100), "\(page.path)")
    }
  }

  @Test func theTablesHaveNoDefects() { #expect(sample.tableDefects == []) }

  @Test func findsTheDefectsOfATable() {
    struct Settings: Sendable { var isOn = false }
    let bad = Command<Settings, Place>(
      "Bad_name",
      abstract: "no sentence",
      examples: [("other", "Nothing.")],
      defaults: Settings(),
      options: [
        .flag("help", letter: "o", help: "with a period.", \.isOn), .flag("on", letter: "o", help: "Fine", \.isOn),
      ]
    ) { _, _ in
      Status.done
    }
    #expect(
      Tool("sample", version: "1", abstract: "Fine.", [.command(bad)]).tableDefects == [
        "sample Bad_name: a name is made of small letters, digits and dashes: 'Bad_name'",
        "sample Bad_name: an abstract begins with a capital and ends with a period",
        "sample Bad_name: -o is declared twice",
        "sample Bad_name: --help is declared twice",
        "sample Bad_name: --help: help begins with a capital and has no final period",
        "sample Bad_name: an example shows the program at work: 'other'",
      ]
    )
  }

  private func help(_ words: [String]) throws -> String {
    guard case .help(let text) = try sample.parse(words + ["--help"]) else { return "" }
    return text
  }
}
