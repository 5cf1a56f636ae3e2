import LocatedJSON
import Reports

/// A report as a customer might get it: German, with about 12 components, 8 options, 10 reasons and 25 steps.
enum SampleDocument {
  static let german = ReportDocument(
    title: "Kundenportal der Muster AG",
    subtitle: "Empfehlung für Plattform und Betrieb",
    language: .german,
    facts: [
      ReportFact("Kunde", "Muster AG"), ReportFact("Referenz", "OFF-2026-117"), ReportFact("Datum", "20.11.2026"),
      ReportFact("Verfasst von", "Anna Beispiel"), ReportFact("Gültig bis", "28.02.2027"),
    ],
    footerReference: "Muster AG, OFF-2026-117",
    notice: ReportNotice(asOf: "20.11.2026", language: .german),
    sections: [summary, architecture, platform, plan],
    references: references,
    generator: "advisor 1.0.0 · Profil sha256 4f1c9a7e03d2 · foundation 1.0.0 sha256 9b02cc81f4aa",
    embedded: .members([("schemaVersion", .number(1)), ("title", .string("Kundenportal </script>"))])
  )

  private static let summary = ReportSection(
    id: "summary",
    title: "Auf einen Blick",
    blocks: [
      .lead("Wir empfehlen APPUiO Managed OpenShift: ein eigener Cluster in der Schweiz, vom Anbieter betrieben."),
      .paragraph(
        """
        Drei Gründe tragen den Vorsprung von \(strong: "18,4 Punkten") gegenüber der zweiten Option: Ihre Operatoren \
        brauchen einen eigenen Cluster\(footnote: 1), die Daten bleiben in der Schweiz\(footnote: 2), und Ihr Team \
        muss die Plattform nicht selbst betreiben.
        """
      ),
      .callout(
        Callout(
          .confirm,
          title: "zwei Punkte vor der Bestellung",
          blocks: [
            .list([
              "Welche Wartungsfenster sind mit den Geschäftszeiten vereinbar?\(footnote: 3)",
              "Darf die Anwendung Backups in einem zweiten Rechenzentrum ablegen?",
            ])
          ]
        )
      ),
      .callout(
        Callout(
          .assumption,
          blocks: [.paragraph("Die Datenbank bleibt unter 500 GiB; so geschätzt von der Muster AG am 18.11.2026.")]
        )
      ),
      .definitions([
        .init("Gewünschte Verfügbarkeit", "99,9 % im Monat, also höchstens 43 Minuten Ausfall"),
        .init("Datenstandort", "nur Schweiz"),
        .init("Betreute Zeit", "rund um die Uhr"),
      ]),
    ]
  )

  private static let architecture = ReportSection(
    id: "architecture",
    title: "Die Architektur",
    blocks: [
      .paragraph("Was läuft wo, und wer betreibt es? Gestrichelt ist, was bei der Muster AG bleibt."),
      .architecture(diagram),
    ]
  )

  static let diagram: ArchitectureDiagram = {
    let us = ArchitectureDiagram.Operator(.provider, "Anbieter")
    let customer = ArchitectureDiagram.Operator(.customer, "Muster AG")
    let shared = ArchitectureDiagram.Operator(.shared, "Anbieter und Muster AG")
    return ArchitectureDiagram(
      caption: "Komponenten des Kundenportals und ihre Verbindungen",
      nodes: [
        .init(id: "clients", title: "Browser der Kundschaft", layer: .edge, operatedBy: nil),
        .init(id: "ingress", title: "Ingress-Router mit Web Application Firewall", layer: .edge, operatedBy: us),
        .init(id: "partners", title: "Partnersysteme", layer: .edge, operatedBy: nil),
        .init(id: "portal", title: "Kundenportal", layer: .application, operatedBy: shared),
        .init(id: "worker", title: "Stapelverarbeitung", layer: .application, operatedBy: shared),
        .init(id: "postgresql", title: "PostgreSQL", layer: .data, operatedBy: us),
        .init(id: "cache", title: "Redis-Zwischenspeicher", layer: .data, operatedBy: us),
        .init(id: "objects", title: "Objektspeicher (S3)", layer: .data, operatedBy: us),
        .init(id: "ci", title: "GitLab-Pipeline", layer: .delivery, operatedBy: customer),
        .init(id: "registry", title: "Container-Registry", layer: .delivery, operatedBy: us),
        .init(id: "monitoring", title: "Überwachung und Alarmierung", layer: .operations, operatedBy: us),
        .init(id: "backup", title: "Backup in zweitem Rechenzentrum", layer: .operations, operatedBy: us),
      ],
      edges: [
        .init(from: "clients", to: "ingress", label: "HTTPS"),
        .init(from: "partners", to: "ingress", label: "HTTPS, mTLS"),
        .init(from: "ingress", to: "portal", label: "HTTP"),
        .init(from: "portal", to: "worker", label: "Aufträge"),
        .init(from: "portal", to: "postgresql", label: "SQL"),
        .init(from: "portal", to: "cache", label: "Sitzungen"),
        .init(from: "worker", to: "postgresql", label: "SQL"),
        .init(from: "worker", to: "objects", label: "Dokumente"),
        .init(from: "ci", to: "registry", label: "Images"),
        .init(from: "registry", to: "portal", label: "Rollout"),
        .init(from: "monitoring", to: "portal", label: "Messwerte"),
        .init(from: "backup", to: "postgresql", label: "täglich"),
      ]
    )
  }()

