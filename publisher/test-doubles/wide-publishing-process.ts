// A process that publishes one change of all pages in threads: `wide-publishing-process.ts DATA_DIR PAGES CHANGES PAGES_OF_CREW`.
import { authorNamed, openWideLake, runWidePublisher } from './wide-change.ts'

const [dataDir = '', pages, changes, pagesOfCrew] = process.argv.slice(2)
const lake = { pages: Number(pages), changes: Number(changes) }
const source = openWideLake(lake)
const publisher = await runWidePublisher(dataDir, source, Number(pagesOfCrew))
await publisher.whenIdle()
publisher.leaveToThreads(() => process.stdout.write('at work\n'))
source.put(authorNamed(lake.changes + 1))
