import RuleModel
import Testing

@testable import Reports

/// Whole pages about profiles of this repository, looked at as a checker of accessibility does.
struct RealPageTests {
  static let pages: [(name: String, html: String)] = RealDocuments.all(.de)
    .filter { ["muster-bank", "first-meeting-manufacturer", "muster-saas"].contains($0.name) }
    .map { ($0.name, HTMLReport.render($0.document)) }

  @Test func pagesAreWellFormedAndNameWhatTheyShow() {
    #expect(Self.pages.count == 3)
    for page in Self.pages {
      let checker = HTMLChecker(page.html)
      #expect(checker.problems == [], "\(page.name)")
      let tags = checker.tags
      let ids = tags.compactMap { $0.value("id") }
      #expect(Set(ids).count == ids.count, "\(page.name)")
      let known = Set(ids)
      for target in tags.compactMap({ $0.value("href") }) where target.hasPrefix("#") {
        #expect(known.contains(String(target.dropFirst())), "\(page.name): \(target)")
      }
      for drawing in tags where drawing.name == "svg" && drawing.value("aria-hidden") != "true" {
        let labels = drawing.value("aria-labelledby")?.split(separator: " ").map(String.init) ?? []
        #expect(labels.count == 2 && labels.allSatisfy(known.contains), "\(page.name)")
      }
      let levels = tags.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
      for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(page.name)") }
      // Whoever reaches a scrolling part with the keyboard hears what it is.
      for part in tags where part.value("tabindex") == "0" {
        #expect(part.value("aria-label") != nil || part.value("aria-labelledby") != nil, "\(page.name)")
      }
    }
  }

  @Test func footnotesLinkBothWays() {
    for page in Self.pages {
      let tags = HTMLChecker(page.html).tags
      let links = Set(tags.compactMap { $0.value("href") })
      for id in tags.compactMap({ $0.value("id") }) where id.hasPrefix("cited-") {
        #expect(links.contains("#" + id), "\(page.name): \(id)")
      }
      for id in tags.compactMap({ $0.value("id") }) where id.hasPrefix("note-") {
        #expect(links.contains("#" + id), "\(page.name): \(id)")
      }
    }
  }

  @Test func theReportIsToldInTheOrderOfAReaderWithFiveMinutes() {
    let order = [
      "recommendation", "why", "overview", "basis", "architecture", "decisions", "firmness", "service", "notes",
      "checklist",
      "not-considered", "answers", "method",
    ]
    for (name, document) in RealDocuments.all(.en) {
      let ids = document.sections.map(\.id)
      #expect(ids == order.filter(ids.contains), "\(name)")
      #expect(ids.contains("recommendation") && ids.contains("method"), "\(name)")
      #expect(document.sections.first { $0.id == "decisions" }?.subsections.first?.id == "decision-platform", "\(name)")
    }
  }

  @Test func noStepWaitsForAnotherTwice() {
    for (name, document) in RealDocuments.all(.en) {
      for case .taskList(let list) in document.allBlocks {
        let after = Dictionary(
          list.phases.flatMap(\.steps).map { ($0.id, $0.after) },
          uniquingKeysWith: { first, _ in first }
        )
        for (step, before) in after {
          let implied = Set(before.flatMap { after[$0] ?? [] })
          #expect(implied.isDisjoint(with: before), "\(name): \(step)")
        }
      }
    }
  }
}
