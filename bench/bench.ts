/**
 * `npm run -s bench -- desk --rows 10000 [--requests 500] [--only search] [--fresh]` prints a line of JSON for each row;
 * `npm run -s bench -- web --rows 10000 [--slow 4] [--only scroll]` the same before a browser;
 * `npm run -s bench -- flame --rows 10000 [--only create] [--clients 8] [--to FOLDER]` where the time of a request goes, drawn;
 * `npm run -s bench -- size --rows 10000 [--only complaints_timeline]` the bytes of a complaint in each table and index;
 * `npm run -s bench -- upkeep --rows 10000 [--only verify]` what is done with all complaints now and then;
 * `npm run -s bench -- live --clients 1000 --changes 100 --seconds 30 [--nodes 2] [--options=--cpu-prof]` notes to every open screen;
 * `npm run -s bench -- nodes [--postgres 15 | --url postgres://…] --nodes 2 --workers 1 [--share 0.35]` one node against several, one company against two;
 * `npm run -s bench -- --compare before.json after.json` fails when one has become more than a fifth dearer.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { linesOf, worse } from './desk/compare.ts'
import { desk } from './desk.ts'
import { flame } from './flame.ts'
import { live } from './live.ts'
import { nodes } from './nodes.ts'
import { size } from './size.ts'
import { upkeep } from './upkeep.ts'
import { web } from './web.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    compare: { type: 'boolean', default: false },
    rows: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '500' },
    only: { type: 'string', default: '' },
    clients: { type: 'string' },
    people: { type: 'string', default: '200' },
    changes: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '30' },
    nodes: { type: 'string' },
    workers: { type: 'string', default: '1' },
    share: { type: 'string', default: '0' },
    url: { type: 'string', default: '' },
    postgres: { type: 'string', default: '18' },
    options: { type: 'string', default: '' },
    slow: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'string' },
    to: { type: 'string', default: 'docs/pictures/flames' },
  },
})
const [first = '', second = ''] = positionals
const { only, fresh, keep } = values
const asked = { rows: Number(values.rows), only, fresh, keep }
if (values.compare) compare(first, second)
else if (first === 'desk') await desk({ ...asked, requests: Number(values.requests) })
else if (first === 'web') await web({ ...asked, slow: Number(values.slow) })
else if (first === 'flame')
  await flame({
    ...asked,
    requests: Number(values.requests),
    clients: Number(values.clients ?? Number.NaN),
    to: values.to,
  })
else if (first === 'size') await size(asked)
else if (first === 'upkeep') await upkeep(asked)
else if (first === 'live')
  await live({
    clients: Number(values.clients ?? 1000),
    people: Number(values.people),
    changes: Number(values.changes),
    seconds: Number(values.seconds),
    nodes: Number(values.nodes ?? 1),
    options: values.options,
  })
else if (first === 'nodes')
  await nodes({
    url: values.url,
    postgres: Number(values.postgres),
    nodes: Number(values.nodes ?? 2),
    workers: Number(values.workers),
    share: Number(values.share),
    rows: asked.rows,
    requests: Number(values.requests),
    clients: Number(values.clients ?? 8),
    only,
  })
else {
  console.error(
    'npm run -s bench -- desk, flame, web, size or upkeep --rows 10000, live, nodes, or --compare a.json b.json',
  )
  process.exitCode = 2
}

function compare(before: string, after: string): void {
  const [was, is] = [before, after].map((file) => linesOf(readFileSync(file, 'utf8')))
  const steps = worse(was ?? [], is ?? [])
  for (const step of steps) console.error(step)
  if (steps.length > 0) process.exitCode = 1
  else console.log(`${is?.length ?? 0} lines, none of them a fifth dearer than before`)
}
