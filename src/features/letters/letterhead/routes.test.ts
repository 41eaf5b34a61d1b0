import { expect, it } from 'vitest'
import { code, openDesk, value } from '#test/desk.ts'
import { ourLetterhead } from '../typesetting/factory.ts'
import {
  changeLetterhead,
  listLetterheads,
  previewLetterhead,
  readLetterhead,
  readLetterheadEdition,
} from './contract.ts'

const desk = await openDesk()
const [kobayashi, fujii] = [desk.as('kobayashi'), desk.as('fujii')]

const save = (changes: Partial<typeof ourLetterhead>) =>
  fujii.call(changeLetterhead, { body: { ...ourLetterhead, ...changes } })

async function sample(changes: Partial<typeof ourLetterhead>, direction = 'horizontal') {
  const response = await desk.app.request(previewLetterhead.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-person': 'fujii' },
    body: JSON.stringify({ letterhead: { ...ourLetterhead, ...changes }, direction }),
  })
  return response.text()
}

it('見本は、まだ保存していない差出人で組まれ、何も残らない', async () => {
  const before = value(await fujii.call(readLetterhead))
  const [plain, coloured, sealed] = [
    await sample({}),
    await sample({ accent: 'navy' }),
    await sample({ hasSeal: true }),
  ]
  expect(plain).toMatch(/^<svg/u)
  expect(plain).not.toContain('#1f3a68')
  expect(coloured).toContain('#1f3a68')
  expect(sealed.length).toBeGreaterThan(plain.length)
  expect(value(await fujii.call(readLetterhead))).toEqual(before)
})

it('縦書きの見本は、横長の紙になる', async () => {
  expect(await sample({}, 'vertical')).toMatch(/viewBox="0 0 841\./u)
})

it('画像でないロゴは、見本でも断る', async () => {
  const logo = Buffer.from('<script>alert(1)</script>').toString('base64')
  expect(await sample({ logo })).toContain('letters.logo-unreadable')
})

it('封筒に収まらない窓は断り、何も保存しない', async () => {
  const window = { left: 200, top: 12, width: 90, height: 45 }
  expect(code(await save({ hasWindow: true, window }))).toBe('letters.window-unusable')
  value(await save({ hasWindow: false, window }))
  expect(value(await fujii.call(readLetterhead))).toMatchObject({ hasWindow: false })
})

it('版ごとに、だれが何をどう変えたかが並び、前の版はそのまま読める', async () => {
  value(await save({ telephone: '054-000-0000', accent: 'none' }))
  value(await save({ telephone: '054-111-1111', accent: 'wine' }))
  const { editions } = value(await kobayashi.call(listLetterheads))
  const [latest, before] = editions
  expect(latest).toMatchObject({
    changedByName: fujii.scope.viewer?.name,
    changes: [
      { field: 'telephone', before: '054-000-0000', after: '054-111-1111' },
      { field: 'accent', before: 'none', after: 'wine' },
    ],
  })
  const params = { editionId: before?.id ?? '' }
  expect(value(await kobayashi.call(readLetterheadEdition, { params }))).toMatchObject({
    telephone: '054-000-0000',
  })
  const unknown = { editionId: desk.newId() }
  expect(code(await kobayashi.call(readLetterheadEdition, { params: unknown }))).toBe(
    'letters.letterhead-missing',
  )
})

it('管理者でない人には変えられない', async () => {
  const before = value(await kobayashi.call(readLetterhead))
  expect(code(await kobayashi.call(changeLetterhead, { body: ourLetterhead }))).toBe(
    'access.not-allowed',
  )
  expect(value(await kobayashi.call(readLetterhead))).toEqual(before)
})
