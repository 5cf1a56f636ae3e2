import Advice
import Assessing
import Diagnostics
import LocatedJSON
import Reports
import RuleCompiler
import RuleModel

/// A report made again from what it carries, and what came out otherwise.
struct Verification {
  let report: CarriedReport
  let catalogue: Catalogue
  /// The report made again; nil where the packs cannot read the profile.
  private(set) var bytes: [UInt8]?
  private(set) var findings: [String] = []
  private(set) var differences: ResultDifferences?

  /// - Parameter whole: the profile as the house has it, where the report left answers out; otherwise what it carries.
  init(_ report: CarriedReport, with catalogue: Catalogue, whole: SourceFile? = nil) {
    self.report = report
    self.catalogue = catalogue
    remake(whole)
    guard !isIdentical else { return }
    if !report.isIntact { findings.append("what the report carries does not match its own digest: it was changed") }
    compareOrigins()
    compareResults()
  }

  var isIdentical: Bool { bytes == report.bytes }

  private mutating func remake(_ whole: SourceFile?) {
    let file = whole ?? SourceFile(name: "the profile in the report", bytes: report.profile.canonical())
    var log = DiagnosticLog()
    defer {
      findings += log.diagnostics.filter { $0.severity == .error }.map {
        "\($0.span?.file.name ?? file.name): \($0.summary)"
      }
    }
    guard let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log) else { return }
    let linked = link(profile, with: catalogue, isStrict: false, into: &log)
    if log.hasErrors { return }
    if whole != nil,
      Provenance.profileDigest(linked, for: report.edition, catalogue) != sha256Hex(report.profile.canonical())
    {
      findings.append("\(file.name) is not the profile that the report was made of")
    }
    var assessment = assess(linked, compile(catalogue), date: report.date).examined()
    if report.draws > 0 {
      assessment = assessment.measuringRobustness(SamplingPlan(draws: report.draws, keepsOrder: report.keepsOrder))
    }
    let brand = report.brand.flatMap { ReportBrand(carried: $0, into: &log) }
    guard !log.hasErrors, case .file(let render) = report.format.product else { return }
    do throws(NothingToWrite) {
      bytes = try render(advise(assessment), ReportManner(report.language, report.edition, brand: brand))
    } catch {
      findings.append(error.summary)
    }
  }

  /// Program and packs: which are others than those of the report.
  private mutating func compareOrigins() {
    if report.engine != "\(engineVersion)" {
      findings.append("made by advisor \(report.engine), and this is advisor \(engineVersion)")
    }
    let present = catalogue.packs.map { (id: $0.id, version: "\($0.manifest.version)", digest: $0.digest) }
    for old in report.packs {
      guard let new = present.first(where: { $0.id == old.id }) else {
        findings.append("pack '\(old.id)' \(old.version) is not here")
        continue
      }
      if new.version != old.version {
        findings.append("pack '\(old.id)' was version \(old.version), and here it is \(new.version)")
      } else if new.digest != old.digest {
        findings.append(
          "pack '\(old.id)' says something else in the same version \(old.version) "
            + "(digest \(old.digest.prefix(12)), here \(new.digest.prefix(12)))"
        )
      }
    }
    for new in present where !report.packs.contains(where: { $0.id == new.id }) {
      findings.append("pack '\(new.id)' \(new.version) was not there")
    }
  }

  private mutating func compareResults() {
    guard let bytes, let again = CarriedReport(SourceFile(name: "", bytes: bytes)) else { return }
    let found = ResultDifferences(report.data, again.data)
    differences = found
    guard found.lines.isEmpty else { return }
    if findings.isEmpty, report.liveEngine != again.liveEngine {
      findings.append("the engine for browsers in it is another build")
    } else if findings.isEmpty {
      findings.append("the file was changed after it was made, from line \(firstOtherLine(bytes)) on")
    } else if Self.withoutOrigin(bytes) == Self.withoutOrigin(report.bytes) {
      findings.append("but for these, it says the same: what is different has no effect on this case")
    } else if bytes != report.bytes {
      findings.append("what it says is different from line \(firstOtherLine(bytes)) on")
    }
  }

  /// A report without what tells of its origin: digests, and the versions of packs and advisor.
  private static func withoutOrigin(_ bytes: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    var word: [UInt8] = []
    for byte in bytes + [0] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."):
        word.append(byte)
      default:
        if !isDigest(word), !isVersion(word) { rest += word }
        rest.append(byte)
        word = []
      }
    }
    return rest
  }

  private static func isDigest(_ word: [UInt8]) -> Bool {
    let letters = word.last == UInt8(ascii: ".") ? word.dropLast() : word[...]
    return letters.count == 64 && letters.allSatisfy { $0 <= UInt8(ascii: "f") && $0 != UInt8(ascii: ".") }
  }

  private static func isVersion(_ word: [UInt8]) -> Bool {
    word.split(separator: UInt8(ascii: ".")).count == 3 && word.allSatisfy { $0 <= UInt8(ascii: "9") }
  }

  private func firstOtherLine(_ bytes: [UInt8]) -> Int {
    let common = zip(bytes, report.bytes).prefix { $0 == $1 }.count
    return 1 + bytes.prefix(common).count { $0 == UInt8(ascii: "\n") }
  }
}
