extension DiagnosticCode {
  /// What can be wrong with files and words of the command line; reported by the commands.
  static let atTheShell: [DiagnosticCode] = [
    DiagnosticCode(
      "unreadable-rules",
      "the folder with the packs cannot be read",
      """
      Packs are looked for in '--rules', then in ADVISOR_RULES, then in the folder 'Rules' where the command runs,
      and at last in the advisor itself. The folder named does not exist, or you may not read it.
      """,
      wrong: "advisor packs list --rules Ruls",
      right: "advisor packs list --rules Rules"
    ),
    DiagnosticCode(
      "no-packs",
      "a folder holds no rule pack",
      """
      A pack is a folder with a file 'pack.json'. '--rules' names such a folder, or one that holds several. Most
      likely the folder above or below was meant.
      """,
      wrong: "advisor packs list --rules Profiles",
      right: "advisor packs list --rules Rules"
    ),
    DiagnosticCode(
      "unreadable-file",
      "a file cannot be read",
      """
      The file does not exist, you may not read it, or it is a link that leads out of its pack, which is not
      followed so that a pack can never read what does not belong to it. Look at the name and the rights.
      """,
      wrong: "advisor assess Profiles/muster.jsn",
      right: "advisor assess Profiles/muster.json"
    ),
    DiagnosticCode(
      "unwritable-file",
      "a file cannot be written",
      """
      The folder does not exist, is protected, or the disk is full. Nothing else is lost: run the command again
      with another name.
      """,
      wrong: "advisor report muster.json -o no-such-folder/muster.html",
      right: "advisor report muster.json -o muster.html"
    ),
    DiagnosticCode(
      "file-exists",
      "a file is there already and is not overwritten",
      """
      A profile holds hours of work, so a new one never replaces an old one unasked. Choose another name, or add
      '--force' if the old file may go.
      """,
      wrong: "advisor profile new muster.json",
      right: "advisor profile new muster-2.json"
    ),
    DiagnosticCode(
      "unknown-format",
      "the ending of a file names no format of a report",
      """
      What is written follows from the ending of the file name, and the message lists the endings that are known.
      For several formats repeat '-o', once for each file.
      """,
      wrong: "advisor report muster.json -o muster.doc",
      right: "advisor report muster.json -o muster.html -o muster.md"
    ),
    DiagnosticCode(
      "no-terminal",
      "an interview needs a person who answers",
      """
      The interview asks question by question, so standard input and standard error must be a terminal and
      '--no-input' must not be given. Where nobody sits, send the questionnaire ahead or fill in a profile.
      """,
      wrong: "advisor interview muster.json < /dev/null",
      right: "advisor questions -o questions.html"
    ),
    DiagnosticCode(
      "conflicting-plans",
      "an interview follows one plan",
      """
      '--first-meeting', '--minutes' and '--all' each say in another way which questions come. Give one of them;
      without any, what can change the outcome is asked, the most telling first.
      """,
      wrong: "advisor interview muster.json --all --minutes 30",
      right: "advisor interview muster.json --minutes 30"
    ),
    DiagnosticCode(
      "repeated-output",
      "the same file is named twice for a report",
      """
      The second report would replace the first one without a word. Remove one of the two '-o', or give them
      different names.
      """,
      wrong: "advisor report muster.json -o muster.html -o muster.html",
      right: "advisor report muster.json -o muster.html -o muster.md"
    ),
    DiagnosticCode(
      "unknown-id",
      "nothing is called like that in the loaded packs",
      """
      'advisor explain' takes the id of a rule, an option, a fact, a decision, a component or a step, as it stands
      in the packs and reports; 'advisor packs where-used' takes also sources, and choices as fact=choice. The
      nearest one is offered; capitals count.
      """,
      wrong: "advisor explain muster.json appuio-clod",
      right: "advisor explain muster.json appuio-cloud"
    ),
    DiagnosticCode(
      "unknown-code",
      "no message has that code",
      """
      'advisor packs explain' takes what stands in brackets behind a message. It is written in lower case with
      hyphens; without any, the command lists all of them.
      """,
      wrong: "advisor packs explain unknown-facts",
      right: "advisor packs explain unknown-fact"
    ),
    DiagnosticCode(
      "unknown-profile",
      "a test names a profile that is not there",
      """
      Tests of packs name profiles by their file names without '.json', in the folder of '--profiles' (or the
      folder 'Profiles' beside 'Rules'). Correct the name, or name the folder.
      """,
      wrong: #"{ "name": "A bank", "profile": "private-bnak" }"#,
      right: #"{ "name": "A bank", "profile": "private-bank" }"#
    ),
    DiagnosticCode(
      "no-tests",
      "there is no test to run",
      """
      No loaded pack holds tests, or none fits '--match'. A run without tests must not look like success. Add
      "tests" to a pack, or mend what is to be matched.
      """,
      wrong: "advisor packs test --match bnak",
      right: "advisor packs test --match bank"
    ),
    DiagnosticCode(
      "old-program",
      "a program that the advisor asks for help is too old",
      """
      Page numbers and the running header of the PDF need a browser of version 131 or later, and Word documents
      need pandoc 2.10 or later. Update the program, or name a newer one in ADVISOR_BROWSER or ADVISOR_PANDOC.
      """,
      wrong: "ADVISOR_BROWSER=/opt/chrome-120/chrome advisor report muster.json -o muster.pdf",
      right: "ADVISOR_BROWSER=/opt/chrome-131/chrome advisor report muster.json -o muster.pdf"
    ),
    DiagnosticCode(
      "failed-program",
      "a program that the advisor asked for help gave no result",
      """
      The browser or pandoc was started, but it left no file, or did not end in time; the message repeats the last
      thing it said. A browser from a snap or flatpak reads only your home: set TMPDIR to a folder there. In a
      container a browser may need a user of its own, or more shared memory.
      """,
      wrong: "advisor report muster.json -o muster.pdf",
      right: "TMPDIR=$HOME/tmp advisor report muster.json -o muster.pdf"
    ),
    DiagnosticCode(
      "nothing-to-write",
      "a format has nothing to say about this case",
      """
      An objective (OpenSLO) needs one figure of availability that the customer asked for. Where none was answered
      nothing is made up, and no file is written; the other formats are.
      """,
      wrong: #"{ "format": 1, "title": "Muster", "answers": {} }"#,
      right: #"{ "format": 1, "title": "Muster", "answers": { "biz.availability": 99.9 } }"#
    ),
    DiagnosticCode(
      "needs-a-file",
      "a format cannot go to standard output",
      """
      Decision records are several files, and a terminal cannot show a PDF or a Word document. Name a folder or a
      file with '-o'; a PDF may also go into a pipe or another file.
      """,
      wrong: "advisor report muster.json --format madr",
      right: "advisor report muster.json -o decisions/"
    ),
    DiagnosticCode(
      "no-live-engine",
      "this advisor was built without the engine for browsers",
      """
      The workshop page and the panel of 'report --live' run the advisor's own engine as WebAssembly. It is
      compiled with the program by a Swift toolchain that brings Embedded Swift for wasm32 (the ones from swift.org
      from 6.3 on do) and a linker for it; with another toolchain everything else is built, and these two are not.
      """,
      wrong: "advisor workshop -o workshop.html",
      right: "advisor questions -o questions.html"
    ),
    DiagnosticCode(
      "change-without-value",
      "a change of 'whatif' says no value",
      """
      What shall be different is written as FACT=VALUE behind the profile. FACT=? means that it is asked and not
      known, FACT= takes the answer out.
      """,
      wrong: "advisor whatif muster.json biz.availability",
      right: "advisor whatif muster.json biz.availability=99.9"
    ),
    DiagnosticCode(
      "repeated-change",
      "one thing is changed twice",
      """
      Only one of the values could count, and it would not be clear which. For several choices of one question
      write them behind each other with commas.
      """,
      wrong: "advisor whatif muster.json data.stores=redis data.stores=postgresql",
      right: "advisor whatif muster.json data.stores=redis,postgresql"
    ),
    DiagnosticCode(
      "unreadable-change",
      "the value of a change cannot be read",
      """
      Numbers are written as 16, 99.9 or 100-500, in the unit of the question or without one; weights as a number
      that is not negative; what was clarified as clarified.RULE/OPTION=yes, or no.
      """,
      wrong: "advisor whatif muster.json scale.memory=500-100",
      right: "advisor whatif muster.json scale.memory=100-500"
    ),
    DiagnosticCode(
      "change-not-applicable",
      "a changed answer belongs to a question that does not arise",
      """
      With all changes made the question is not asked in this case, so an answer to it counts for nothing, and
      nothing would change. The message says when the question arises: change that as well, or leave it out.
      """,
      wrong: "advisor whatif muster.json data.object_size=500",
      right: "advisor whatif muster.json data.stores=object_storage data.object_size=500"
    ),
    DiagnosticCode(
      "too-few-profiles",
      "a comparison has nothing to compare with",
      """
      'compare' takes two profiles or more: two customers, two states of a case, or with '--merge' what several
      people said. To try other answers in one profile there is 'advisor whatif'.
      """,
      wrong: "advisor compare muster.json",
      right: "advisor compare muster.json muster-june.json"
    ),
    DiagnosticCode(
      "nothing-to-save",
      "a comparison is asked to save a profile",
      """
      Only '--merge' makes a new profile, which '-o' saves. A comparison is printed; to keep it, send the output
      to a file.
      """,
      wrong: "advisor compare a.json b.json -o both.json",
      right: "advisor compare --merge a.json b.json -o both.json"
    ),
  ]
}
