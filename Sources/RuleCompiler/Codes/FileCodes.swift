extension DiagnosticCode {
  /// What can be wrong with a file before anything in it is understood.
  static let inFiles: [DiagnosticCode] = [
    DiagnosticCode(
      "json-syntax",
      "the file is not JSON",
      """
      Packs and profiles are JSON: texts and keys in straight double quotes, a comma between two values and
      none behind the last one, no comments, every bracket closed. One wrong character can make the rest of
      a file unreadable, so nothing else in it is looked at until this is mended. A remark can be kept as the
      text of a key that begins with 'x-'.
      """,
      wrong: #"{ "id": "speed", title: 'Speed', }"#,
      right: #"{ "id": "speed", "title": "Speed", "x-remark": "new in May" }"#
    ),
    DiagnosticCode(
      "duplicate-key",
      "a key stands twice in one object",
      """
      Of two equal keys only one could count, and nobody could see which. Usually a line was copied and not
      changed. Remove one of the two; the message shows both.
      """,
      wrong: #"{ "id": "speed", "title": "Speed", "title": "How fast it is" }"#,
      right: #"{ "id": "speed", "title": "Speed", "description": "How fast it is" }"#
    ),
    DiagnosticCode(
      "invalid-utf8",
      "the file is not saved as UTF-8",
      """
      UTF-8 is the one way to write letters such as 'ü' that everybody reads alike. This file was saved in
      another one (often Latin-1 or UTF-16), or it is damaged. Open it in an editor, look whether the umlauts
      are right, and save it with the encoding 'UTF-8'.
      """,
      wrong: "a file saved as 'Windows-1252' or 'Unicode (UTF-16)'",
      right: "the same file saved as 'UTF-8'"
    ),
    DiagnosticCode(
      "byte-order-mark",
      "an invisible mark stands in front of the file",
      """
      Some editors put an invisible character in front of a text to say how it is encoded. JSON does not
      allow it, and other programs stumble over it. Save the file as 'UTF-8', not as 'UTF-8 with BOM'.
      """,
      wrong: "a file saved as 'UTF-8 with BOM'",
      right: "the same file saved as 'UTF-8'"
    ),
    DiagnosticCode(
      "lone-surrogate",
      "half of a character stands alone",
      """
      Emoji and rare letters can be written as two escapes that belong together, such as '\\ud83d\\ude00'. Here
      one half is missing, most often because a text was cut. Write the character itself, or both halves.
      """,
      wrong: #"{ "title": "Launch \ud83d" }"#,
      right: #"{ "title": "Launch \ud83d\ude80" }"#
    ),
    DiagnosticCode(
      "nesting-too-deep",
      "lists and objects stand too deep in one another",
      """
      At most 128 lists and objects may stand in one another. No real pack comes near that; a file that does
      is most likely damaged or was written by a program with a mistake. Look for a bracket repeated too often.
      """,
      wrong: "[[[[ … more than 128 brackets … ]]]]",
      right: #"{ "any": [ { "app.gpu": true }, { "not": { "app.public": true } } ] }"#
    ),
    DiagnosticCode(
      "number-out-of-range",
      "a number is too large to count with",
      """
      Numbers reach up to about 1.8 with 308 zeros; this one is larger. Most likely digits or an exponent
      were typed twice. If it is a code rather than a number, put it in double quotes.
      """,
      wrong: #"{ "maximum": 1e999 }"#,
      right: #"{ "maximum": 1000 }"#
    ),
    DiagnosticCode(
      "file-too-large",
      "a file is larger than 16 MiB",
      """
      A file of a pack or a profile may have 16 MiB, which is more than ten thousand pages. Split it: a pack
      may hold any number of files, in sub-folders too, and reads all of them.
      """,
      wrong: "rules.json with 20 MiB",
      right: "rules-network.json and rules-storage.json with 10 MiB each"
    ),
    DiagnosticCode(
      "too-many-problems",
      "reading a file stopped after 100 problems",
      """
      A file with a hundred mistakes is usually not what it was meant to be, for example a page saved from
      the web. The rest of it was not looked at. Mend the first ones, which often are the cause of the others,
      and try again.
      """,
      wrong: "a file in which every text stands in single quotes",
      right: "the same file with straight double quotes"
    ),
  ]
}
