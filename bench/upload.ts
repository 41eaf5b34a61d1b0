/**
 * A video sent with the public form, and read again: `node bench/upload.ts [megabytes]`. Says how long both took, and
 * how much memory the server came to; an upload of a tenth of the size goes before, so that the two can be compared.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filePath, listEvidence } from '#features/complaints/evidence/contract.ts'
import { startNode, type UketomeNode } from '../e2e/node.ts'
import { demoPassword, staff } from '../test/cast.ts'

const megabyte = 1_000_000
const part = 8 * megabyte
const most = Number(process.argv[2] ?? 300)
const tus = { 'tus-resumable': '1.0.0' }
const coded = (text: string) => Buffer.from(text).toString('base64')
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)

const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const node = await startNode({ UKETOME_DATA: folder })
try {
  console.log(`started: ${await memory(node)}`)
  for (const size of [most / 10, most]) {
    const complaintId = crypto.randomUUID()
    const begun = performance.now()
    await send(complaintId, size * megabyte)
    console.log(`${size} MB sent in ${seconds(begun)} s: ${await memory(node)}`)
    const looked = performance.now()
    const bytes = await read(complaintId)
    console.log(`${bytes / megabyte} MB read in ${seconds(looked)} s: ${await memory(node)}`)
  }
} finally {
  await node.stop()
  await rm(folder, { recursive: true, force: true })
}

/** In parts, as the form sends them; then the words. */
async function send(complaintId: string, size: number) {
  const video = Buffer.alloc(part, 'ftyp')
  Buffer.from('\0\0\0\x18ftypmp42', 'latin1').copy(video)
  const told = `complaint ${coded(complaintId)},filename ${coded('映像.mp4')}`
  const files = `${node.url}/api/intake/web-forms/demo/files`
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': told }
  const made = await fetch(files, { method: 'POST', headers })
  const place = new URL(made.headers.get('location') ?? '', node.url)
  for (let at = 0; at < size; at += part) {
    const type = 'application/offset+octet-stream'
    const body = video.subarray(0, Math.min(part, size - at))
    const where = { ...tus, 'content-type': type, 'upload-offset': String(at) }
    const sent = await fetch(place, { method: 'PATCH', headers: where, body })
    if (sent.status !== 204) throw new Error(`part at ${at}: ${sent.status} ${await sent.text()}`)
  }
  const words = { id: complaintId, words: '動画を付けます。', customer: {}, details: {} }
  const form = `${node.url}/api/intake/web-forms/demo/complaints`
  const body = JSON.stringify(words)
  const json = { 'content-type': 'application/json' }
  const received = await fetch(form, { method: 'POST', headers: json, body })
  if (!received.ok) throw new Error(`words: ${received.status} ${await received.text()}`)
}

/** As a desk plays it; answers how many bytes came. */
async function read(complaintId: string): Promise<number> {
  const signIn = await fetch(`${node.url}/api/access/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: node.url },
    body: JSON.stringify({ email: staff.matsui.email, password: demoPassword }),
  })
  const cookie = signIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const all = await fetch(`${node.url}/api/complaints/${complaintId}/evidence`, {
    headers: { cookie },
  })
  const { evidence } = listEvidence.answer.parse(await all.json())
  const file = await fetch(`${node.url}${filePath(evidence[0]?.id ?? '')}`, { headers: { cookie } })
  let bytes = 0
  for await (const chunk of file.body ?? []) bytes += chunk.length
  return bytes
}

/** As Linux counts it: now, and at the most so far. */
async function memory({ pid }: UketomeNode): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Math.round(Number(/\d+/u.exec(status.split(name)[1] ?? '')) / 1024)
  return `${of('VmRSS:')} MB of memory, at most ${of('VmHWM:')}`
}
