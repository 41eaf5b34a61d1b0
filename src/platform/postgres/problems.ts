/** Carries both languages, so that the command line may choose; `message` has both. */
export class PostgresProblem extends Error {
  readonly code: string
  readonly ja: string
  readonly en: string

  constructor(code: string, ja: string, en: string) {
    super(`${ja}\n${en}`)
    this.name = 'PostgresProblem'
    this.code = code
    this.ja = ja
    this.en = en
  }
}

export const machine = `${process.platform}-${process.arch}`

/** What can go wrong between "start" and "ready", each with what to do about it. */
export const problems = {
  noBinaries: (name: string) =>
    new PostgresProblem(
      'no-binaries',
      `この機種（${name}）で動く PostgreSQL が node_modules にそろっていません。npm ci をやり直すか、お手元の PostgreSQL（15 から 18）を DATABASE_URL で指定してください。`,
      `No complete PostgreSQL for this kind of machine (${name}) in node_modules. Run npm ci again, or point DATABASE_URL at a PostgreSQL (15 to 18) of your own.`,
    ),
  unwritable: (folder: string) =>
    new PostgresProblem(
      'unwritable',
      `データの置き場所 ${folder} に書き込めません。権限を確かめるか、書き込める場所を UKETOME_DATA で指定してください。`,
      `The data folder ${folder} cannot be written. Check its permissions, or name a writable folder in UKETOME_DATA.`,
    ),
  foreignOwner: (folder: string, uid: number) =>
    new PostgresProblem(
      'foreign-owner',
      `データの置き場所 ${folder} は別の利用者（uid ${uid}）のものです。その利用者で起動するか、別の場所を UKETOME_DATA で指定してください。`,
      `The data folder ${folder} belongs to another user (uid ${uid}). Start as that user, or name another folder in UKETOME_DATA.`,
    ),
  diskFull: (folder: string) =>
    new PostgresProblem(
      'disk-full',
      `${folder} のあるディスクがいっぱいです。空きを作ってから、もう一度起動してください（最初の準備には約 200 MB 要ります）。`,
      `The disk that holds ${folder} is full. Free some space and start again (the first start needs about 200 MB).`,
    ),
  memoryFull: (detail: string) =>
    new PostgresProblem(
      'memory-full',
      `PostgreSQL が共有メモリーを確保できません。コンテナーで動かしているなら /dev/shm を 256 MB 以上にしてください。\n${detail}`,
      `PostgreSQL cannot get shared memory. In a container, give /dev/shm 256 MB or more.\n${detail}`,
    ),
  wrongVersion: (folder: string, found: string, wanted: string) =>
    new PostgresProblem(
      'wrong-version',
      `${folder} は PostgreSQL ${found} のデータですが、このうけとめは PostgreSQL ${wanted} で動きます。そのデータを作った版のうけとめでバックアップを取り、空の UKETOME_DATA に戻してください。`,
      `${folder} holds data of PostgreSQL ${found}; this Uketome runs PostgreSQL ${wanted}. Make a back-up with the Uketome that wrote it and restore that into an empty UKETOME_DATA.`,
    ),
  passwordLost: (file: string) =>
    new PostgresProblem(
      'password-lost',
      `データベースのパスワードのファイル ${file} が読めません。消してしまったときは、このファイルをバックアップから戻してください。`,
      `The file with the database password, ${file}, cannot be read. If it was deleted, bring it back from a back-up.`,
    ),
  noAccount: (tried: string) =>
    new PostgresProblem(
      'no-account',
      `PostgreSQL は root では動きません。ほかの利用者として動かす方法も、どれもうまくいきませんでした。一般の利用者で起動するか、UKETOME_DATA をだれでも通れる場所（例: /var/lib/uketome）にするか、DATABASE_URL を指定してください。試したこと:\n${tried}`,
      `PostgreSQL refuses to run as root, and every other way failed (listed above). Start as an ordinary user, put UKETOME_DATA where everybody may pass (such as /var/lib/uketome), or set DATABASE_URL.`,
    ),
  namelessUser: () =>
    new PostgresProblem(
      'nameless-user',
      '今の利用者の番号が /etc/passwd にないため、PostgreSQL を準備できません。名前のある利用者で起動するか、DATABASE_URL を指定してください。',
      'The current user number is not in /etc/passwd, so PostgreSQL cannot be prepared. Start as a user with a name, or set DATABASE_URL.',
    ),
  portTaken: () =>
    new PostgresProblem(
      'port-taken',
      'PostgreSQL に使える空きポートが 127.0.0.1 に見つかりませんでした。少し待って、もう一度起動してください。',
      'No free port on 127.0.0.1 could be given to PostgreSQL. Wait a moment and start again.',
    ),
  notAnswering: (pid: number) =>
    new PostgresProblem(
      'not-answering',
      `前から動いている PostgreSQL（プロセス ${pid}）が応答せず、止めることもできません。そのプロセスを終了してから、もう一度起動してください。`,
      `An earlier PostgreSQL (process ${pid}) neither answers nor stops. End that process and start again.`,
    ),
  failed: (detail: string, logFile: string) =>
    new PostgresProblem(
      'failed',
      `PostgreSQL が起動しませんでした。くわしい記録は ${logFile} にあります。\n${detail}`,
      `PostgreSQL did not start. Its log is ${logFile}.`,
    ),
}

/** What Node could not do in the folder → our sentence; anything else stays what it is. */
export function explainError(error: unknown, folder: string): unknown {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return problems.diskFull(folder)
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'))
    return problems.unwritable(folder)
  return error
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** PostgreSQL's own words → our sentence. Shared memory comes first: it also says "No space left". */
export function explain(output: string, folder: string, logFile: string): PostgresProblem {
  const detail = output.trim().split('\n').slice(-6).join('\n')
  if (/(shared memory|semaphores).*(No space|Cannot alloc)/.test(output)) {
    return problems.memoryFull(detail)
  }
  if (/loading shared libraries/.test(output)) return problems.noBinaries(machine)
  if (/No space left on device|Disk quota exceeded/.test(output)) return problems.diskFull(folder)
  if (/could not look up effective user ID/.test(output)) return problems.namelessUser()
  if (/Permission denied|Read-only file system|wrong ownership/.test(output)) {
    return problems.unwritable(folder)
  }
  if (/could not bind|could not create any TCP/.test(output)) return problems.portTaken()
  return problems.failed(detail, logFile)
}
