extension DiagnosticCode {
  /// What can be wrong with the values of any item.
  static let inItems: [DiagnosticCode] = [
    DiagnosticCode(
      "unknown-key",
      "a key is not known here",
      """
      Every kind of item has its own keys, and one that is misspelt would silently mean nothing. The message
      offers the nearest right name, or lists all of them. A remark of your own may stand under any key that
      begins with 'x-'.
      """,
      wrong: #"{ "id": "speed", "titel": "Speed" }"#,
      right: #"{ "id": "speed", "title": "Speed", "x-remark": "ask Anna" }"#
    ),
    DiagnosticCode(
      "missing-key",
      "a key that cannot be left out is missing",
      """
      Some keys every item of its kind needs: without a reason, for example, a rule could not be explained to
      a customer. The message says which key is missing and, where there is one, names the item by its id.
      """,
      wrong: #"{ "id": "speed" }"#,
      right: #"{ "id": "speed", "title": "Speed" }"#
    ),
    DiagnosticCode(
      "wrong-type",
      "a value is of the wrong kind",
      """
      A number stands without quotes, a text in double quotes, a list in '[' and ']', an object in '{' and '}',
      and true and false without quotes. What is needed here is said in the message. In a condition or an
      answer it depends on the type of the fact.
      """,
      wrong: #"{ "weight": "20", "sources": "AC-06" }"#,
      right: #"{ "weight": 20, "sources": ["AC-06"] }"#
    ),
    DiagnosticCode(
      "empty-text",
      "a text holds no words",
      """
      The text would appear as a gap in the questionnaire or in a report. Write at least one word, or leave the
      key out where it is not required.
      """,
      wrong: #"{ "title": "" }"#,
      right: #"{ "title": "Speed" }"#
    ),
    DiagnosticCode(
      "invalid-language",
      "a language is not written as a tag",
      """
      A text in several languages is an object whose keys are language tags: two or three small letters such as
      'en', 'de' or 'fr', with a region if need be ('de-CH').
      """,
      wrong: #"{ "title": { "English": "Speed", "German": "Tempo" } }"#,
      right: #"{ "title": { "en": "Speed", "de": "Tempo" } }"#
    ),
    DiagnosticCode(
      "invalid-id",
      "an id holds characters that ids must not have",
      """
      Ids are what everything else is named by, so they are kept simple: letters from a to z, digits, and
      single points, hyphens or underscores between them; no spaces and no umlauts. What people read is the
      title, which may hold anything.
      """,
      wrong: #"{ "id": "Grösse & Preis" }"#,
      right: #"{ "id": "size-and-price", "title": "Grösse & Preis" }"#
    ),
    DiagnosticCode(
      "reserved-id",
      "an id means something else in conditions",
      """
      In conditions 'all', 'any' and 'not' join other conditions, and what begins with 'decision.' asks for the
      outcome of a decision. A fact with such an id could never be asked for. Choose another one.
      """,
      wrong: #"{ "id": "decision.made", "type": "boolean" }"#,
      right: #"{ "id": "biz.decision_made", "type": "boolean" }"#
    ),
    DiagnosticCode(
      "duplicate-id",
      "two items of one kind have the same id",
      """
      Ids are unique for each kind over all packs: two rules of the same id could not be told apart. The
      message shows both places. Remove one if it is a copy, or give it another id and change who names it.
      """,
      wrong: #"{ "criteria": [ { "id": "cost", "title": "Cost" }, { "id": "cost", "title": "Price" } ] }"#,
      right: #"{ "criteria": [ { "id": "cost", "title": "Cost" }, { "id": "price", "title": "Price" } ] }"#
    ),
    DiagnosticCode(
      "unknown-word",
      "a value is none of the words that may stand here",
      """
      Some keys take one word of a short list, which the message names: phases, owners, layers, states of a
      source and so on. The words are always English and exactly as listed, whatever language the texts have.
      """,
      wrong: #"{ "phase": "vorbereiten" }"#,
      right: #"{ "phase": "prepare" }"#
    ),
    DiagnosticCode(
      "number-out-of-bounds",
      "a number is too small or too large for its key",
      """
      Every number of a pack has bounds that make sense: ratings go from -3 to 3, weights of rules from 1 to 5,
      weights of criteria are not negative. To say more than 3, give the rule a greater weight.
      """,
      wrong: #"{ "rate": { "appuio-cloud": -5 } }"#,
      right: #"{ "weight": 3, "rate": { "appuio-cloud": -3 } }"#
    ),
    DiagnosticCode(
      "not-a-whole-number",
      "a number must not have a fraction here",
      """
      Ratings and weights of rules are whole numbers: finer steps would pretend to a precision that nobody has.
      Round it, or change the weight of the rule.
      """,
      wrong: #"{ "rate": { "appuio-cloud": 1.5 } }"#,
      right: #"{ "rate": { "appuio-cloud": 2 } }"#
    ),
    DiagnosticCode(
      "invalid-date",
      "a date is not a day written as 2026-11-21",
      """
      Dates are written year, month, day, with zeros and hyphens, so that they mean the same everywhere and sort
      by themselves. The day must exist: 2027-02-29 does not.
      """,
      wrong: #"{ "reviewed": "21.11.2026" }"#,
      right: #"{ "reviewed": "2026-11-21" }"#
    ),
    DiagnosticCode(
      "invalid-url",
      "a web address does not begin with https:// or http://",
      """
      Reports turn addresses into links that customers may follow, so nothing but web addresses is let through.
      Copy the address from the browser; write '%20' for a space in it.
      """,
      wrong: #"{ "url": "docs.appuio.cloud/limits" }"#,
      right: #"{ "url": "https://docs.appuio.cloud/limits" }"#
    ),
    DiagnosticCode(
      "empty-list",
      "a list that must hold something is empty",
      """
      An empty list says nothing here: a rule that excludes no option, a comparison with no value. Write what
      was meant, or remove the key with its list.
      """,
      wrong: #"{ "exclude": [] }"#,
      right: #"{ "exclude": ["appuio-cloud"] }"#
    ),
    DiagnosticCode(
      "empty-range",
      "a range ends before it begins",
      """
      The smaller number or the earlier day comes first: 'from' before 'to', 'minimum' before 'maximum',
      'validFrom' before 'validUntil'. Most likely the two were exchanged, or a year is wrong.
      """,
      wrong: #"{ "minimum": 100, "maximum": 10 }"#,
      right: #"{ "minimum": 10, "maximum": 100 }"#
    ),
  ]
}
