extension DiagnosticCode {
  /// What keeps the commands that change packs from changing them.
  static let whileEditing: [DiagnosticCode] = [
    DiagnosticCode(
      "built-in-packs",
      "the packs built into the program cannot be changed",
      """
      Without '--rules', ADVISOR_RULES and a folder 'Rules' the advisor works with a copy of the packs inside the
      program, which nobody can edit. Name the folder that holds your packs.
      """,
      wrong: "advisor packs format",
      right: "advisor packs format --rules ~/packs"
    ),
    DiagnosticCode(
      "unsound-change",
      "a change would break a pack, so nothing was written",
      """
      Before a file of a pack is written, all packs are read with the change in place. There were mistakes, which
      are listed, so every file is still what it was. Mend what the change says, and repeat the command.
      """,
      wrong: "advisor packs texts import --csv texts.csv",
      right: "advisor packs texts import --csv texts-mended.csv"
    ),
    DiagnosticCode(
      "missing-file",
      "the file to work on is not named",
      """
      The command needs a file and none was given. Nothing is guessed: a wrong guess could overwrite your work.
      Name the file as the example shows.
      """,
      wrong: "advisor packs texts import",
      right: "advisor packs texts import --csv texts.csv"
    ),
    DiagnosticCode(
      "unreadable-sheet",
      "a file is no spreadsheet in the form of CSV",
      """
      Sheets are read as comma-separated values in UTF-8, with commas, semicolons or tabs between the cells. In
      Excel choose "CSV UTF-8" when saving; in other programs the character set UTF-8.
      """,
      wrong: "advisor packs texts import --csv texts.xlsx",
      right: "advisor packs texts import --csv texts.csv"
    ),
    DiagnosticCode(
      "missing-column",
      "a sheet of texts lacks a column",
      """
      The first row names the columns. 'pack', 'kind', 'item' and 'key' say which text a row is, and at least one
      column of a language must be there. Export again if they got lost.
      """,
      wrong: "pack,item,en,de",
      right: "pack,kind,item,key,en,de"
    ),
    DiagnosticCode(
      "unknown-text",
      "a row of a sheet belongs to no text of the packs",
      """
      Rows are recognised by pack, kind, item and key. The item was removed or renamed since the sheet was made, or
      one of these cells was changed by accident. Remove the row, or add '--partial' to import the others.
      """,
      wrong: "foundation,fact,biz.availabilty,title",
      right: "foundation,fact,biz.availability,title"
    ),
    DiagnosticCode(
      "repeated-text",
      "two rows of a sheet are the same text and differ",
      """
      Sheets that are put together from several copies can hold a row twice. Which of the two is meant cannot be
      told: remove one.
      """,
      wrong: "two rows 'foundation,fact,biz.rto,title' with other texts",
      right: "one row 'foundation,fact,biz.rto,title'"
    ),
    DiagnosticCode(
      "text-changed-twice",
      "a text was changed in the sheet and in its file",
      """
      The sheet remembers what every text was when it was made. Somebody has changed this text in the pack since, so
      importing it would undo that without a word. Decide which of the two counts, and write it into the cell.
      """,
      wrong: "the cell as it was translated",
      right: "the cell with the new text of the file, or with an empty cell 'base' to replace it"
    ),
    DiagnosticCode(
      "emptied-text",
      "a text was emptied in a sheet",
      """
      An empty cell may be an accident, and a missing text is hard to notice. So texts are not deleted from a sheet:
      write a text into the cell, or delete it in the file of the pack.
      """,
      wrong: "an empty cell in the column 'de'",
      right: "a text in the column 'de'"
    ),
    DiagnosticCode(
      "mixed-text",
      "a text is one for all languages and one per language at once",
      """
      A text is either the same in all languages (column 'text') or has a column per language. To translate it, move
      the text into the column of its language and empty the cell 'text'.
      """,
      wrong: "texts in the columns 'text' and 'de'",
      right: "texts in the columns 'en' and 'de', and nothing in 'text'"
    ),
    DiagnosticCode(
      "missing-name",
      "what is new needs a kind and an id",
      """
      'advisor packs new' takes what to start (pack, option, rule, question or test) and its id; a test has a
      sentence for a name.
      """,
      wrong: "advisor packs new rule",
      right: "advisor packs new rule gpu-speaks-for-own-cluster --in my-pack"
    ),
    DiagnosticCode(
      "missing-pack-name",
      "it is not said which pack to add to",
      """
      Several packs are loaded, and a new item belongs to one of them.
      Name it by its id or its folder with '--in'.
      """,
      wrong: "advisor packs new rule my-rule",
      right: "advisor packs new rule my-rule --in my-pack"
    ),
    DiagnosticCode(
      "ambiguous-folder",
      "the folder for a new pack is a pack itself",
      """
      '--rules' names one pack, and packs do not stand inside one another. Say with '--in' in which folder the new
      one is to stand, usually the folder above.
      """,
      wrong: "advisor packs new pack my-pack --rules Rules/foundation",
      right: "advisor packs new pack my-pack --rules Rules/foundation --in Rules"
    ),
    DiagnosticCode(
      "taken-id",
      "a new item has the id of one that is there already",
      """
      Ids are unique over all loaded packs, and nothing that is there is ever replaced. Choose another id, or edit
      the item that has it.
      """,
      wrong: "advisor packs new question app.gpu --in foundation",
      right: "advisor packs new question app.gpu_memory --in foundation"
    ),
    DiagnosticCode(
      "unknown-name",
      "something named for a new item is not there, or its pack may not name it",
      """
      A pack can name its own items and those of the packs in "requires" of its pack.json. Mend the name, or add the
      pack that holds it to "requires".
      """,
      wrong: "advisor packs new rule my-rule --in my-pack --criterion contrl",
      right: "advisor packs new rule my-rule --in my-pack --criterion control"
    ),
    DiagnosticCode(
      "nothing-to-name",
      "a new item needs something that no pack holds yet",
      """
      A rule needs a question, a criterion and an option, an option needs a decision, a test needs a rule. Add that
      first, or name the pack that holds it in "requires" of pack.json.
      """,
      wrong: "advisor packs new rule my-rule --in my-pack",
      right: "advisor packs new option my-option --in my-pack"
    ),
    DiagnosticCode(
      "rating-out-of-range",
      "a rating is from -3 to 3",
      """
      Ratings say how well an option serves a need: 3 very well, 0 no difference, -3 not at all. How much the need
      matters is the weight of the rule, from 1 to 5.
      """,
      wrong: "advisor packs new rule my-rule --in my-pack --rate 5",
      right: "advisor packs new rule my-rule --in my-pack --rate 3"
    ),
    DiagnosticCode(
      "weight-out-of-range",
      "a weight of a rule is from 1 to 5",
      """
      Weights say how much a need matters: 1 pleasant to have, 2 ordinary, 3 important, 4 decisive, 5 the reason
      why a platform is chosen at all. How well an option serves it is the rating.
      """,
      wrong: "advisor packs new rule my-rule --in my-pack --weight 10",
      right: "advisor packs new rule my-rule --in my-pack --weight 3"
    ),
    DiagnosticCode(
      "missing-rule",
      "a test of what must be false names no rule",
      """
      With '--not' a test is made in which a rule must be false, and the answers follow from that rule. Without
      '--rule' there is nothing that they could follow from.
      """,
      wrong: "advisor packs new test \"No GPU\" --in my-pack --not",
      right: "advisor packs new test \"No GPU\" --in my-pack --rule my-gpu --not"
    ),
    DiagnosticCode(
      "expected-already",
      "a test from a template would repeat another one",
      """
      The answers of a test from a template follow from its rule, so that a second one would be the first once
      more. What is missing most often is the contrary: a test in which the rule must be false.
      """,
      wrong: "advisor packs new test \"A GPU again\" --in my-pack --rule my-gpu",
      right: "advisor packs new test \"No GPU is needed\" --in my-pack --rule my-gpu --not"
    ),
  ]
}
