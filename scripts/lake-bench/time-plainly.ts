// Arguments: number of documents. Prints one JSON object: the ms that plain groq-js takes, by name of shape. It is a
// process of its own, so that neither the lake nor groq-js counts as the other's time or memory.
import { timePlainly } from './measure-queries.ts'
import { makeDocuments } from './make-documents.ts'
import { listShapes } from './query-shapes.ts'

const count = Number(process.argv[2])
const documents = [...makeDocuments(count)]
const times: Record<string, number> = {}
for (const shape of listShapes(count)) times[shape.name] = await timePlainly(shape, documents)
process.stdout.write(`${JSON.stringify(times)}\n`)
