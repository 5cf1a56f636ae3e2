import Advice
import Assessing
import RuleCompiler
import RuleModel
import TestSupport

@testable import Reports

/// The documents about the profiles of this repository.
enum RealDocuments {
  private static let english = documents(.en)
  private static let german = documents(.de)

  /// By the names of the profiles.
  static func all(_ language: Language) -> [(name: String, document: ReportDocument)] {
    language == .de ? german : english
  }

  private static func documents(_ language: Language) -> [(name: String, document: ReportDocument)] {
    guard let rules = try? Repository.packs().compiled(), let profiles = try? Repository.profiles() else { return [] }
    return profiles.compactMap { profile in
      guard let assessment = try? rules.assessment(of: profile.members) else { return nil }
      let measured = assessment.measuringRobustness(SamplingPlan(draws: 64))
      return (profile.name, reportDocument(of: advise(measured), language: language))
    }
  }
}

extension ReportDocument {
  /// Every block, those in callouts and folds too.
  var allBlocks: [ReportBlock] {
    func blocks(_ block: ReportBlock) -> [ReportBlock] {
      switch block {
      case .callout(let callout): [block] + callout.blocks.flatMap(blocks)
      case .fold(_, let inner): [block] + inner.flatMap(blocks)
      default: [block]
      }
    }
    func visit(_ section: ReportSection) -> [ReportBlock] {
      section.blocks.flatMap(blocks) + section.subsections.flatMap(visit)
    }
    return sections.flatMap(visit)
  }

  var diagram: ArchitectureDiagram? {
    allBlocks.lazy.compactMap { if case .architecture(let diagram) = $0 { diagram } else { nil } }.first
  }

  var figures: [ChartFigure] {
    allBlocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}
