package import RuleModel

/// A source that somebody should read again, with what rests on it.
package struct DueSource: Sendable {
  package let source: Source
  /// The last day on which it counts as fresh; nil if it was never reviewed.
  package let dueOn: CalendarDate?
  /// By kind, then id.
  package let uses: [Usage]

  package var id: String { source.id }
}

/// The sources whose review is due on a day or before it, and those that were never reviewed: by pack, then due day
/// (never reviewed first), then id.
package func dueSources(of catalogue: Catalogue, by day: CalendarDate, _ index: UsageIndex) -> [DueSource] {
  catalogue.sources.filter { source in source.freshUntil.map { $0 <= day } ?? true }
    .map { DueSource(source: $0, dueOn: $0.freshUntil, uses: index.uses(of: .source, $0.id)) }
    .sorted { a, b in
      let (x, y) = (a.source.header.pack, b.source.header.pack)
      if x != y { return idPrecedes(x, y) }
      let (first, second) = (a.dueOn?.days ?? .min, b.dueOn?.days ?? .min)
      return first == second ? idPrecedes(a.id, b.id) : first < second
    }
}
