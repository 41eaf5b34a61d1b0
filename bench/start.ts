/** First and second start on an empty data folder, to the first healthy answer: `node bench/start.ts [starts]`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNode } from '../e2e/node.ts'

const starts = Number(process.argv[2] ?? 4)
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
try {
  for (let start = 1; start <= starts; start += 1) {
    const from = performance.now()
    const node = await startNode({ UKETOME_DATA: folder })
    console.log(`start ${start}: ${((performance.now() - from) / 1000).toFixed(2)} s`)
    await node.stop()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
