package import Advice
package import LocatedJSON
package import RuleModel

/// A format that reports can be written in: one file each in this folder, and one line in `all`.
package struct ReportFormat: Sendable {
  /// Its name on the command line.
  package let id: String
  /// The endings of its files without the dot, the usual one first; none for a format that fills a folder.
  package let endings: [String]
  /// One line of help.
  package let help: String
  package let product: Product
  /// Whether it consists of scores, which an offer does not state.
  package let holdsScores: Bool

  /// How the format comes about. The same recommendation gives the same bytes, wherever no other program has a hand in it.
  package enum Product: Sendable {
    /// A whole file; throws where the case holds nothing that the format could say.
    case file(@Sendable (Recommendation, ReportManner) throws(NothingToWrite) -> [UInt8])
    /// Files for a folder.
    case folder(@Sendable (Recommendation, ReportManner) -> [RenderedFile])
    /// A self-contained page that a browser prints on paper.
    case printed(@Sendable (Recommendation, ReportManner) -> PrintedPage)
    /// A document that pandoc writes, in the dress of a template.
    case converted(@Sendable (Recommendation, ReportManner, PandocVersion) -> PandocSource)
  }

  init(_ id: String, endings: [String], help: String, holdsScores: Bool = false, _ product: Product) {
    self.id = id
    self.endings = endings
    self.help = help
    self.product = product
    self.holdsScores = holdsScores
  }

  /// In the order of help.
  package static let all: [ReportFormat] = [.html, .pdf, .word, .markdown, .json, .csv, .madr, .openSLO]

  /// What people write behind `-o`: ".html", or "/" for a folder.
  package static var endings: String {
    all.map { $0.endings.isEmpty ? "/ (a folder)" : "." + $0.endings.joined(separator: " or .") }
      .joined(separator: ", ")
  }

  /// The format of a file name's ending, compared without regard to case; of a name that ends in a slash, the format
  /// that fills a folder.
  package static func format(ofFile path: String) -> ReportFormat? {
    if path.hasSuffix("/") { return all.first { $0.endings.isEmpty } }
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return nil
    }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.endings.contains(ending) }
  }
}

/// A file of a folder, by a name without slashes.
package struct RenderedFile: Sendable {
  package let name: String
  package let bytes: [UInt8]
}

/// Why a format has nothing to say about a case; not a mistake of the packs.
package struct NothingToWrite: Error {
  /// The specific word first, lower case, no final period.
  package let summary: String
  package let help: String
}

/// What a browser prints.
package struct PrintedPage: Sendable {
  /// One HTML file that asks nothing of a network.
  package let page: [UInt8]
  /// The day that the file says it was made on; nil for an undated case.
  package let date: CalendarDate?
}

/// What pandoc turns into a document.
package struct PandocSource: Sendable {
  /// Pandoc's own form of a document, as JSON.
  package let document: JSONValue
  /// The template with the styles of the house, for `--reference-doc`.
  package let template: [UInt8]
}

/// The version of the form in which pandoc reads documents, such as 1.22.2: it reads what has the same first two numbers.
package struct PandocVersion: Sendable, Equatable {
  package let numbers: [Int]

  package init(_ numbers: [Int]) { self.numbers = numbers }

  /// The oldest form that has tables with rows of headings: that of pandoc 2.10.
  package static let oldest = PandocVersion([1, 21])

  /// Whether documents can be written for it. A form with a first number other than 1 is not known.
  package var isSupported: Bool {
    guard numbers.count >= 2, numbers[0] == 1 else { return false }
    return numbers[1] >= Self.oldest.numbers[1]
  }
}
