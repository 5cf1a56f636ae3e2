extension DiagnosticCode {
  /// Codes of reports, and of what is made of them again.
  static let inReports = [
    DiagnosticCode(
      "undated-offer",
      "an offer has no day",
      """
      What is attached to an offer speaks of one day: prices and sources are checked against it. The day
      of the profile may be months old, so that it is named for every offer, with --date.
      """,
      wrong: "advisor report muster.json -o offer.pdf --edition offer",
      right: "advisor report muster.json -o offer.pdf --edition offer --date 2026-11-21"
    ),
    DiagnosticCode(
      "scores-in-offer",
      "a format consists of scores, and an offer states none",
      """
      An offer says in words what is recommended and why. The result as data, the decision matrix and
      the decision records are scores: they belong to the report for the workshop.
      """,
      wrong: "advisor report muster.json -o matrix.csv --edition offer --date 2026-11-21",
      right: "advisor report muster.json -o matrix.csv --edition customer"
    ),
    DiagnosticCode(
      "live-offer",
      "an offer cannot have the panel \"What if …\"",
      """
      The panel shows how scores move with other answers and weights. An offer says in words what is recommended, and
      states no scores: the panel belongs to the report for the workshop.
      """,
      wrong: "advisor report muster.json -o offer.html --edition offer --date 2026-11-21 --live",
      right: "advisor report muster.json -o report.html --edition customer --live"
    ),
    DiagnosticCode(
      "live-without-page",
      "only a page can have the panel \"What if …\"",
      """
      The panel calculates in the browser, which paper, Markdown and data cannot. Several formats may be written in one run:
      then the page has the panel, and the others are what they are without it.
      """,
      wrong: "advisor report muster.json -o report.pdf --live",
      right: "advisor report muster.json -o report.pdf -o report.html --live"
    ),
    DiagnosticCode(
      "no-provenance",
      "a file carries nothing that a report could be made again from",
      """
      Pages (.html) and results (.json) of 'advisor report' carry the profile and the digests of the
      packs; files of text print a digest. A PDF and a Word document print it too, but cannot be read:
      type the digest, which stands at the end.
      """,
      wrong: "advisor verify offer.pdf",
      right: "advisor verify offer.html"
    ),
    DiagnosticCode(
      "needs-a-profile",
      "a digest alone cannot be verified",
      """
      A digest is of a profile, packs, a day and a number of trials. The page or the result of the same
      report carries them; without these, name the profile with --profile, and the day with --date where
      it was given.
      """,
      wrong: "advisor verify offer.md",
      right: "advisor verify offer.md --profile muster.json --date 2026-11-21"
    ),
    DiagnosticCode(
      "withheld-answers",
      "a report rests on answers that it does not carry",
      """
      Answers to questions for the house only are in no report for a customer. To make such a report
      again, the whole profile is needed; what the report carries of it is compared.
      """,
      wrong: "advisor verify report.html",
      right: "advisor verify report.html --profile muster.json"
    ),
  ]
}
