import LocatedJSON
import RuleModel

/// What a style sheet needs of a brand.
struct BrandLook {
  let name: String
  let footer: String
  let light: Palette
  let dark: Palette

  init(_ brand: ReportBrand, _ language: ReportLanguage) {
    name = brand.name
    footer = brand.footer(in: language)
    light = brand.light
    dark = brand.dark
  }
}

extension HTMLWriter {
  /// The logo, or the name where there is none. A logo is a picture and nothing else: in one no browser runs a script or
  /// loads anything.
  mutating func brand(_ brand: ReportBrand) {
    element("p", ["class": "brand"]) { writer in
      if let logo = brand.logo {
        writer.open("img", ["src": logo.address, "alt": brand.name])
      } else {
        writer.text(brand.name)
      }
    }
    line()
  }
}

extension JSONValue {
  /// The data of a page with the brand that it is in, so that it can be made again.
  func carrying(_ brand: ReportBrand?) -> JSONValue {
    guard let brand, case .object(let members) = self else { return self }
    return .object(members + [Member("brand", brand.carried)])
  }
}