  private static let platform = ReportSection(
    id: "decision-platform",
    title: "Entscheid: Plattform",
    blocks: [.paragraph("Wo läuft die Anwendung? Acht Möglichkeiten wurden geprüft.")],
    subsections: [
      ReportSection(id: "ranking", title: "Rangliste", blocks: [.ranking(ranking)]),
      ReportSection(
        id: "reasons",
        title: "Was dafür und dagegen spricht",
        blocks: [.contributions(contributions), .callout(warning), .table(criteria)]
      ),
    ]
  )

  private static let warning = Callout(
    .warning,
    blocks: [
      .paragraph("Ein eigener Cluster hat einen Grundpreis, auch wenn die Anwendung wenig braucht.\(footnote: 4)")
    ]
  )

  private static let ranking: RankingChart = {
    let ranked: [(String, Double, String)] = [
      ("APPUiO Managed OpenShift auf cloudscale.ch", 41.7, "+41,7"),
      ("APPUiO Managed OpenShift auf Exoscale", 38.2, "+38,2"),
      ("APPUiO Managed Kubernetes auf SKS", 23.3, "+23,3"),
      ("APPUiO Managed OpenShift auf vSphere", 17.9, "+17,9"),
      ("APPUiO Managed OpenShift auf OpenStack", 4.2, "+4,2"),
      ("APPUiO Managed Kubernetes auf AKS", -12.5, "−12,5"),
    ]
    let options = ranked.enumerated().map { index, option in
      RankingChart.Option(
        RichText(plain: option.0),
        details: index == 1 ? "zu bestätigen: Preis der Zone Genf" : "",
        .ranked(rank: index + 1, points: option.1, text: option.2),
        isRecommended: index == 0
      )
    }
    let reason: RichText = "Eigene Operatoren brauchen einen eigenen Cluster.\(footnote: 1)"
    return RankingChart(
      caption: "Punkte je Option; 0 ist neutral",
      options: options + [
        .init("APPUiO Cloud, Zone LPG 2", .excluded(reason: reason)),
        .init("APPUiO Cloud, Zone GVA 2", .excluded(reason: reason)),
      ]
    )
  }()

  private static let contributions: ContributionChart = {
    let reasons: [(String, Double, String, String, [Int])] = [
      ("Eigene Operatoren laufen nur auf einem eigenen Cluster.", 12.5, "+12,5", "openshift-own-operators", [1]),
      ("Die Daten bleiben in der Schweiz.", 11.3, "+11,3", "openshift-swiss-zones", [2]),
      ("Das Team ohne Kubernetes-Erfahrung wird entlastet.", 9.4, "+9,4", "openshift-relieves-team", [5, 6]),
      ("Wartung rund um die Uhr ist vereinbar.", 6.3, "+6,3", "openshift-maintenance", [3]),
      ("Getrennte Umgebungen für Test und Produktion sind vorgesehen.", 5.6, "+5,6", "openshift-stages", []),
      ("Einheitliche Protokollierung ist dabei.", 3.1, "+3,1", "openshift-logging", [7]),
      ("Der Zugriff über das bestehende Verzeichnis ist möglich.", 2.5, "+2,5", "openshift-identity", []),
      ("Der Grundpreis ist für kleine Anwendungen hoch.", -5.3, "−5,3", "openshift-base-price", [4]),
      ("Der Aufbau dauert länger als bei einer geteilten Plattform.", -2.5, "−2,5", "openshift-setup-time", []),
      ("Einzelne Erweiterungen brauchen eine Absprache.", -1.3, "−1,3", "openshift-extensions", [8]),
    ]
    return ContributionChart(
      caption: "APPUiO Managed OpenShift auf cloudscale.ch",
      reasons: reasons.map {
        .init(RichText(plain: $0.0), points: $0.1, pointsText: $0.2, rule: $0.3, footnotes: $0.4)
      },
      remainder: "+0,1",
      total: "+41,7"
    )
  }()

  private static let criteria = DataTable(
    caption: "Kriterien und ihr Gewicht",
    columns: [
      .init("Kriterium"), .init("Gewicht", .trailing), .init("OpenShift", .trailing), .init("Kubernetes", .trailing),
    ],
    rows: [
      .init(["Datenstandort", "25 %", "+11,3", "+8,0"], emphasis: .strong),
      .init(["Kontrolle und Erweiterbarkeit", "20 %", "+12,5", "+9,1"]),
      .init(["Aufwand für das Team", "15 %", "+9,4", "+2,2"]),
      .init(["Kosten", "10 %", "−5,3", "+4,0"]),
      .init(["Netzwerk", "5 %", "0,0", "0,0"], emphasis: .muted),
    ]
  )
}
