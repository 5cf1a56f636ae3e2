import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ReportBuilder {
  /// How the scores come about, and what exactly was used.
  func methodSection() -> ReportSection {
    var blocks: [ReportBlock] = [
      .paragraph(
        RichText(
          plain: say(
            en:
              "Every reason that applies counts its rating (from −3 to +3) times its weight (1 to 5). A criterion's share of the weights says how much its points move the score. A requirement that a source shows to be impossible rules an option out. What is not known counts for nothing; what is not published is asked, not assumed.",
            de:
              "Jeder zutreffende Grund zählt seine Bewertung (von −3 bis +3) mal sein Gewicht (1 bis 5). Der Anteil eines Kriteriums an den Gewichten sagt, wie stark seine Punkte die Summe bewegen. Eine Anforderung, die laut einer Quelle nicht erfüllbar ist, schliesst eine Möglichkeit aus. Was nicht bekannt ist, zählt nicht; was nicht veröffentlicht ist, wird gefragt und nicht angenommen."
          )
        )
      )
    ]
    var provenance: [ReportBlock.Definition] = [
      ReportBlock.Definition("Advisor", RichText(plain: "\(engineVersion)"))
    ]
    for pack in catalogue.packs {
      provenance.append(
        ReportBlock.Definition(
          RichText(plain: "\(say.text(pack.manifest.title)) \(pack.manifest.version)"),
          "\(code: pack.digest)"
        )
      )
    }
    provenance.append(
      ReportBlock.Definition(
        RichText(plain: say(en: "Profile", de: "Profil")),
        "\(code: Provenance.profileDigest(assessment.profile, for: say.edition, catalogue))"
      )
    )
    blocks.append(.definitions(provenance))
    blocks += houseAssumptions()
    return ReportSection(
      id: "method",
      title: say(en: "Method and provenance", de: "Methode und Herkunft"),
      blocks: blocks,
      subsections: priorsSection().map { [$0] } ?? []
    )
  }

  /// What we expect of answers that are open, and why: only those count that were drawn for the trials.
  private func priorsSection() -> ReportSection? {
    guard assessment.robustness != nil else { return nil }
    let open = assessment.facts.filter { fact in
      fact.fact.derivation == nil && (fact.origin == .unknown || fact.origin == .assumed)
        && say.mayShow(fact.fact.fact.audience)
    }
    let gains = assessment.robustness?.questions.map { catalogue.facts[$0.fact].id } ?? []
    func place(_ id: String) -> Int { gains.firstIndex(of: id) ?? gains.count }
    let ordered = open.filter { $0.fact.fact.prior != nil }.enumerated().sorted { a, b in
      let (x, y) = (place(a.element.id), place(b.element.id))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    let told = ordered.map { linked -> RichText in
      let fact = linked.fact.fact
      let reason = say.shown(fact.priorBecause).map { " " + $0 } ?? ""
      let shares = fact.prior.map { priorText($0, of: fact) } ?? ""
      return "\(strong: say.title(of: fact)): \(shares).\(reason)"
    }
    guard !told.isEmpty else { return nil }
    let more = told.count - Self.shownPriors
    let title = say(en: "\(more) more that matter less", de: "\(more) weitere, die weniger ausmachen")
    let rest: [ReportBlock] =
      more > 0
      ? [.fold(title: RichText(plain: title), blocks: [.list(Array(told.dropFirst(Self.shownPriors)))])] : []
    return ReportSection(
      id: "priors",
      title: say(en: "What we assume of open answers", de: "Was wir bei offenen Angaben annehmen"),
      blocks: [
        .paragraph(
          RichText(
            plain: say(
              en:
                "For the runs, open answers are drawn with these shares. They are our assumption and count nowhere in the score.",
              de:
                "Für die Durchläufe werden offene Angaben mit diesen Anteilen gezogen. Sie sind unsere Annahme und zählen nirgends in der Bewertung."
            )
          )
        ), .list(Array(told.prefix(Self.shownPriors))),
      ] + rest,
      density: .dense
    )
  }

  /// How many of them are told at first sight: those whose answers matter most.
  private static let shownPriors = 8

  private func priorText(_ prior: Prior, of fact: Fact) -> String {
    switch prior {
    case .shares(let shares):
      return fact.inOrder(shares).filter { $0.share > 0 }.map { entry in
        let value: FactValue =
          switch fact.kind {
          case .boolean: .boolean(entry.name.id == "true")
          case .choices: .choices([entry.name.id])
          default: .choice(entry.name.id)
          }
        return "\(say.value(value, of: fact)): \(say.percent(entry.share))"
      }.joined(separator: "; ")
    case .cells(let cells):
      return cells.map { cell in
        let limit = cell.below.map { say.value(.number($0), of: fact) }
        let name = limit.map { say(en: "below ", de: "unter ") + $0 } ?? say(en: "above", de: "darüber")
        return "\(name): \(say.percent(cell.share))"
      }.joined(separator: "; ")
    }
  }

  private func houseAssumptions() -> [ReportBlock] {
    let weights = catalogue.criteria.filter { criterion in
      assessment.decisions.contains { $0.criteria.contains { $0.id == criterion.id } }
    }.map { criterion -> String in
      let stated = assessment.profile.weights[criterion.id]
      let origin = stated == nil ? "" : say(en: " (stated for this case)", de: " (für diesen Fall festgelegt)")
      return "\(say.text(criterion.criterion.title)) \(plain(stated ?? criterion.weight))\(origin)"
    }
    var lines: [RichText] = []
    if !weights.isEmpty {
      lines.append(
        RichText(
          plain: say(
            en: "Weights of the criteria, our assumption unless stated for this case: ",
            de: "Gewichte der Kriterien, unsere Annahme, wenn nicht für diesen Fall festgelegt: "
          ) + weights.joined(separator: ", ") + "."
        )
      )
    }
    for adjustment in catalogue.adjustments where say.mayShow(adjustment.because.audience) {
      lines.append(
        RichText(
          plain: say(
            en: "Adjusted by pack '\(adjustment.header.pack)': ",
            de: "Angepasst durch Paket «\(adjustment.header.pack)»: "
          ) + say.text(adjustment.because)
        )
      )
    }
    if !assessment.profile.unused.isEmpty {
      let names = assessment.profile.unused.map(\.id).joined(separator: ", ")
      lines.append(
        RichText(
          plain: say(
            en: "In the profile, but known to no rule pack: \(names).",
            de: "Im Profil, aber keinem Regelpaket bekannt: \(names)."
          )
        )
      )
    }
    if !catalogue.skipped.isEmpty {
      let names = catalogue.skipped.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
      lines.append(
        RichText(
          plain: say(
            en: "Left out, since a pack is not loaded: \(names).",
            de: "Weggelassen, weil ein Paket nicht geladen ist: \(names)."
          )
        )
      )
    }
    return lines.isEmpty ? [] : [.list(lines)]
  }
}
