import Diagnostics
import RuleModel

extension Check {
  /// A source that nothing cites.
  package static let unusedSource = Check(
    code: "unused-source",
    summary: "nothing cites a source",
    rationale: "A source that nothing rests on has to be reviewed all the same, for nothing.",
    fires: [
      """
      { "sources": [ { "id": «"AC-01"», "status": "stated" } ] }
      """
    ],
    silent: [
      """
      { "sources": [ { "id": "AC-01", "status": "stated" } ],
        "criteria": [ { "id": "fit", "sources": [ "AC-01" ] } ] }
      """
    ],
    find: { packs in
      var cited: Set<String> = []
      func cite(_ names: [Name]) { cited.formUnion(names.map(\.id)) }
      for rule in packs.catalogue.rules { cite(rule.rule.sources) }
      for rule in packs.catalogue.disabled { cite(rule.rule.sources) }
      for fact in packs.catalogue.facts { cite(fact.fact.sources) }
      for criterion in packs.catalogue.criteria { cite(criterion.criterion.sources) }
      for way in packs.catalogue.decisions.flatMap(\.decision.waysOut) { cite(way.sources) }
      for option in packs.catalogue.decisions.flatMap(\.options) { cite(option.sources) }
      for component in packs.catalogue.components { cite(component.item.sources) }
      for step in packs.catalogue.steps { cite(step.item.sources) }
      for price in packs.catalogue.prices { cite(price.item.sources) }
      return packs.catalogue.sources.filter { !cited.contains($0.id) }.map { source in
        Diagnostic(
          .note,
          code: "unused-source",
          "nothing cites source '\(source.id)'",
          at: source.name.span,
          help: "remove it, or cite it where a rule rests on it"
        )
      }
    }
  )
}
