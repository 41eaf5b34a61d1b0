import { describe, expect, it } from 'vitest'
import { openDesk, value } from '#test/desk.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { hearUtterance } from '#features/complaints/utterances/contract.ts'
import { receiveComplaint, submitWebForm } from '#features/intake/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { company } from '#test/cast.ts'
import { lintEndpoint, listenEndpoint } from '../contract.ts'
import {
  listCompanyWords,
  listCompanyWordsChanges,
  removeCompanyWords,
  saveCompanyWords,
  type CompanyWords,
} from './contract.ts'

const desk = await openDesk()
const fujii = desk.as('fujii')
const sasaki = desk.as('sasaki')
const matsui = desk.as('matsui')

const pandaSupervisor: CompanyWords = {
  code: 'asks_supervisor',
  phrases: ['パンダさん'],
  why: '店では責任者を「パンダさん」と呼ぶお客様が多いため',
  mustLight: ['ﾊﾟﾝﾀﾞさんはいるの'],
  mustNotLight: ['パンダの絵のお皿です', 'パンダさんでなくて結構です'],
}
const parcelExcuse: CompanyWords = {
  code: 'excuse',
  phrases: ['便の都合'],
  why: '',
  mustLight: ['便の都合で遅れました。'],
  mustNotLight: ['「便の都合」とのお言葉を伺いました。'],
}
const save = (words: object, wordsId = desk.newId(), who = fujii) =>
  who.call(saveCompanyWords, {
    params: { wordsId },
    body: { ...pandaSupervisor, ...words },
  })
const light = expect.arrayContaining([expect.objectContaining({ code: 'asks_supervisor' })])
const cuesOf = async (text: string) =>
  value(await matsui.call(listenEndpoint, { body: { speaker: 'customer', text } })).cues.map(
    ({ code }) => code,
  )
const listed = async () => value(await matsui.call(listCompanyWords)).entries

describe('会社の言葉', () => {
  it('加えるとすべての入口で働き、直し、外せて、誰がしたかが残る', async () => {
    const text = 'パンダさんはいるの'
    expect(await cuesOf(text)).not.toContain('asks_supervisor')
    const wordsId = desk.newId()
    const saved = value(await save({}, wordsId))
    expect(saved).toMatchObject({ id: wordsId, changedByName: fujii.scope.viewer?.name })
    expect(await cuesOf(text)).toContain('asks_supervisor')

    const complaintId = desk.newId()
    const received = { id: complaintId, channel: 'counter' as const, words: text }
    value(await matsui.call(receiveComplaint, { body: received }))
    const params = { complaintId }
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries[0]?.payload?.['cues']).toEqual(light)
    const noting = { id: desk.newId(), speaker: 'customer' as const, text }
    const note = value(await matsui.call(addNote, { params, body: noting }))
    expect(note.cues.map(({ code }) => code)).toContain('asks_supervisor')
    const at = desk.clock.now().toString()
    const said = { id: desk.newId(), speaker: 'customer' as const, text, at }
    const state = 'provisional' as const
    const heard = value(await matsui.call(hearUtterance, { params, body: { ...said, state } }))
    expect(heard.utterance.cues.map(({ code }) => code)).toContain('asks_supervisor')
    const form = { id: desk.newId(), words: text, customer: {}, details: {} }
    const slug = { slug: company.slug }
    value(await desk.customer.call(submitWebForm, { params: slug, body: form }))
    const written = { params: { complaintId: form.id } }
    const [first] = value(await matsui.call(readTimeline, written)).entries
    expect(first?.payload?.['cues']).toEqual(light)

    const edited = { phrases: ['パンダさん', 'パンダ店長'] }
    value(await save(edited, wordsId))
    value(await save(edited, wordsId))
    expect(await listed()).toMatchObject([{ id: wordsId, ...edited }])
    value(await fujii.call(removeCompanyWords, { params: { wordsId } }))
    value(await fujii.call(removeCompanyWords, { params: { wordsId } }))
    expect(await listed()).toEqual([])
    expect(await cuesOf(text)).not.toContain('asks_supervisor')
    const { changes } = value(await fujii.call(listCompanyWordsChanges))
    expect(changes.map(({ what, byName }) => [what, byName])).toEqual(
      ['removed', 'edited', 'added'].map((what) => [what, fujii.scope.viewer?.name]),
    )
  })

  it('文面の点検でも働く', async () => {
    const wordsId = desk.newId()
    value(await save(parcelExcuse, wordsId))
    const body = { kind: 'mail' as const, text: '便の都合で遅れました。' }
    const { findings } = value(await matsui.call(lintEndpoint, { body }))
    expect(findings.map(({ rule }) => rule)).toContain('excuse')
    value(await fujii.call(removeCompanyWords, { params: { wordsId } }))
  })

  it('ためしの文が狙いどおりにならなければ、どの文かを言って保存しない', async () => {
    const dark = await save({ mustLight: ['クマさんはいるの'] })
    expect([dark.status, dark.detail]).toEqual([422, expect.stringMatching(/クマさん.*光るはず/u)])
    const lit = await save({ mustNotLight: ['パンダさんを見ました'] })
    expect(lit.detail).toMatch(/パンダさんを見ました.*光らないはず/u)
    const shipped = await save({ mustNotLight: ['上司を出してください'] })
    expect(shipped.detail).toContain('もともと光ります')
    expect(await listed()).toEqual([])
  })

  it('足りないもの、短すぎる言葉、言い回しで見つけない決まりは、そう言って断る', async () => {
    const wrong: [object, RegExp][] = [
      [{ phrases: ['  '] }, /1行に1つ/],
      [{ phrases: ['パ'] }, /2文字以上/],
      [{ phrases: ['。。。'] }, /2文字以上/],
      [{ mustLight: [] }, /1つずつ/],
      [{ mustNotLight: [''] }, /1つずつ/],
      [{ code: 'missing-cause' }, /別の決まり/],
      [{ code: 'nothing' }, /code/],
    ]
    for (const [part, about] of wrong) {
      const refused = await save(part)
      expect(refused.status, JSON.stringify(part)).toBe(422)
      expect(refused.detail).toMatch(about)
    }
    expect(await listed()).toEqual([])
  })

  it('管理者のほかは、見られても変えられない', async () => {
    for (const who of [sasaki, matsui]) {
      expect((await save({}, desk.newId(), who)).status).toBe(403)
      const params = { wordsId: desk.newId() }
      expect((await who.call(removeCompanyWords, { params })).status).toBe(403)
      expect((await who.call(listCompanyWords)).status).toBe(200)
      expect((await who.call(listCompanyWordsChanges)).status).toBe(403)
    }
  })
})
