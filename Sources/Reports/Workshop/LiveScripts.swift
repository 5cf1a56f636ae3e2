import LivePage

/// The script of a page that runs the engine.
enum LiveScripts {
  /// Parts in the order in which they are needed.
  ///
  /// - Parameter own: the parts of one kind of page; the last one starts it.
  static func text(_ own: String...) -> String {
    let shared = [
      "json.js", "profile.js", "case.js", "engine.js", "dom.js", "live.js", "changes.js", "clashes.js", "questions.js",
      "standing.js", "importance.js", "found.js",
    ]
    return "\"use strict\";(() => {\n" + (shared + own).map { LivePage.part($0) }.joined() + "})();\n"
  }
}
