extension DiagnosticCode {
  /// What can be wrong when packs are reviewed, watched and compared with an older version; reported by the commands.
  static let inMaintenance: [DiagnosticCode] = [
    DiagnosticCode(
      "failed-test",
      "a test of a pack expects something else than what comes out",
      """
      Either the rules changed what the test was written to protect, or the test no longer says what is meant. Read
      what was expected and what came out, then look why: 'advisor explain' with the profile of the test tells every
      rule that speaks. Mend the rule, or the test with a reason in your commit.
      """,
      wrong: #""expect": { "decisions": { "platform": "appuio-cloud" } }     while Managed OpenShift wins"#,
      right: #""expect": { "decisions": { "platform": "appuio-managed-openshift" } }"#
    ),
    DiagnosticCode(
      "missing-date",
      "a command that needs a day was given none",
      """
      What is due depends on the day, and a stamp says on which day somebody read a source. The advisor never asks
      the clock, so that the same command gives the same result tomorrow. Name the day with '--due' or '--date'.
      """,
      wrong: "advisor packs review --stamp AC-06",
      right: "advisor packs review --stamp AC-06 --date 2027-05-20"
    ),
    DiagnosticCode(
      "missing-source",
      "no source is named to be stamped",
      """
      '--stamp' sets the day of the review for the sources named behind it. Name those that somebody has read
      again, or use '--stamp-all' for all that are due.
      """,
      wrong: "advisor packs review --stamp --date 2027-05-20",
      right: "advisor packs review --stamp AC-06 SP-01 --date 2027-05-20"
    ),
    DiagnosticCode(
      "review-before-last-review",
      "a stamp lies before the last review of a source",
      """
      The source was already reviewed on a later day than the one named, so the stamp would make it look older.
      Nothing is written. Most likely the year or the month of '--date' is wrong.
      """,
      wrong: "advisor packs review --stamp AC-06 --date 2025-05-20",
      right: "advisor packs review --stamp AC-06 --date 2027-05-20"
    ),
    DiagnosticCode(
      "review-stays-due",
      "a stamped source stays due because of its 'reviewBy'",
      """
      'reviewBy' names the day by which a source is to be read again, and stands over the 12 months after
      'reviewed'. It lies on the day of the stamp or before. Set a later day there by hand, or add
      '--remove-review-by' to take it out.
      """,
      wrong: "advisor packs review --stamp AC-06 --date 2027-05-20",
      right: "advisor packs review --stamp AC-06 --date 2027-05-20 --remove-review-by"
    ),
    DiagnosticCode(
      "nothing-to-watch",
      "'--watch' has no files that could change",
      """
      The packs in use are those built into the program. Name a folder of packs with '--rules', or run the command
      where the folder 'Rules' stands.
      """,
      wrong: "advisor packs test --watch",
      right: "advisor packs test --watch --rules Rules"
    ),
    DiagnosticCode(
      "no-profiles",
      "there is no profile to replay",
      """
      A new version of the packs is judged by what it does to past cases. Without a profile nothing is compared, and
      "nothing changes" would be untrue. Name the folder of the profiles with '--profiles'.
      """,
      wrong: "advisor packs impact v1.0.0:Rules HEAD:Rules --profiles Empty",
      right: "advisor packs impact v1.0.0:Rules HEAD:Rules --profiles Profiles"
    ),
    DiagnosticCode(
      "unreadable-profiles",
      "a folder of profiles cannot be read",
      """
      '--profiles' names a folder with profiles in it, and this one does not exist, is no folder, or may not be
      read by you. Look at the name and the rights.
      """,
      wrong: "advisor packs impact HEAD Rules --profiles Profile",
      right: "advisor packs impact HEAD Rules --profiles Profiles"
    ),
    DiagnosticCode(
      "unknown-revision",
      "a version of the packs is neither a folder nor a revision that git knows",
      """
      'advisor packs impact' compares folders, or revisions of the git repository that holds the packs: a tag, a
      branch, a commit. Behind a colon stands the folder of the packs, from the top of the repository on; without
      one it is the folder that the other version names.
      """,
      wrong: "advisor packs impact v1.0.O Rules",
      right: "advisor packs impact v1.0.0 Rules"
    ),
    DiagnosticCode(
      "no-repository",
      "a revision is named where there is no git repository",
      """
      A revision can only be read from a git repository, and the folder named belongs to none (or to one that git
      refuses, because another user owns it). Name two folders instead, or run the command in the repository.
      """,
      wrong: "advisor packs impact HEAD Rules",
      right: "advisor packs impact Rules-1.0.0 Rules"
    ),
    DiagnosticCode(
      "missing-program",
      "a program that the advisor asks for help is not installed",
      """
      Revisions of packs are read by 'git', the PDF is printed by a Chromium, Chrome or Edge, and the Word document
      is written by 'pandoc'. Install what the message names, or name a program that is not on PATH in
      ADVISOR_BROWSER or ADVISOR_PANDOC. All other formats are written without it.
      """,
      wrong: "ADVISOR_BROWSER=chrmium advisor report muster.json -o muster.pdf",
      right: "ADVISOR_BROWSER=/opt/chromium/chrome advisor report muster.json -o muster.pdf"
    ),
  ]
}
