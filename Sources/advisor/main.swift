import AdvisorCLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

askForLargePages()
let workplace = Workplace(console: .system(), files: .system)
exit(Advisor.run(Array(CommandLine.arguments.dropFirst()), in: workplace))
