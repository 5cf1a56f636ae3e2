import Diagnostics
import RuleModel

extension Check {
  /// A source that nothing cites.
  package static let unusedSource = Check(
    code: "unused-source",
    summary: "nothing cites a source",
    rationale: "A source that nothing rests on has to be reviewed all the same, for nothing.",
    find: { catalogue, _ in
      var cited: Set<String> = []
      func cite(_ names: [Name]) { cited.formUnion(names.map(\.id)) }
      for rule in catalogue.rules { cite(rule.rule.sources) }
      for rule in catalogue.disabled { cite(rule.rule.sources) }
      for fact in catalogue.facts { cite(fact.fact.sources) }
      for criterion in catalogue.criteria { cite(criterion.criterion.sources) }
      for option in catalogue.decisions.flatMap(\.options) { cite(option.sources) }
      for component in catalogue.components { cite(component.item.sources) }
      for step in catalogue.steps { cite(step.item.sources) }
      for price in catalogue.prices { cite(price.item.sources) }
      return catalogue.sources.filter { !cited.contains($0.id) }.map { source in
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
