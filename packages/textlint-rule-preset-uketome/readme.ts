/** Writes the list of rules into README.md: `node packages/textlint-rule-preset-uketome/readme.ts` */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { languageMessages } from '../../src/features/language/messages.ts'
import { allTables } from '../../src/features/language/wording/all.table.ts'
import { lint } from '../../src/features/language/wording/lint.ts'
import type { Table } from '../../src/features/language/wording/table.ts'

const path = fileURLToPath(new URL('README.md', import.meta.url))
const [from, until] = ['<!-- 規則ここから -->', '<!-- 規則ここまで -->']
const severities = { error: '誤り（error）', warning: '注意（warning）', info: '参考（info）' }

if (import.meta.main) await writeFile(path, await renewed())

/** The README as it should stand. */
export async function renewed(): Promise<string> {
  const now = await readFile(path, 'utf8')
  const [head, tail] = [now.split(from)[0], now.split(until)[1]]
  return `${head}${from}\n\n${allTables.map(chapter).join('\n')}\n${until}${tail}`
}

function chapter({ rule, kind, why, ok, ng, rows }: Table): string {
  const broken = [...ng.map((text) => ({ kind, text })), ...rows.filter(({ isFound }) => isFound)]
  const found = broken.flatMap((row) =>
    lint(row).findings.filter((finding) => finding.rule === rule),
  )
  const severity = severities[found[0]?.severity ?? 'warning']
  const fixes = found.some(({ fix }) => fix !== undefined) ? '・一部は `--fix` で直ります' : ''
  return [
    `### ${rule}\n`,
    `${languageMessages.ja.words.rules[rule]}（${severity}${fixes}）\n`,
    `${why}\n`,
    ...ng.map((text) => `- NG：${text}`),
    ...ok.map((text) => `- OK：${text}`),
    '',
  ].join('\n')
}
