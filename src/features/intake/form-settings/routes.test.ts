import { describe, expect, it } from 'vitest'
import { company } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { readWebForm, submitWebForm } from '../contract.ts'
import { changeFormSettings, readFormSettings } from './contract.ts'
import { framersOfForm } from './queries.ts'

const desk = await openDesk()
const admin = desk.as('fujii')
const params = { slug: company.slug }
const tell = () => {
  const words = '急須のふたが割れて届きました'
  const body = { id: desk.newId(), words, customer: {}, details: {} }
  return desk.customer.call(submitWebForm, { params, body })
}
const asShipped = { isOpen: true, framedBy: [], prepare: '' }

describe('受付フォームの設定', () => {
  it('はじめは開いていて、変えた人と時刻が残る', async () => {
    expect(value(await admin.call(readFormSettings, {}))).toEqual({
      ...asShipped,
      slug: company.slug,
      changedAt: null,
      changedByName: null,
    })
    const body = { ...asShipped, framedBy: ['shop.example.jp', '', 'https://shop.example.jp/x'] }
    const changed = value(await admin.call(changeFormSettings, { body }))
    expect(changed).toMatchObject({
      framedBy: ['https://shop.example.jp'],
      changedByName: '藤井 直子',
    })
    expect(await framersOfForm(desk.ports, company.slug)).toEqual(['https://shop.example.jp'])
  })

  it.each([
    'クレーマーの方はお断りします',
    '弊社の過失でございます。',
    '代金は全額お返しいたします。',
  ])('だれでも読む「用意するもの」に「%s」とは書けず、前のまま残る', async (prepare) => {
    const before = value(await admin.call(readFormSettings, {}))
    const refused = await admin.call(changeFormSettings, { body: { ...asShipped, prepare } })
    expect(refused).toMatchObject({ refusal: { code: 'intake.words-held' } })
    expect(refused.detail).toContain('消すか、書き直してください')
    expect(value(await admin.call(readFormSettings, {}))).toEqual(before)
  })

  it('止めると新しいものは受け付けず、電話を案内する。開けば、また受け付ける', async () => {
    value(await admin.call(changeFormSettings, { body: { ...asShipped, isOpen: false } }))
    expect(value(await desk.customer.call(readWebForm, { params })).isOpen).toBe(false)
    const refused = await tell()
    expect(refused).toMatchObject({ status: 409, refusal: { code: 'intake.form-shut' } })
    const upload = await desk.app.request(`/api/intake/web-forms/${company.slug}/files`, {
      method: 'POST',
    })
    expect(upload.status).toBe(409)
    value(await admin.call(changeFormSettings, { body: asShipped }))
    expect(value(await tell()).number).toMatch(/^U26-/u)
  })

  it('用意していただくものは、行ごとにフォームへ渡る', async () => {
    const body = { ...asShipped, prepare: '会員証の裏の番号\n\n保証書の写真' }
    value(await admin.call(changeFormSettings, { body }))
    const form = value(await desk.customer.call(readWebForm, { params }))
    expect(form.prepare).toEqual(['会員証の裏の番号', '保証書の写真'])
  })

  it('サイトとして読めないものがあれば、何も変えずに断る', async () => {
    const before = value(await admin.call(readFormSettings, {}))
    const body = {
      ...asShipped,
      framedBy: ['https://a.example.jp', "*; script-src 'unsafe-inline'"],
    }
    const refused = await admin.call(changeFormSettings, { body })
    expect(refused.detail).toContain('*; script-src')
    expect(value(await admin.call(readFormSettings, {}))).toEqual(before)
  })

  it('応対者は変えられない', async () => {
    const matsui = desk.as('matsui')
    const refused = await matsui.call(changeFormSettings, { body: asShipped })
    expect(refused).toMatchObject({ status: 403, ok: false })
  })
})
