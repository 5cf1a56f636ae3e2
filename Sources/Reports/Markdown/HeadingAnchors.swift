/// The names that GitHub and GitLab make of headings, so that text can lead to them.
enum HeadingAnchors {
  /// By section id; of several sections with the same id that of the first.
  static func all(of document: ReportDocument) -> [String: String] {
    var found: [String: String] = [:]
    var used: [String: Int] = [:]
    func take(_ title: String) -> String {
      let name = self.name(of: title)
      let count = used[name, default: 0]
      used[name] = count + 1
      return count == 0 ? name : "\(name)-\(count)"
    }
    func visit(_ section: ReportSection) {
      let anchor = take(section.title)
      if found[section.id] == nil { found[section.id] = anchor }
      for part in section.subsections { visit(part) }
    }
    _ = take(document.title)
    for section in document.sections { visit(section) }
    return found
  }

  /// Lower-case letters, digits, hyphens and underscores; spaces become hyphens, everything else goes.
  private static func name(of title: String) -> String {
    let text = title.trimmed
    var result = String.UnicodeScalarView()
    for scalar in (text.isEmpty ? "–" : text).lowercased().unicodeScalars {
      switch scalar {
      case " ": result.append("-")
      case "-", "_": result.append(scalar)
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { result.append(scalar) }
      }
    }
    return String(result)
  }
}
