package import Assessing
package import Diagnostics
package import LocatedJSON
package import RuleCompiler
import RuleModel

extension CompiledRules {
  /// A profile from its members; `format` and `title` may be left out.
  ///
  /// - Throws: `UnexpectedProblems` if it is no profile at all; what else is wrong stands in the log.
  package func profile(
    _ members: JSONValue,
    isStrict: Bool = false
  ) throws -> (profile: LinkedProfile, log: DiagnosticLog) {
    var whole = members
    if whole["format"] == nil { whole["format"] = 1 }
    if whole["title"] == nil { whole["title"] = "test" }
    var log = DiagnosticLog()
    let file = SourceFile(name: "profile.json", text: whole.pretty())
    guard let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log) else {
      throw UnexpectedProblems(log)
    }
    return (link(profile, with: catalogue, isStrict: isStrict, into: &log), log)
  }

  /// Assesses a profile that a test takes to be right.
  ///
  /// - Throws: `UnexpectedProblems` if it holds an error.
  package func assessment(of members: JSONValue) throws -> Assessment {
    let (profile, log) = try profile(members)
    if log.hasErrors { throw UnexpectedProblems(log) }
    return assess(profile, self)
  }

  /// Assesses a profile written as JSON text.
  ///
  /// - Throws: `UnexpectedProblems` if it holds an error.
  package func assessment(of text: String) throws -> Assessment { try assessment(of: parsed(text)) }

  /// Assesses answers written as JSON text.
  ///
  /// - Throws: `UnexpectedProblems` if one holds an error.
  package func assessment(answers text: String) throws -> Assessment {
    try assessment(of: ["answers": parsed(text)])
  }
}
