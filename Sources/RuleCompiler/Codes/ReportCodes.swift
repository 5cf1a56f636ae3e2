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
      The panel calculates in the browser, which paper, Markdown and data cannot. Several formats may be written in
      one run: then the page has the panel, and the others are what they are without it.
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
      A digest is of a profile, packs, a day and a number of runs. The page or the result of the same
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
    DiagnosticCode(
      "invalid-colour",
      "a colour of a brand is not written as one",
      """
      Colours are written as '#' and six hexadecimal digits, two each for red, green and blue. Names such
      as 'navy' and other notations are refused, so that a brand looks the same everywhere.
      """,
      wrong: ##"{ "accent": "#07a" }"##,
      right: ##"{ "accent": "#0077aa" }"##
    ),
    DiagnosticCode(
      "low-contrast",
      "two colours of a brand are too much alike",
      """
      Text needs a contrast of 4.5 with its ground, lines and bars need 3 (WCAG 2.2, level AA): whoever
      sees less well, or reads on a projector, is to read it too. The message names the two colours, what
      was measured, and the nearest colour that would do. Colours that a brand does not state are the
      advisor's own and count as well.
      """,
      wrong: ##"{ "accent": "#ff9900" }"##,
      right: ##"{ "accent": "#995c00" }"##
    ),
    DiagnosticCode(
      "invalid-logo",
      "a logo is no picture that a report can carry",
      """
      A logo is a PNG of at most 4096 dots a side or an SVG in UTF-8 without a document type, written into
      the brand file as a data URI in base64. Addresses are refused: a report loads nothing.
      """,
      wrong: #"{ "logo": "https://www.example.ch/logo.png" }"#,
      right: #"{ "logo": "data:image/png;base64,iVBORw0KGgo…" }"#
    ),
    DiagnosticCode(
      "logo-too-large",
      "a logo has more bytes than should travel with every page",
      """
      A logo of more than 128 KiB is a photograph, or a picture for posters. In a report it is about as
      high as three lines of text: save it smaller, or as SVG.
      """,
      wrong: "a PNG of 3000 dots, 900 KiB",
      right: "the same with 600 dots, 30 KiB"
    ),
    DiagnosticCode(
      "text-too-long",
      "a text does not fit where it stands",
      """
      The name and the footer of a brand stand at the edge of every page, on one line each. What is longer
      would be cut or would push out what must stand there.
      """,
      wrong: #"{ "name": "The Very Long Official Name of a Company With All of Its Branches Ltd" }"#,
      right: #"{ "name": "Muster Hosting Ltd" }"#
    ),
  ]
}
