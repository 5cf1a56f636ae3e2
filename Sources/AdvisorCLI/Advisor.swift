import Arguments
import Diagnostics
import RuleModel

/// The program `advisor`: all its commands, in the order of help.
package enum Advisor {
  /// Each with its name, made when it is asked for: a run needs one of them only.
  static let commands: [(name: String, tree: @Sendable () -> CommandTree<Workplace>)] = [
    ("interview", { .command(interviewCommand) }),
    ("assess", { .command(assessCommand) }),
    ("report", { .command(reportCommand) }),
    ("batch", { .command(batchCommand) }),
    ("portfolio", { .command(portfolioCommand) }),
    ("explain", { .command(explainCommand) }),
    ("whatif", { .command(whatIfCommand) }),
    ("compare", { .command(compareCommand) }),
    ("checklist", { .command(checklistCommand) }),
    ("verify", { .command(verifyCommand) }),
    ("questions", { .command(questionsCommand) }),
    ("workshop", { .command(workshopCommand) }),
    (
      "profile",
      {
        .group(
          "profile",
          abstract: "Start and check the requirements of a customer.",
          [.command(profileNewCommand), .command(profileCheckCommand), .command(profileAnonymiseCommand)]
        )
      }
    ),
    ("packs", { .group("packs", abstract: "Maintain the rule packs.", packsCommands) }),
    ("completions", { .command(completionsCommand) }),
  ]

  /// The program with all its commands.
  static let tool = tool(commands.map { $0.tree() })

  /// The program as some words need it: where they begin with a command, with that one alone.
  static func tool(for words: [String]) -> Tool<Workplace> {
    guard let command = commands.first(where: { $0.name == words.first }) else { return tool }
    return tool([command.tree()])
  }

  private static func tool(_ commands: [CommandTree<Workplace>]) -> Tool<Workplace> {
    Tool(
      "advisor",
      version: "\(engineVersion)",
      abstract:
        "Recommends a hosting architecture for a customer's requirements, with every reason, and the steps to get there.",
      discussion: """
        A profile (JSON) holds what a customer needs; rule packs (JSON) hold what is known about platforms and tools. \
        Packs are taken from --rules, else from ADVISOR_RULES, else from ./Rules, else from those built into the program.

        Data goes to standard output, everything else to standard error. Exit status: 0 done, 1 the answer is no, \
        2 wrong input or usage, 70 a defect in the advisor.
        """,
      examples: [
        ("advisor interview Profiles/customers/muster.json", "the questions that can change the outcome"),
        ("advisor assess Profiles/muster-saas.json", "the recommendation on the terminal"),
        (
          "advisor whatif Profiles/muster-saas.json comp.isolation=dedicated_cluster",
          "what another answer would change"
        ),
        ("advisor report Profiles/muster-bank.json -o report.html -o report.md", "a report to attach to an offer"),
        ("advisor questions -o questions.html", "the blank questionnaire to send ahead"),
      ],
      commands
    )
  }

  /// Runs the words behind the program's name; gives the exit status.
  package static func run(_ words: [String], in workplace: Workplace) -> Int32 {
    do throws(UsageError) {
      switch try tool(for: words).parse(words, width: workplace.console.width()) {
      case .help(let page):
        workplace.console.output.print(page, terminator: page.hasSuffix("\n") ? "" : "\n")
        return ExitStatus.done.rawValue
      case .version(let line):
        workplace.console.output.print(line)
        return ExitStatus.done.rawValue
      case .run(_, let command): return command(workplace)
      }
    } catch {
      workplace.console.talk.print("error: \(error.sentence)")
      workplace.console.talk.print(error.help)
      return ExitStatus.wrongInput.rawValue
    }
  }
}
