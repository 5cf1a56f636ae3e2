/// What the words behind the name ask for.
struct Settings {
  var isJSON = false
  /// Smaller sizes only: a first look in half a minute.
  var isQuick = false
  /// What the name of a measurement must hold; nil: everything is measured.
  var only: String?
  /// The program whose start and whose `batch` are measured: the one built beside this.
  var advisor: String
  /// A folder that the packs and profiles are written to, instead of measuring.
  var exportFolder: String?
  var rules = 1_000
  var profiles = 10_000

  static let help = """
    usage: advisor-bench [--json] [--quick] [--only WORDS] [--advisor PROGRAM]
           advisor-bench --export FOLDER [--rules N] [--profiles N]

    Measures the advisor on packs and profiles of its own making: seconds of processor time, medians.
    Build it with 'swift build -c release' beside the program 'advisor'. --only measures nothing but what has
    these words in its name. --export writes the packs and profiles into a folder that exists: pack.json,
    content.json, profiles.ndjson.
    """

  init?(_ words: [String], program: String) {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    advisor = folder.isEmpty ? "advisor" : folder + "/advisor"
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--json": isJSON = true
      case "--quick": isQuick = true
      case "--only":
        guard let value = rest.popFirst() else { return nil }
        only = value
      case "--advisor":
        guard let value = rest.popFirst() else { return nil }
        advisor = value
      case "--export":
        guard let value = rest.popFirst() else { return nil }
        exportFolder = value
      case "--rules", "--profiles":
        guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else { return nil }
        if word == "--rules" { rules = value } else { profiles = value }
      default: return nil
      }
    }
  }

  func asks(for what: String) -> Bool { only.map { what.contains($0) } ?? true }
}
