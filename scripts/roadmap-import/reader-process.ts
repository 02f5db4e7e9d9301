// The process that reads roadmap files for `npm run import`: a file that brings it down brings down nothing else.
import { taskSchema } from './file-reading.ts'
import { readRoadmapFile } from './read-roadmap-file.ts'

// The terminal sends Ctrl-C to every process of the command; ours ends with its parent.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
process.on('message', (message) => {
  void readRoadmapFile(taskSchema.parse(message)).then((reading) => process.send?.(reading))
})
