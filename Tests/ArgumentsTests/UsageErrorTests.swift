import Arguments
import Testing

@Suite struct UsageErrorTests {
  @Test(arguments: [
    ("reprot p", "'reprot' is not a command of sample; did you mean 'report'?"),
    ("rep p", "'rep' is not a command of sample; did you mean 'report'?"),
    ("zebra p", "'zebra' is not a command of sample"),
    ("packs chekc", "'chekc' is not a command of sample packs; did you mean 'check'?"),
    ("asses --help", "'asses' is not a command of sample"),
    ("--quiet report p", "'--quiet' stands behind the command: sample COMMAND --quiet"),
    ("--versoin", "'--versoin' is not an option of sample; did you mean '--version'?"),
    ("report p --fromat html", "'--fromat' is not an option of sample report; did you mean '--format'?"),
    ("report p -format html", "'-format' is not an option of sample report; did you mean '--format'?"),
    ("report p --OUTPUT=x", "'--OUTPUT' is not an option of sample report; did you mean '--output'?"),
    ("report p -x", "'-x' is not an option of sample report"),
    ("report p -oq", "'-oq' is not an option of sample report; did you mean '-o'?"),
    ("report p --format htlm", "--format takes text, html or markdown, not 'htlm'; did you mean 'html'?"),
    ("report p --format=7", "--format takes text, html or markdown, not '7'"),
    ("report p --limit 3.5", "--limit takes a whole number, not '3.5'"),
    ("report p --format", "--format needs a value: text, html or markdown"),
    ("report p --output", "--output needs a value: FILE"),
    ("report p --output=", "--output needs a value: FILE"),
    ("report p -o --quiet", "--output needs a value: FILE"),
    ("report p -o --", "--output needs a value: FILE"),
    ("report p --quiet=yes", "--quiet is a switch and takes no value, not 'yes'"),
    ("report p --format html --format html", "--format may be given only once"),
    ("report p -q --quiet", "--quiet may be given only once"),
    ("report", "PROFILE is missing: sample report PROFILE"),
    ("report p r", "'r' is one word too many: sample report PROFILE"),
    ("packs check", "PACK is missing: sample packs check PACK [TOPIC] [OTHER …] LAST"),
    ("packs check a", "LAST is missing: sample packs check PACK [TOPIC] [OTHER …] LAST"),
    ("packs check a htm z", "TOPIC takes text, html or markdown, not 'htm'; did you mean 'html'?"),
    (
      "packs check a html b c d z",
      "'z' is one word too many: sample packs check PACK [TOPIC] [OTHER …] LAST"
    ),
  ])
  func wordsBecomeOneSentence(words: String, sentence: String) {
    let error = #expect(throws: UsageError.self) { try sample.parse(words.split(separator: " ").map(String.init)) }
    #expect(error?.sentence == sentence)
  }

  @Test func anEmptyWordIsNoValue() {
    let error = #expect(throws: UsageError.self) { try sample.parse(["report", "p", "--output", ""]) }
    #expect(error?.sentence == "--output needs a value: FILE")
  }

  @Test func saysWhereToReadOn() {
    let error = #expect(throws: UsageError.self) { try sample.parse(["packs", "check"]) }
    #expect(error?.help == "'sample packs check --help' tells more")
  }

  @Test func neverPassesControlCharactersOn() {
    for word in ["\u{1B}[31mred", "two\nlines", "\u{202E}backwards", "a\u{0}b"] {
      for words in [[word], ["report", "--" + word], ["report", "p", "--format", word], ["report", "p", word]] {
        let error = #expect(throws: UsageError.self) { try sample.parse(words) }
        #expect(error?.sentence.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{202E}" } == true, "\(words)")
      }
    }
  }

  @Test func shortensWhatIsTooLongToRead() {
    let error = #expect(throws: UsageError.self) { try sample.parse([String(repeating: "x", count: 100_000)]) }
    #expect((error?.sentence.count ?? .max) < 120)
  }
}
