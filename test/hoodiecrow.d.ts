declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'
  type Stored = { raw: string; uid: number; internaldate: string }
  export type Hoodiecrow = {
    readonly server: Server
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    appendMessage(folder: string, flags: string[], internalDate: string, raw: string): void
  }
  export default function hoodiecrow(options: {
    plugins: string[]
    users: Record<string, { password: string }>
    storage: { INBOX: { uidvalidity: number; uidnext: number; messages: Stored[] } }
  }): Hoodiecrow
}
