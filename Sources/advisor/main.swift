import AdvisorCLI
tempMain()
