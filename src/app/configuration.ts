import { resolve } from 'node:path'
import type { Bucket } from '#platform/file-stores/bucket.ts'
import { shippedFolder } from '#platform/shipped.ts'

/** Everything that is read from the environment, in one place. */
export type Configuration = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** A PostgreSQL server; the embedded one in the data folder when absent. */
  readonly databaseUrl: string | undefined
  /** A streaming replica of it, for reads that take long and only look back. */
  readonly replicaUrl?: string | undefined
  /** Where people reach the desk; links in letters and the session cookie hang on it. */
  readonly publicUrl: string | undefined
  readonly webFolder: string
  /** A company's own files of plays, with `ja/` and `en/` in it; the shipped ones when absent. */
  readonly playbooksFolder?: string | undefined
  /** Origins of push services beside those of the browsers' makers. */
  readonly pushOrigins: readonly string[]
  /** Where mail is taken over LMTP; nowhere when absent. */
  readonly lmtp?: { readonly host: string; readonly port: number } | undefined
  /** Signs session cookies; several nodes must share it. Made and kept in the data folder when absent. */
  readonly secret: string | undefined
  /** Addresses inside one's own network that webhooks may be sent to: `10.1.2.3, 10.9.0.0/16`. */
  readonly webhooksInside?: string | undefined
  /** Where whole files are carried: a folder that all nodes see, or a bucket. They stay in the database when absent. */
  readonly files?: string | Bucket | undefined
}

/** Throws with a sentence when a value makes no sense. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const dataFolder = resolve(environment['UKETOME_DATA'] || 'data')
  return {
    port: portOf(environment['PORT'] || '3000'),
    host: environment['HOST'] || '127.0.0.1',
    dataFolder,
    databaseUrl: environment['DATABASE_URL'] || undefined,
    replicaUrl: replicaOf(environment),
    publicUrl: environment['UKETOME_URL'] || undefined,
    secret: environment['UKETOME_SECRET'] || undefined,
    pushOrigins: (environment['UKETOME_PUSH_SERVICES'] ?? '').split(/[\s,]+/).filter(Boolean),
    lmtp: lmtpOf(environment['UKETOME_LMTP']),
    playbooksFolder: environment['UKETOME_PLAYBOOKS'] || undefined,
    files: filesOf(environment),
    webhooksInside: environment['UKETOME_WEBHOOKS_INSIDE'] || undefined,
    webFolder: shippedFolder('dist/web'),
  }
}

/** The embedded server has no replica: nobody could have set one up. */
function replicaOf(environment: Record<string, string | undefined>): string | undefined {
  const told = environment['DATABASE_REPLICA_URL'] || undefined
  if (!told || environment['DATABASE_URL']) return told
  throw new Error(
    'DATABASE_REPLICA_URL は DATABASE_URL のレプリカを指すものです。DATABASE_URL も設定してください。',
  )
}

/** `/srv/uketome/files`, or `s3://bucket` or `s3://bucket/prefix` with the usual variables of Amazon's tools beside it. */
function filesOf(environment: Record<string, string | undefined>): string | Bucket | undefined {
  const told = environment['UKETOME_FILES']
  if (!told) return undefined
  if (!told.includes('://')) return resolve(told)
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*))?$/u.exec(told) ?? []
  const accessKeyId = environment['AWS_ACCESS_KEY_ID']
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY']
  if (!bucket)
    throw new Error(
      `UKETOME_FILES=${told} は使えません。フォルダーの場所か、「s3://バケット名」を書いてください。`,
    )
  if (!accessKeyId || !secretAccessKey)
    throw new Error(
      'バケットを使うには、AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY も設定してください。',
    )
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`
  const region = environment['AWS_REGION'] || 'ap-northeast-1'
  const endpoint = environment['UKETOME_S3_ENDPOINT'] || undefined
  if (endpoint && !URL.canParse(endpoint))
    throw new Error(
      `UKETOME_S3_ENDPOINT=${endpoint} は使えません。「https://s3.example.jp」のように書いてください。`,
    )
  return { bucket, prefix, region, endpoint, accessKeyId, secretAccessKey }
}

/** `24`, `127.0.0.1:2424`, `[::1]:2424`. Without a host only this machine can reach it. */
function lmtpOf(text: string | undefined) {
  if (!text) return undefined
  const [, host = '127.0.0.1', port = ''] = /^(?:\[?([^\]]+?)\]?:)?(\d+)$/u.exec(text) ?? []
  const number = Number(port)
  if (port !== '' && number <= 65535) return { host, port: number }
  throw new Error(
    `UKETOME_LMTP=${text} は使えません。「127.0.0.1:2424」のように、アドレスとポートを書いてください。`,
  )
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error(
    `PORT=${text} は使えません。0から65535の数字にしてください（例: PORT=3000 npm start）。`,
  )
}
