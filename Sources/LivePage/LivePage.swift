import LocatedJSON

/// The live page: the engine of the program for the browser, with the scripts and the style sheet that show it.
///
/// The page computes nothing by itself. It fills answers, weights and decisions into bytes, hands them to the same engine
/// that the command line uses (compiled to WebAssembly when this module is built), and shows the numbers that come back:
/// what it says is, bit for bit, what `advisor assess --format json` says on the profile that it saves. What stays in the
/// page are texts, filling answers into columns, and showing.
///
///     packs ─compile▶ RuleBook ─▶ bytes ─┐  (in the page as Base64)
///     answers, weights, decisions ─▶ bytes ┴▶ LiveSession ─▶ Findings: a row of numbers ─▶ shown with the texts
///
/// Bytes in both directions are described at `RuleBookBytes`, `CaseFileBytes` and `Findings` of the module `Engine`.
package enum LivePage {
  /// The engine as a WebAssembly module, in Base64; nil if the toolchain that built this program has no Embedded standard
  /// library for wasm32.
  package static var engine: String? { encodedEngine }

  /// A part of the page by its file name, `engine.js` for example; empty if there is none.
  package static func part(_ name: String) -> String {
    guard let part = encodedParts.first(where: { $0.name == name }) else { return "" }
    return String(decoding: Base64.bytes(of: part.base64) ?? [], as: UTF8.self)
  }

  /// The names of all parts, sorted.
  package static var partNames: [String] { encodedParts.map(\.name).sorted() }
}
