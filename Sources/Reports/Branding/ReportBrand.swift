package import Diagnostics
package import LocatedJSON
package import RuleModel

/// A brand whose colours can be read on each other: the look of reports.
package struct ReportBrand: Sendable, Equatable {
  let brand: Brand
  let light: Palette
  let dark: Palette

  /// Nil after reporting every colour that cannot be read.
  package init?(_ brand: Brand, into log: inout DiagnosticLog) {
    let schemes = [BrandScheme(light: brand), BrandScheme(dark: brand)]
    let before = log.errorCount
    for scheme in schemes { scheme.report(into: &log) }
    guard log.errorCount == before else { return nil }
    self.brand = brand
    light = schemes[0].palette
    dark = schemes[1].palette
  }

  package static func == (one: ReportBrand, other: ReportBrand) -> Bool { one.brand == other.brand }

  /// The brand of a page made before, as it is carried there.
  package init?(carried: JSONValue, into log: inout DiagnosticLog) {
    let file = SourceFile(name: "the brand in the report", bytes: carried.canonical())
    guard let document = parseJSON(file, into: &log), let brand = decodeBrand(document, into: &log), !log.hasErrors
    else { return nil }
    self.init(brand, into: &log)
  }

  var name: String { brand.name }
  var logo: Brand.Logo? { brand.logo }

  /// Empty for a brand without one.
  func footer(in language: ReportLanguage) -> String {
    brand.footer?.text(in: language == .german ? .de : .en) ?? ""
  }

  /// What a page carries of it.
  var carried: JSONValue { brand.json }
}
