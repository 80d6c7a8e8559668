import Commands
import Stages

await Command(stages: allStages).start()
