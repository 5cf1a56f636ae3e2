import Arguments

/// The commands below `advisor packs`, in the order of help.
let packsCommands: [CommandTree<Workplace>] = [
  .command(packsListCommand),
  .command(packsNewCommand),
  .command(packsCheckCommand),
  .command(packsExplainCommand),
  .command(packsTestCommand),
  .command(packsCoverageCommand),
  .command(packsBalanceCommand),
  .command(packsImpactCommand),
  .command(packsWhereUsedCommand),
  .command(packsReviewCommand),
  .command(packsImportCommand),
  .command(packsFormatCommand),
  .command(packsSchemaCommand),
  packsTextsCommands,
  .command(packsDocsCommand),
]
