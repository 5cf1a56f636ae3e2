import Assessing
import Diagnostics
import Reports
import RuleModel

/// The digest that pages without data print, and the edition that it belongs to.
enum PrintedDigest {
  /// The digest typed by a person, or the first one that a text names as such.
  static func find(in text: String) -> String? {
    if isDigest(text) { return text.lowercased() }
    let words = text.split { $0.isWhitespace }.map { $0.trimmingDots }
    return zip(words, words.dropFirst()).first { ["Digest", "Prüfsumme"].contains($0) && isDigest($1) }.map {
      String($1)
    }
  }

  /// The edition of the case whose digest this is.
  static func edition(with digest: String, of assessment: Assessment) -> Edition? {
    Edition.allCases.first { Provenance(of: assessment, for: $0).digest == digest }
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
  /// Without the marks that a sentence, a table or Markdown puts around a word.
  fileprivate var trimmingDots: Substring {
    let inner = drop { ".,;\"\\|`".contains($0) }
    return inner.prefix(inner.count - inner.reversed().prefix { ".,;\"\\|`".contains($0) }.count)
  }
}
