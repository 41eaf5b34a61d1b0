import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { promises as dns } from 'node:dns'
import { afterAll } from 'vitest'

export type NameServer = {
  /** name → its text records; a name that is not here does not exist. */
  readonly records: Map<string, readonly string[]>
  close(): void
}

/** A real name server on this machine that knows text records (RFC 1035); this process asks it and no other. */
export async function openNameServer(): Promise<NameServer> {
  const records = new Map<string, readonly string[]>()
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) =>
    socket.send(answerTo(query, records), port, address),
  )
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const before = dns.getServers()
  dns.setServers([`127.0.0.1:${socket.address().port}`])
  let isOpen = true
  const close = () => {
    if (isOpen) socket.close()
    isOpen = false
  }
  afterAll(() => {
    close()
    dns.setServers(before)
  })
  return { records, close }
}

function answerTo(query: Buffer, records: NameServer['records']): Buffer {
  const { name, end } = questionIn(query)
  const known = records.get(name)
  const head = Buffer.alloc(12)
  query.copy(head, 0, 0, 2)
  // An answer to the question as asked; code 3: there is no such name.
  head.writeUInt16BE(known ? 0x8580 : 0x8583, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(known?.length ?? 0, 6)
  return Buffer.concat([head, query.subarray(12, end), ...(known ?? []).map(recordOf)])
}

function questionIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}

/** TXT, IN, 60 seconds; a long text goes in pieces of at most 255 bytes. */
function recordOf(text: string): Buffer {
  const pieces = text.match(/.{1,255}/gu) ?? ['']
  const data = Buffer.concat(
    pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])),
  )
  const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0])
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
