import { once } from 'node:events'
import { createServer } from 'node:net'

/** Throws with a sentence that says what to do when the port cannot be listened on. */
export async function expectFreePort(port: number, host: string): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const advice = troubles[code]
    throw advice ? new Error(advice(port), { cause }) : cause
  }
  probe.close()
  await once(probe, 'close')
}

const troubles: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) =>
    `ポート${port}は別のプログラムが使っています。PORT=3001 npm start のように変えてください。`,
  EACCES: (port) =>
    `ポート${port}を開く権限がありません。1024以上の番号にしてください（例: PORT=3000）。`,
  EADDRNOTAVAIL: () =>
    'HOST のアドレスはこの機械にありません。HOST=127.0.0.1 か 0.0.0.0 にしてください。',
}
