/**
 * One guidance for a record of 500 entries and for one of 50, warm: `node bench/guide.ts [runs]`. Folding the record
 * from its entries is measured apart: a screen waits for both. Processor time stands beside the clock's, since on a busy
 * machine the clock measures the others. The figure to look at is the ratio.
 */
import { cueCodes } from '../src/features/language/contract.ts'
import { fold } from '../src/features/complaints/record/door.ts'
import { aCall, anId, written } from '../src/features/complaints/record/factory.ts'
import type { ComplaintEvent } from '../src/features/complaints/record/contract.ts'
import { guide } from '../src/features/guide/engine/guide.ts'
import { loadPlaybook } from '../src/features/guide/store.ts'
import { eventOf, optionNamed } from '../src/features/guide/stories/rules.ts'
import { print, share } from './measure.ts'

const runs = Number(process.argv[2] ?? 2000)
const playbook = await loadPlaybook()
if (!playbook.ok) throw new Error(playbook.refusal.data.problems.join('\n'))
const context = {
  complaintId: anId(99),
  playbook: playbook.value,
  now: '2026-11-24T03:00:00Z',
  handlerName: '中村',
  organisationName: 'みなと食品',
  options: [optionNamed('交換品の発送', '規定第4条'), optionNamed('着払いでの返品', '規定第4条')],
}
const [long, short] = [500, 50].map((entries) => measured(entries))
console.log(
  `ratio of the medians: ×${((long ?? 0) / (short ?? 1)).toFixed(2)} for ten times the entries`,
)

/** The median, in milliseconds. */
function measured(count: number): number {
  const entries = written([...aCall(''), ...talk(count)]).slice(0, count)
  const record = fold(entries)
  const medians = Object.entries({
    fold: () => fold(entries),
    guide: () => guide(record, context),
  }).map(([name, work]) => {
    const { clock, processor } = times(work)
    print(`${name}, ${entries.length} entries`, clock)
    console.log(`  ${processor.toFixed(2)} ms of the processor each`)
    return share(clock, 0.5)
  })
  return medians.at(-1) ?? 0
}

/** Notes with cues, every seventh entry a sentence that was said, every eleventh a fact. */
function talk(count: number): ComplaintEvent[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 7 === 6)
      return event('guide.phrase-used', {
        play: '傾聴',
        move: '遮らずに聴く',
        phrase: 0,
        text: `はい、その${index}。`,
      })
    if (index % 11 === 10)
      return event('complaints.fact-claimed', {
        factId: `f${index}`,
        topic: 'how',
        statement: `箱の${index}`,
      })
    const text = `お話の${index}。ずいぶん待ちました。`
    const code = cueCodes[index % cueCodes.length] ?? 'insult'
    return event('complaints.noted', {
      speaker: 'customer',
      text,
      cues: [{ code, start: 0, end: text.length, words: text }],
    })
  })
}

function event(type: string, payload: object): ComplaintEvent {
  const made = eventOf(type, payload, '中村')
  if (typeof made === 'string') throw new Error(made)
  return made
}

/** The clock's time of each run, and the processor's on average: it is counted in steps too coarse for one. */
function times(work: () => unknown): { clock: number[]; processor: number } {
  for (let run = 0; run < 200; run += 1) work()
  const used = process.threadCpuUsage()
  const clock = Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  const { user, system } = process.threadCpuUsage(used)
  return { clock, processor: (user + system) / 1000 / runs }
}
