import Testing

@testable import RuleCompiler

/// Ids of packs for names of a lens.
@Suite struct ImportNamesTests {
  @Test(arguments: [
    ("Größe über Zürich", "Groesse-ueber-Zuerich"), ("Ueber U\u{308}ber", "Ueber-Ueber"), ("Café", "Cafe"),
    ("plain_id", "plain_id"), ("日本", nil),
  ])
  func umlautsAreSpelledOut(text: String, id: String?) { #expect(PackNames.identifier(for: text) == id) }
}
