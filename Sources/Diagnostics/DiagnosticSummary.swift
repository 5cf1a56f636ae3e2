/// Counts problems in one line without a line break: `2 errors, 1 warning in 3 files`, or `no problems in 3 files`.
///
/// - Parameter files: how many files were looked at; by default those in which a problem was found, told apart by name.
package func summaryLine(of diagnostics: [Diagnostic], files: Int? = nil) -> String {
  let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    return count == 0 ? nil : plural(count, severity.rawValue)
  }
  let files = files ?? Set(diagnostics.compactMap { $0.span?.file.name }).count
  let problems = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
  return files == 0 ? problems : problems + " in " + plural(files, "file")
}

/// `1 error`, `2 errors`: for nouns that only take an s.
func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
