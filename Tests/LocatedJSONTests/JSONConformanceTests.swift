import Diagnostics
import Foundation
import LocatedJSON
import Testing

/// Runs the JSON parsing test suite of Nicolas Seriot when its folder is at hand: `ADVISOR_CONFORMANCE` names a folder in
/// which `json-parsing` holds the files. `y_` must be accepted, `n_` refused, `i_` is the reader's choice.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["ADVISOR_CONFORMANCE"] != nil,
    "ADVISOR_CONFORMANCE does not name a folder with json-parsing/*.json"
  )
)
struct JSONConformanceTests {
  @Test func decidesEveryFileOfTheSuiteAsDocumented() throws {
    let files = try suite()
    var (accepted, refused, decided) = (0, 0, Set<String>())
    for (name, bytes) in files {
      let outcome = Outcome(bytes)
      let codes = Set(outcome.diagnostics.map(\.code))
      switch name.prefix(2) {
      case "y_" where duplicates.contains(name):
        #expect(codes == ["duplicate-key"], "\(name)")
      case "y_":
        accepted += 1
        #expect(outcome.document != nil && codes.isEmpty, "\(name): \(codes)")
      case "n_":
        refused += 1
        #expect(outcome.document == nil && !codes.isEmpty, "\(name)")
        #expect(outcome.diagnostics.allSatisfy { $0.span != nil && $0.help != "" }, "\(name)")
      default:
        decided.insert(name)
        guard let decision = decisions[name] else {
          Issue.record("\(name) has no decision: add it to the table with a reason")
          continue
        }
        #expect(codes == (decision.code.map { [$0] } ?? []), "\(name): \(decision.reason)")
        #expect((outcome.document == nil) == (decision.code != nil), "\(name): \(decision.reason)")
      }
    }
    #expect(accepted > 0 && refused > 0)
    #expect(decided == Set(decisions.keys), "a decision without a file: remove it from the table")
  }

  private func suite() throws -> [(String, [UInt8])] {
    let root = try #require(ProcessInfo.processInfo.environment["ADVISOR_CONFORMANCE"])
    let folder = URL(fileURLWithPath: root).appendingPathComponent("json-parsing")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
      .map { ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0)))) }
  }
}

/// Legal for the RFC, which only says that keys should be unique; never meant in a rule pack.
private let duplicates: Set<String> = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

private struct Decision {
  /// Nil: accepted.
  let code: String?
  let reason: String
}

private func refuse(_ code: String, _ reason: String) -> Decision { Decision(code: code, reason: reason) }
private func accept(_ reason: String) -> Decision { Decision(code: nil, reason: reason) }

private let notFinite = refuse("number-out-of-range", "not a finite double")
private let nearestDouble = accept("an integer beyond 2^53 becomes the nearest double")
private let tooSmall = accept("underflow becomes 0")
private let loneSurrogate = refuse("lone-surrogate", "half of a pair is not a character and cannot be written as UTF-8")
private let notUTF8 = refuse("invalid-utf8", "not UTF-8; replacing it would change what the author wrote")
private let otherEncoding = refuse("invalid-utf8", "UTF-16 with a byte order mark; JSON is exchanged as UTF-8")
private let unmarkedUTF16 = refuse("invalid-utf8", "UTF-16 without a mark; the é in it is not UTF-8")

private let decisions: [String: Decision] = [
  "i_number_double_huge_neg_exp.json": tooSmall,
  "i_number_huge_exp.json": notFinite,
  "i_number_neg_int_huge_exp.json": notFinite,
  "i_number_pos_double_huge_exp.json": notFinite,
  "i_number_real_neg_overflow.json": notFinite,
  "i_number_real_pos_overflow.json": notFinite,
  "i_number_real_underflow.json": tooSmall,
  "i_number_too_big_neg_int.json": nearestDouble,
  "i_number_too_big_pos_int.json": nearestDouble,
  "i_number_very_big_negative_int.json": nearestDouble,
  "i_object_key_lone_2nd_surrogate.json": loneSurrogate,
  "i_string_1st_surrogate_but_2nd_missing.json": loneSurrogate,
  "i_string_1st_valid_surrogate_2nd_invalid.json": loneSurrogate,
  "i_string_UTF-16LE_with_BOM.json": otherEncoding,
  "i_string_UTF-8_invalid_sequence.json": notUTF8,
  "i_string_UTF8_surrogate_U+D800.json": notUTF8,
  "i_string_incomplete_surrogate_and_escape_valid.json": loneSurrogate,
  "i_string_incomplete_surrogate_pair.json": loneSurrogate,
  "i_string_incomplete_surrogates_escape_valid.json": loneSurrogate,
  "i_string_invalid_lonely_surrogate.json": loneSurrogate,
  "i_string_invalid_surrogate.json": loneSurrogate,
  "i_string_invalid_utf-8.json": notUTF8,
  "i_string_inverted_surrogates_U+1D11E.json": loneSurrogate,
  "i_string_iso_latin_1.json": notUTF8,
  "i_string_lone_second_surrogate.json": loneSurrogate,
  "i_string_lone_utf8_continuation_byte.json": notUTF8,
  "i_string_not_in_unicode_range.json": notUTF8,
  "i_string_overlong_sequence_2_bytes.json": notUTF8,
  "i_string_overlong_sequence_6_bytes.json": notUTF8,
  "i_string_overlong_sequence_6_bytes_null.json": notUTF8,
  "i_string_truncated-utf-8.json": notUTF8,
  "i_string_utf16BE_no_BOM.json": unmarkedUTF16,
  "i_string_utf16LE_no_BOM.json": unmarkedUTF16,
  "i_structure_500_nested_arrays.json": refuse("nesting-too-deep", "128 is the limit, far beyond any rule pack"),
  "i_structure_UTF-8_BOM_empty_object.json": refuse("byte-order-mark", "RFC 8259 forbids writing one"),
]
