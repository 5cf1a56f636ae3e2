import AdvisorCLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let words = Array(CommandLine.arguments.dropFirst())
// What runs over an input of any length is to stay small.
if words.first != "batch" { askForLargePages() }
let workplace = Workplace(console: .system(), files: .system)
exit(Advisor.run(words, in: workplace))
