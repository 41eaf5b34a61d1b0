import { describe, expect, it } from 'vitest'
import { code, value } from '#test/desk.ts'
import { chosen, contentTypeOf } from './rules.ts'

const file = (name: string, size = 1000, type = 'application/pdf') => ({
  evidenceId: `id of ${name}`,
  name,
  size,
  type,
  sha256: '',
})
const [paper, photo] = [file('手順書.pdf'), file('急須.jpg', 6_000_000, 'image/jpeg')]
const program = file('更新.EXE', 10, 'application/octet-stream')
const masked = file('手順書.pdf.txt', 10, 'application/x-msdownload')
const there = [photo, paper, program, masked]

describe('添えるファイル', () => {
  it('選んだ順に、一つは一度だけ', () => {
    const ids = [paper, photo, paper].map(({ evidenceId }) => evidenceId)
    expect(value(chosen(ids, there, 10))).toEqual([paper, photo])
  })

  it.each([
    ['もう記録にないもの', ['消えた'], 10, 'letters.attachment-gone'],
    ['大きすぎるもの', [photo.evidenceId, paper.evidenceId], 6, 'letters.attachments-too-large'],
    ['プログラム', [program.evidenceId], 10, 'letters.attachment-program'],
    ['名前を変えたプログラム', [masked.evidenceId], 10, 'letters.attachment-program'],
  ])('%sは添えない', (_, ids, megabytes, refusal) => {
    expect(code(chosen(ids, there, megabytes))).toBe(refusal)
  })

  it('中身から分かる型を名乗り、分からないものは名前に任せる', () => {
    expect(
      [photo, file('表.xlsx', 1, 'application/zip'), file('覚え.txt', 1, 'text/plain')].map(
        contentTypeOf,
      ),
    ).toEqual(['image/jpeg', undefined, undefined])
  })
})
