import Arguments

struct CompletionsSettings: Sendable {
  var shell = CompletionShell.bash
}

let completionsCommand = Arguments.Command<CompletionsSettings, Workplace>(
  "completions",
  abstract: "Print a script that completes commands and options in a shell.",
  examples: [("advisor completions bash > /etc/bash_completion.d/advisor", "for bash")],
  defaults: CompletionsSettings(),
  operands: [.one("SHELL", help: "The shell to complete in", \.shell)],
  run: { settings, workplace in
    workplace.console.output.print(Advisor.tool.completionScript(shell: settings.shell), terminator: "")
    return ExitStatus.done
  }
)
