import Assessing

extension ReportBuilder {
  /// What the words mean, and on how many answers all of it rests.
  func offerLegend() -> ReportSection {
    let words: [(String, String)] = [
      (
        say(en: "Firm", de: "Klar"),
        say(
          en: "stays the first choice under nearly every other weighting and with nearly every answer still missing.",
          de: "bleibt bei fast jeder anderen Gewichtung und fast jeder noch fehlenden Angabe die erste Wahl."
        )
      ),
      (
        say(en: "Likely", de: "Wahrscheinlich"),
        say(en: "stays the first choice in most cases.", de: "bleibt in den meisten Fällen die erste Wahl.")
      ),
      (
        say(en: "Open", de: "Offen"),
        say(
          en: "what matters to you, or what is not known yet, still decides.",
          de: "es entscheidet noch, was Ihnen wichtig ist oder was noch nicht bekannt ist."
        )
      ),
      (
        say(en: "Decided", de: "Entschieden"),
        say(en: "was settled before this recommendation.", de: "stand schon vor dieser Empfehlung fest.")
      ),
    ]
    return ReportSection(
      id: "legend",
      title: say(en: "What the words mean", de: "Was die Wörter bedeuten"),
      blocks: [
        .paragraph(
          RichText.joined(words.map { "\(strong: $0.0 + ":") \($0.1)" }) + RichText(plain: " " + basisSentences())
        )
      ],
      density: .dense
    )
  }

  /// "The recommendation rests on 49 answers. 47 questions are still open, one does not apply." Nothing is said of none.
  private func basisSentences() -> String {
    let (answered, open, absent) = assessment.counts
    let rests =
      answered == 1
      ? say(en: "The recommendation rests on one answer.", de: "Die Empfehlung beruht auf einer Angabe.")
      : say(
        en: "The recommendation rests on \(answered) answers.",
        de: "Die Empfehlung beruht auf \(answered) Angaben."
      )
    let openPart: String? =
      switch open {
      case 0: nil
      case 1: say(en: "One question is still open", de: "Eine Frage ist noch offen")
      default: say(en: "\(open) questions are still open", de: "\(open) Fragen sind noch offen")
      }
    let absentPart: String? =
      switch (absent, open) {
      case (0, _): nil
      case (1, 0): say(en: "One question does not apply", de: "Eine Frage trifft nicht zu")
      case (_, 0): say(en: "\(absent) questions do not apply", de: "\(absent) Fragen treffen nicht zu")
      case (1, _): say(en: "one does not apply", de: "eine trifft nicht zu")
      default: say(en: "\(absent) do not apply", de: "\(absent) treffen nicht zu")
      }
    let parts = [openPart, absentPart].compactMap { $0 }
    return parts.isEmpty ? rests : "\(rests) \(parts.joined(separator: ", "))."
  }
}
