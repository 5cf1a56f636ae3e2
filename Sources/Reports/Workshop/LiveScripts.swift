import LivePage

/// The script of a page that runs the engine.
enum LiveScripts {
  /// Parts in the order in which they are needed.
  ///
  /// - Parameter main: the part that starts the page, which comes last.
  static func text(main: String) -> String {
    let shared = [
      "json.js", "profile.js", "case.js", "engine.js", "dom.js", "live.js", "questions.js", "standing.js",
      "importance.js", "found.js",
    ]
    return "\"use strict\";(() => {\n" + (shared + [main]).map { LivePage.part($0) }.joined() + "})();\n"
  }
}
