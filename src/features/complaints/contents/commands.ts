import type { Command, CommandCall } from '#kernel/command.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisationFor, systemScope } from '#features/access/door.ts'
import { keepOutside } from './actions.ts'
import { contentsHere, contentsKept } from './queries.ts'

/** Opens the house for a command, which closes it again. */
type Open = () => Promise<{ readonly ports: Ports; close(): Promise<void> }>

export function contentCommands(open: Open): Command[] {
  return [
    {
      name: 'files',
      summary: '写真や動画などのファイルが、どこに、いくつあるかを言います。',
      usage: [
        'uketome files [--move]',
        '',
        '--move を付けると、データベースの中にあるファイルを、UKETOME_FILES の置き場へ移します。',
        '動かしながら使え、途中で止めても、もう一度動かせば続きから移します。',
        '',
      ].join('\n'),
      options: {
        organisation: { type: 'string', summary: '組織（会社が一つなら省けます）' },
        move: { type: 'boolean', summary: 'データベースから置き場へ移します' },
      },
      run: (call) => tell(open, call),
    },
  ]
}

async function tell(open: Open, { values, print, complain }: CommandCall): Promise<number> {
  const { ports, close } = await open()
  try {
    const slug = values['organisation']
    const { id } = await organisationFor(ports.db, typeof slug === 'string' ? slug : undefined)
    if (values['move'] && !ports.files) {
      complain(
        '置き場がまだありません。UKETOME_FILES に、フォルダーか s3://バケット名 を設定してください。',
      )
      return 1
    }
    if (values['move']) await print(`移しました: ${await moveAll(ports, id)}件`)
    const house = systemScope(id, 'complaints')
    const { here, outside } = await inside(ports.db, house, contentsKept)
    await print(`データベースの中: ${said(here)}`)
    await print(`置き場（${ports.files?.name ?? '設定なし'}）: ${said(outside)}`)
    return outside.files > 0 && !ports.files ? 1 : 0
  } finally {
    await close()
  }
}

function said({ files, bytes }: { files: number; bytes: number }): string {
  return `${files}件、${Math.ceil(bytes / 1_000_000)} MB`
}

const atOnce = 100

/** One after the other, so that whoever works meanwhile does not notice. */
async function moveAll(ports: Ports, organisationId: string): Promise<number> {
  const house = systemScope(organisationId, 'complaints')
  let moved = 0
  for (;;) {
    const ids = await inside(ports.db, house, (tx) => contentsHere(tx, atOnce))
    for (const id of ids) if (await keepOutside(ports, organisationId, id)) moved += 1
    // What was erased or carried by a worker meanwhile is not here any more either; only nothing at all is the end.
    if (ids.length < atOnce) return moved
  }
}
