package import Diagnostics

/// The largest file that is read, in bytes: 16 MiB.
package let maximumJSONFileSize = 16 * 1024 * 1024

/// How many lists and objects may stand in one another.
package let maximumJSONDepth = 128

/// Reads a file as JSON, strictly as RFC 8259 has it: UTF-8 without byte order mark, one value, unique keys.
///
/// All problems found are reported, each at the narrowest place; the result is nil exactly if there was one. Reading goes
/// on after a mistake whose meaning is clear (a trailing comma, a comment, a duplicate key …) and stops after one whose
/// meaning is not, or after 100. The codes are `invalid-utf8`, `byte-order-mark`, `lone-surrogate`, `duplicate-key`,
/// `nesting-too-deep`, `file-too-large`, `number-out-of-range`, and `json-syntax` for all else; the note
/// `too-many-problems` tells that reading stopped early.
///
/// Decided where the RFC leaves it open: numbers become the nearest double, those too small become 0, those too large are
/// refused; keys are compared byte by byte after unescaping, without Unicode normalization; noncharacters and U+0000
/// (escaped) are ordinary characters of a text.
package func parseJSON(_ file: SourceFile, into log: inout DiagnosticLog) -> JSONDocument? {
  var reader = JSONReader(file)
  let root = reader.read()
  log.append(contentsOf: reader.log)
  guard let root, !reader.log.hasErrors else { return nil }
  return JSONDocument(file: file, root: root)
}
