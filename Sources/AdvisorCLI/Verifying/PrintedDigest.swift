import Assessing
import Diagnostics
import Reports
import RuleModel

/// The digest that pages without data print, and the edition that it belongs to.
enum PrintedDigest {
  /// The digest typed by a person, or the first one that a text names as such.
  static func find(in text: String) -> String? {
    if isDigest(text) { return text.lowercased() }
    // Cells of CSV stand side by side without space.
    let words = text.split { $0.isWhitespace || ",\"".contains($0) }.map { $0.trimmingDots }.filter { !$0.isEmpty }
    return zip(words, words.dropFirst()).first { ["digest", "prüfsumme"].contains($0.lowercased()) && isDigest($1) }
      .map { String($1) }
  }

  /// An edition of a case, with the trials that it was made with; nil for none, as in checklists.
  struct Origin {
    let edition: Edition
    let plan: SamplingPlan?
  }

  /// The edition of the case whose digest this is, with these trials or, as checklists are made, without any.
  static func origin(of digest: String, in assessment: Assessment, drawing plan: SamplingPlan?) -> Origin? {
    let plans = plan == nil ? [nil] : [plan, nil]
    return plans.lazy.flatMap { plan in Edition.allCases.map { Origin(edition: $0, plan: plan) } }.first {
      Provenance(of: assessment, for: $0.edition, drawing: $0.plan).digest == digest
    }
  }

  private static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
      }
  }
}

extension Substring {
  /// Without the marks that a sentence, a table, Markdown or data put around a word.
  fileprivate var trimmingDots: Substring {
    let marks = ".:;\\|`*_"
    let inner = drop { marks.contains($0) }
    return inner.prefix(inner.count - inner.reversed().prefix { marks.contains($0) }.count)
  }
}
