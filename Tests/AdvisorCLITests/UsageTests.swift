import Testing

@testable import AdvisorCLI

@Suite struct UsageTests {
  @Test(
    arguments: [
      ("asess p.json", "'asess' is not a command of advisor; did you mean 'assess'?"),
      ("packs lst", "'lst' is not a command of advisor packs; did you mean 'list'?"),
      ("profile chek", "'chek' is not a command of advisor profile; did you mean 'check'?"),
      ("assess", "PROFILE is missing: advisor assess PROFILE"),
      ("assess a b", "'b' is one word too many: advisor assess PROFILE"),
      ("assess p.json --al", "'--al' is not an option of advisor assess; did you mean '--all'?"),
      ("assess p.json --format xml", "--format takes text or json, not 'xml'"),
      ("assess p.json --format jsn", "--format takes text or json, not 'jsn'; did you mean 'json'?"),
      ("assess p.json --lang fr", "--lang takes en or de, not 'fr'"),
      ("assess p.json --date 2026-02-30", "--date takes a day such as 2026-11-21, not '2026-02-30'"),
      ("assess p.json --date tomorrow", "--date takes a day such as 2026-11-21, not 'tomorrow'"),
      ("assess p.json --color blue", "--color takes auto, always or never, not 'blue'"),
      ("assess p.json --rules", "--rules needs a value: DIR"),
      ("assess p.json --rules=", "--rules needs a value: DIR"),
      ("assess p.json --all --all", "--all may be given only once"),
      ("assess p.json --all=yes", "--all is a switch and takes no value, not 'yes'"),
      ("report p.json --output", "--output needs a value: FILE"),
      ("report p.json --edition clients", "--edition takes offer, customer or internal, not 'clients'"),
      ("report", "PROFILE is missing: advisor report PROFILE"),
      ("checklist p.json --format xls", "--format takes md, csv, json, gitlab or jira, not 'xls'"),
      ("checklist", "PROFILE is missing: advisor checklist PROFILE"),
      ("explain", "PROFILE is missing: advisor explain PROFILE [ID …]"),
      ("explain p.json --ruls x", "'--ruls' is not an option of advisor explain; did you mean '--rules'?"),
      ("questions p.json", "'p.json' is one word too many: advisor questions takes none"),
      ("questions --ouput q.md", "'--ouput' is not an option of advisor questions; did you mean '--output'?"),
      ("profile new p.json", "'p.json' is one word too many: advisor profile new takes none"),
      ("profile new --titel x", "'--titel' is not an option of advisor profile new; did you mean '--title'?"),
      ("profile check", "PROFILE is missing: advisor profile check PROFILE …"),
      ("packs list --format yaml", "--format takes text or json, not 'yaml'"),
      ("packs check --format html", "--format takes"),
      ("packs import", "LENS is missing: advisor packs import LENS"),
      ("packs test --matsch x", "'--matsch' is not an option of advisor packs test; did you mean '--match'?"),
      ("completions powershell", "SHELL takes bash, zsh or fish, not 'powershell'"),
      ("completions", "SHELL is missing: advisor completions SHELL"),
      ("--lang de", "'--lang' stands behind the command: advisor COMMAND --lang"),
      ("--verson", "'--verson' is not an option of advisor; did you mean '--version'?"),
    ]
  )
  func saysInOneSentenceWhatIsWrongWithTheWords(line: String, sentence: String) {
    let run = run(line.split(separator: " ").map(String.init), in: .mini())
    #expect(run.status == 2)
    #expect(run.output == "")
    let lines = run.talk.split(separator: "\n")
    #expect(lines.first?.hasPrefix("error: \(sentence)") == true, "\(run.talk)")
    #expect(lines.first?.hasSuffix(".") == false)
    #expect(lines.count == 2 && lines.last?.hasSuffix("--help' tells more") == true)
  }

  @Test func whatSteersATerminalInTheWordsIsWrittenOut() {
    let run = advisor("ass\u{1B}[31mess\u{202E}", in: .mini())
    #expect(run.status == 2)
    #expect(!run.talk.contains("\u{1B}") && !run.talk.contains("\u{202E}"))
  }
}
