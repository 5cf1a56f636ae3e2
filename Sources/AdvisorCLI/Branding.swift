import Arguments
import Diagnostics
import LocatedJSON
import Reports
import RuleModel

/// `--brand`, with the same help everywhere.
func brandOption<Settings>(_ setting: Setting<Settings, String?>) -> Arguments.Option<Settings> {
  .value("brand", "FILE", help: "Name, colours, logo and footer of the house (JSON)", setting)
}

extension Session {
  /// The look that a file describes; nil without a file, and after reporting what is wrong with it.
  mutating func loadBrand(_ path: String?) -> ReportBrand? {
    guard let path, let file = read(path), let document = parseJSON(file, into: &log),
      let brand = decodeBrand(document, into: &log)
    else { return nil }
    return ReportBrand(brand, into: &log)
  }
}
