/// Many worlds drawn around one case: its answers, with weights and what is not known drawn at random (method.md,
/// section 7).
///
/// World n depends on the seed, on n and on what is drawn only: not on the number of worlds, nor on what is done with
/// them. Answers and weights come from two streams, so that neither shifts the other.
package struct Sampling: Sendable {
  package let program: Program
  package let circumstances: Circumstances
  /// What is the same in all worlds, in every lane.
  package let base: WorldBlock
  /// What is drawn of the answers; empty if nothing is.
  package let answers: DrawTable
  /// How weights are drawn; nil: those of the circumstances in all worlds.
  package let weights: WeightDraw?
  /// Number of worlds.
  package let draws: Int
  package let seed: UInt64

  package init(
    _ program: Program,
    _ circumstances: Circumstances,
    base: WorldBlock,
    answers: DrawTable,
    weights: WeightDraw?,
    draws: Int,
    seed: UInt64
  ) {
    self.program = program
    self.circumstances = circumstances
    self.base = base
    self.answers = answers
    self.weights = weights
    self.draws = draws
    self.seed = seed
  }

  /// Draws and evaluates all worlds, 64 at a time.
  ///
  /// - Parameter body: sees the evaluated kernel and block, the number of the block, and the lanes that count in it. It
  ///   may rescore the kernel.
  package func run(_ body: (inout Kernel, WorldBlock, _ word: Int, _ lanes: UInt64) -> Void) {
    let motion = Motion(
      program,
      Array(program.operations.indices),
      filled: answers.rows.map { $0.column },
      reweighs: weights != nil
    )
    var kernel = Kernel(program, circumstances)
    var weightDraw = weights
    let weightSeed = seed ^ Self.weightStream
    var block = base
    kernel.settle(motion, on: &block)
    let settled = block
    for word in 0..<words {
      let first = word * WorldBlock.width
      let count = min(WorldBlock.width, draws - first)
      // What relevance took away is known again; what is drawn is drawn anew.
      block.copyStates(motion.columns, from: settled)
      if !answers.rows.isEmpty {
        for lane in 0..<count {
          var random = SplitMix64(seed: seed, world: first + lane)
          answers.draw(into: &block, lane: lane, using: &random)
        }
      }
      if weights != nil {
        kernel.weigh { weightDraw?.draw(into: &$0, seed: weightSeed, first: first) }
      }
      kernel.evaluate(motion, on: &block)
      body(&kernel, block, word, count == WorldBlock.width ? ~0 : (1 << UInt64(count)) - 1)
    }
  }

  /// Number of blocks of 64 worlds.
  package var words: Int { (draws + WorldBlock.width - 1) / WorldBlock.width }

  /// Keeps the random numbers of weights apart from those of answers; an arbitrary number.
  private static let weightStream: UInt64 = 0x5765_6967_6874_7321
}
