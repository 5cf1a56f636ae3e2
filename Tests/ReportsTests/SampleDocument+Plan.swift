import Reports

extension SampleDocument {
  static let plan = ReportSection(
    id: "plan",
    title: "Der Weg in den Betrieb",
    blocks: [
      .paragraph("Die Schritte stehen in der Reihenfolge, in der sie möglich werden."),
      .taskList(TaskList(phases: phases)),
    ]
  )

  private static let phases: [TaskList.Phase] = {
    let titles: [(String, [String])] = [
      (
        "Vorbereiten",
        [
          "Ansprechpersonen benennen", "Zielbild bestätigen", "Bestellung unterzeichnen", "Organisation eröffnen",
          "Verantwortlichkeiten festhalten", "Daten klassifizieren", "DNS-Plan erstellen",
        ]
      ),
      (
        "Aufbauen",
        [
          "Cluster bereitstellen", "Anmeldung anbinden", "Projekte und Rechte anlegen", "Datenbank bereitstellen",
          "Objektspeicher einrichten", "Pipeline anbinden", "Überwachung und SLOs einrichten",
        ]
      ),
      ("Migrieren", ["Images prüfen", "Probelauf der Migration", "Wiederherstellung proben", "Lasttest durchführen"]),
      ("Einführen", ["Alarme testen", "Pikettliste bestätigen", "Go/No-Go", "Umschalten"]),
      ("Betreiben", ["Nachkontrolle nach vier Wochen", "SLO-Bericht besprechen", "Kosten überprüfen"]),
    ]
    let owners = ["Kunde", "Anbieter", "Beratung", "Kunde und Anbieter"]
    var previous: String?
    return titles.map { title, steps in
      TaskList.Phase(
        title,
        steps: steps.enumerated().map { index, step in
          defer { previous = step }
          return TaskList.Step(
            id: step,
            title: RichText(plain: step),
            owner: owners[(index + title.utf8.count) % 4],
            after: previous.map { [$0] } ?? [],
            result: index % 2 == 0 ? "Von beiden Seiten schriftlich bestätigt." : "",
            details: index % 3 == 0
              ? "Eine Vorlage liegt bei; Rückfragen beantwortet die \(emphasis: "Beratung")." : "",
            links: index == 1 ? [.init("Anleitung", address: "https://docs.example.ch/anleitung")] : [],
            footnotes: index == 2 ? [7] : []
          )
        }
      )
    }
  }()

  static let references: [ReportReference] = {
    let titles = [
      "APPUiO Cloud: Rechte und Grenzen", "Standorte der Zonen", "Wartungsfenster", "Preisliste Cluster",
      "Leistungsbeschreibung OpenShift", "Aufgaben und Verantwortlichkeiten", "Protokollierung", "Erweiterungen",
      "Allgemeine Bedingungen",
    ]
    return titles.enumerated().map { index, title in
      ReportReference(
        number: index + 1,
        title: title,
        address: "https://docs.example.ch/seite/\(index + 1)",
        date: index % 2 == 0 ? "08.02.2023" : "",
        reviewed: "21.11.2026",
        marks: index == 3 ? [.init(.caution, "Prüfung überfällig")] : []
      )
    }
  }()
}
