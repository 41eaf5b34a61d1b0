/**
 * The three filters on 100,000 and on 1,000,000 lines: lines per second and peak memory, and what ten times the
 * lines cost: `node bench/filters.ts [lines] [listen|lint|promises]`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stories } from '../test/cast.ts'

const [fewer, only] = [Number(process.argv[2] ?? 100_000), process.argv[3]]
const cli = fileURLToPath(new URL('../src/app/cli.ts', import.meta.url))
const texts = stories.map(({ words }) => words.slice(0, 60))
const lineOf = {
  listen: (text: string) => ({ speaker: 'customer', text }),
  lint: (text: string) => ({ kind: 'mail', text }),
  promises: (text: string) => ({ now: '2026-11-24T10:00:00+09:00', text }),
}

for (const [filter, line] of Object.entries(lineOf)) {
  if (only !== undefined && only !== filter) continue
  const block = texts.map((text) => `${JSON.stringify(line(text))}\n`)
  const [small, large] = [await run(filter, block, fewer), await run(filter, block, fewer * 10)]
  console.log(
    `${filter}: ${show(small)}; ${show(large)}; memory ×${(large.peak / small.peak).toFixed(2)}, time per line ×${(small.rate / large.rate).toFixed(2)}`,
  )
}

type Run = { readonly lines: number; readonly rate: number; readonly peak: number }

function show({ lines, rate, peak }: Run): string {
  return `${lines} lines ${rate.toFixed(0)}/s, peak ${peak.toFixed(0)} MB`
}

async function run(filter: string, block: readonly string[], lines: number): Promise<Run> {
  const child = spawn(process.execPath, [cli, filter, '--jsonl'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const from = performance.now()
  const fed = feed(child.stdin, block.join('').repeat(10), block.length * 10, lines)
  let [answered, peak] = [0, 0]
  for await (const chunk of child.stdout) {
    answered += String(chunk).split('\n').length - 1
    peak = Math.max(peak, peakOf(child.pid))
  }
  if (answered !== (await fed)) throw new Error(`${answered} answers`)
  return { lines: answered, rate: (answered / (performance.now() - from)) * 1000, peak }
}

/** Answers how many lines were written. */
async function feed(to: NodeJS.WritableStream, block: string, each: number, lines: number) {
  let written = 0
  for (; written < lines; written += each) if (!to.write(block)) await once(to, 'drain')
  to.end()
  return written
}

/** The highest resident size so far, in MB; the kernel counts it. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1000
  } catch {
    return 0
  }
}
