import Arguments

/// The commands below `advisor packs`, in the order of help.
let packsCommands: [CommandTree<Workplace>] = [
  .command(packsListCommand),
  .command(packsCheckCommand),
  .command(packsTestCommand),
]
