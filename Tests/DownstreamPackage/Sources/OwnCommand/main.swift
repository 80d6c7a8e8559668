import Commands
import Stages

// The stages of the toolkit, and one more.
await Command(stages: allStages + [WriteGreetings.self]).start()
