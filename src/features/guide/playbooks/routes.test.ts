import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDesk, value } from '#test/desk.ts'
import { withinWall } from '#platform/db/database.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { finishMove, readGuidance, usePhrase } from '../contract.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const fujii = desk.as('fujii')
const sasaki = desk.as('sasaki')
const matsui = desk.as('matsui')

const language = 'ja' as const
const ja = { params: { language } }
const on = (name: string, part: wall.Part = 'play') => ({ params: { language, part, name } })
const partOf = async (name: string, part: wall.Part = 'play') =>
  value(await fujii.call(wall.readDraftPart, on(name, part)))
const workbench = async () => value(await fujii.call(wall.readWorkbench, ja))
const lineOf = async (name: string) => (await workbench()).plays.find((play) => play.name === name)

type Acknowledged = wall.Version['acknowledged']
type Saving = { basedOn?: number; state?: 'text' | 'off' | 'gone'; part?: wall.Part }
async function save(name: string, text: string, { part = 'play', ...given }: Saving = {}) {
  const body = { basedOn: 0, state: 'text' as const, text, ...given }
  return fujii.call(wall.saveDraftPart, { ...on(name, part), body })
}
async function publish(given: { acknowledged?: Acknowledged; basedOn?: number; id?: string } = {}) {
  const { revision } = await workbench()
  const body = { id: desk.newId(), note: '店の言い方に', basedOn: revision, ...given }
  return fujii.call(wall.publishDraft, { ...ja, body })
}
async function receive(words: string) {
  const complaintId = desk.newId()
  const received = { id: complaintId, channel: 'counter' as const, words }
  value(await matsui.call(receiveComplaint, { body: received }))
  return { complaintId }
}
const guided = async (params: { complaintId: string }) =>
  value(await matsui.call(readGuidance, { params }))

const angry = 'ふざけるな、いい加減にしろ。'
const rainy = (text = '濡れた箱をお受け取りになったのですね。') => `play: 雨の日
title: 雨で濡れた荷物
about: 中身より先に、ご不快を受け止めます。
tier: safety
cues: [anger_high]
because:
  - 荷物のことでお怒りです。
moves:
  - id: 受け止める
    stage: listen
    goal: 濡れていたことを受け止める
    say:
      - ${text}
      - 残念なお気持ちと存じます。
      - 伺っております。
    reasons: [傾聴の基本]
`
const ownStory = (play = '雨の日') => `story: 雨の日の電話
steps:
  - customer: ふざけるな、びしょ濡れだ。
    cues: [anger_high]
    expect: { plays: [${play}] }
`
const failing = ({ stories }: wall.Trial) =>
  stories.filter(({ passed }) => !passed).map(({ story }) => ({ story, reason: '店では別' }))
const allStories = async () => failing(value(await fujii.call(wall.tryDraft, { ...ja, body: {} })))

describe('応対の型を会社に合わせる', () => {
  it.each([
    ['ja', '静かな怒り'],
    ['en', 'Quiet anger'],
  ] as const)(
    '何も変えていなければ、その言語の物語だけをためし、どれも期待どおり：%s',
    async (spoken, first) => {
      const trial = value(
        await fujii.call(wall.tryDraft, { params: { language: spoken }, body: {} }),
      )
      expect(failing(trial)).toEqual([])
      expect(trial.stories[0]?.story).toContain(first)
      const isJapanese = trial.stories.map(({ story }) => /[ぁ-ん]/.test(story))
      expect(new Set(isJapanese)).toEqual(new Set([spoken === 'ja']))
    },
  )

  it('足した型を物語でためし、公開すると次の応対に出て、見ていた版が記録に残る', async () => {
    expect(await workbench()).toMatchObject({ edition: 0, isChanged: false })
    value(await save('雨の日', rainy()))
    value(await save('雨の日の電話', ownStory(), { part: 'story' }))
    expect(await lineOf('雨の日')).toMatchObject({ state: 'added', title: '雨で濡れた荷物' })
    const params = await receive(angry)
    expect((await guided(params)).current?.play).not.toBe('雨の日')

    const trial = value(await fujii.call(wall.tryDraft, { ...ja, body: {} }))
    expect(trial.problems).toEqual([])
    expect(trial.stories.find(({ isOwn }) => isOwn)).toMatchObject({ passed: true })
    expect(trial.stories.length).toBeGreaterThan(30)
    const version = value(await publish({ acknowledged: failing(trial) }))
    expect(version).toMatchObject({ number: 1, publishedByName: fujii.scope.viewer?.name })
    expect(version.changes.map(({ name }) => name).toSorted()).toEqual(['雨の日', '雨の日の電話'])
    expect(await workbench()).toMatchObject({ edition: 1, isChanged: false })

    const { current, following, playbook } = await guided(params)
    expect(playbook.version).toMatch(/^1-/)
    const rain = [current, ...following].find((move) => move?.play === '雨の日')
    expect(rain?.say[0]?.text).toBe('濡れた箱をお受け取りになったのですね。')
    const told = { play: '雨の日', move: '受け止める', version: playbook.version }
    const phrase = { id: desk.newId(), phrase: 0, text: '濡れた箱', ...told }
    value(await matsui.call(usePhrase, { params, body: phrase }))
    value(await matsui.call(finishMove, { params, body: { id: desk.newId(), ...told } }))
    const { entries } = value(await matsui.call(readTimeline, { params }))
    const written = entries.filter(({ type }) => type.startsWith('guide.'))
    expect(written.map(({ payload }) => payload?.['version'])).toEqual([
      playbook.version,
      playbook.version,
    ])
  })

  it('番号のない古い画面からも、言った言葉は記録できる', async () => {
    const params = await receive('瓶が割れていた。')
    const body = { id: desk.newId(), play: '傾聴', move: 'x', phrase: 0, text: 'はい。' }
    value(await matsui.call(usePhrase, { params, body }))
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries.at(-1)?.payload).not.toHaveProperty('version')
  })

  it('前の版に戻すと、新しい版として公開され、応対もその言葉に戻る', async () => {
    const { revision } = await partOf('雨の日')
    value(await save('雨の日', rainy('雨の中、お待ちになったのですね。'), { basedOn: revision }))
    const id = desk.newId()
    const acknowledged = await allStories()
    value(await publish({ acknowledged, id }))
    expect(value(await publish({ acknowledged, id })).number).toBe(2)
    const back = { id: desk.newId(), note: '前の言い方に戻す' }
    const restored = await fujii.call(wall.restoreVersion, {
      params: { language, number: '1' },
      body: back,
    })
    expect(value(restored)).toMatchObject({ number: 3, note: '前の言い方に戻す' })
    expect((await partOf('雨の日')).text).toContain('濡れた箱')
    const { versions } = value(await fujii.call(wall.listVersions, ja))
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(versions[1]?.changes[0]).toMatchObject({
      before: expect.stringContaining('濡れた箱'),
      after: expect.stringContaining('雨の中'),
    })
  })

  it('公開していない下書きがあれば、版を戻しても下書きは残る', async () => {
    const { revision } = await partOf('雨の日')
    value(await save('雨の日', rainy('書きかけの文です。'), { basedOn: revision }))
    const body = { id: desk.newId(), note: '急いで戻す' }
    const params = { language, number: '0' }
    expect(value(await fujii.call(wall.restoreVersion, { params, body })).number).toBe(4)
    expect((await partOf('雨の日')).text).toContain('書きかけの文です。')
    const after = await partOf('雨の日')
    value(await save('雨の日', '', { basedOn: after.revision, state: 'gone' }))
    const story = await partOf('雨の日の電話', 'story')
    const gone = { basedOn: story.revision, state: 'gone' as const, part: 'story' as const }
    value(await save('雨の日の電話', '', gone))
  })
})

describe('公開を断る', () => {
  it('読めない行があれば、行と直し方を言う', async () => {
    const name = '壊れた型'
    value(await save(name, 'play: 壊れた型\ntitle: x\n  about: y\n'))
    const refused = await publish()
    expect([refused.status, refused.detail]).toEqual([422, expect.stringContaining(`${name}:`)])
    const { revision } = await partOf(name)
    value(await save(name, '', { basedOn: revision, state: 'gone' }))
  })

  it.each([
    ['お支払いいたします。', '支払いを約束する言葉'],
    ['弊社の不備でございます。', '落ち度を認める言葉'],
    ['絶対に大丈夫でございます。', '守りきれない言い切り'],
  ])('「%s」は公開できず、打つそばから行で分かる', async (words, why) => {
    const text = rainy(words)
    const read = await fujii.call(wall.readText, {
      ...ja,
      body: { part: 'play', name: '雨の日', text },
    })
    expect(value(read).problems).toEqual(
      expect.arrayContaining([
        { line: expect.any(Number), sentence: expect.stringContaining(why) },
      ]),
    )
    expect(value(read).problems[0]?.line).toBe(13)
    const { revision } = await partOf('雨の日')
    value(await save('雨の日', text, { basedOn: revision }))
    const refused = await publish()
    expect(refused.detail).toContain(why)
    const after = await partOf('雨の日')
    value(await save('雨の日', '', { basedOn: after.revision, state: 'gone' }))
  })

  it('型の名前を変えた文は、記録が覚えている名前のままにするよう言う', async () => {
    const { text } = await partOf('お詫び')
    const body = {
      part: 'play' as const,
      name: 'お詫び',
      text: text.replace('play: お詫び', 'play: 謝罪'),
    }
    const { problems } = value(await fujii.call(wall.readText, { ...ja, body }))
    expect(problems.map(({ sentence }) => sentence).join()).toContain(
      '「お詫び」のままにしてください',
    )
  })

  it('出荷時のどの型も、書いているそばから一手が見える', async () => {
    const { plays } = value(await fujii.call(wall.readWorkbench, ja))
    for (const { name } of plays) {
      const { text } = await partOf(name)
      const body = { part: 'play' as const, name, text }
      const read = value(await fujii.call(wall.readText, { ...ja, body }))
      expect([name, read.problems, read.moves.length > 0]).toEqual([name, [], true])
    }
  })

  it('期待と違う会社の物語があれば公開せず、出荷時の物語は理由を書けば公開する', async () => {
    value(await save('うちの電話', ownStory('無い型'), { part: 'story', basedOn: 0 }))
    const acknowledged = [{ story: '雨の日の電話', reason: '承知' }]
    const refused = await publish({ acknowledged })
    expect(refused.detail).toContain('雨の日の電話')
    const { revision } = await partOf('うちの電話', 'story')
    value(await save('うちの電話', '', { basedOn: revision, state: 'gone', part: 'story' }))

    const play = await partOf('受付')
    const changed = play.text.replaceAll('お電話ありがとうございます', 'お電話を感謝いたします')
    value(await save('受付', changed, { basedOn: play.revision }))
    const failed = await allStories()
    expect(failed.length).toBeGreaterThan(0)
    expect((await publish()).detail).toContain(failed[0]?.story ?? '')
    expect(value(await publish({ acknowledged: failed })).acknowledged).toEqual(failed)
  })

  it('同じ内容は公開せず、ためしたあとに書き換えられた下書きも公開しない', async () => {
    const acknowledged = await allStories()
    expect((await publish({ acknowledged })).detail).toContain('同じ内容')
    const { revision } = await workbench()
    const refused = await publish({ basedOn: revision - 1, acknowledged })
    expect([refused.status, refused.detail]).toEqual([
      409,
      expect.stringContaining('もう一度ためし'),
    ])
  })
})

describe('二人で書く・休ませる・持ち運ぶ', () => {
  it('先に書かれていたら、だれが書いたかを言って断り、消さない', async () => {
    const { revision, text } = await partOf('傾聴')
    value(await save('傾聴', `${text}# 一人め\n`, { basedOn: revision }))
    const late = await save('傾聴', `${text}# 二人め\n`, { basedOn: revision })
    expect([late.status, late.detail]).toEqual([
      409,
      expect.stringContaining(`${fujii.scope.viewer?.name}が先に`),
    ])
    expect((await partOf('傾聴')).text).toContain('一人め')
    value(await save('傾聴', '', { basedOn: revision + 1, state: 'gone' }))
    expect(await lineOf('傾聴')).toMatchObject({ state: 'shipped' })
  })

  it('休ませた型は応対に出ず、その型の物語はためさない', async () => {
    const params = await receive(angry)
    expect((await guided(params)).plays.map(({ play }) => play)).toContain('怒り')
    const before = value(await fujii.call(wall.tryDraft, { ...ja, body: {} })).stories.length
    const { revision } = await partOf('怒り')
    value(await save('怒り', '', { basedOn: revision, state: 'off' }))
    expect(await lineOf('怒り')).toMatchObject({ state: 'off' })
    const trial = value(await fujii.call(wall.tryDraft, { ...ja, body: {} }))
    expect(trial.problems).toEqual([])
    expect(trial.stories.length).toBeLessThan(before)
    value(await publish({ acknowledged: failing(trial) }))
    const { plays, playbook } = await guided(params)
    expect(playbook.version).toMatch(/^\d+-/)
    expect(plays.map(({ play }) => play)).not.toContain('怒り')
  })

  it('書き出したファイルを読み込むと、同じ下書きになる', async () => {
    const file = value(await fujii.call(wall.exportPlaybook, ja))
    expect(file.plays['怒り']).toMatchObject({ state: 'off' })
    const rest = await partOf('怒り')
    value(await save('怒り', '', { basedOn: rest.revision, state: 'gone' }))
    const { revision } = await workbench()
    value(await fujii.call(wall.importPlaybook, { ...ja, body: { ...file, basedOn: revision } }))
    expect(value(await fujii.call(wall.exportPlaybook, ja))).toEqual(file)
    const stale = await fujii.call(wall.importPlaybook, { ...ja, body: { ...file, basedOn: 0 } })
    expect(stale.status).toBe(409)
  })

  it('管理者だけが書き換え、監督者は読め、応対者は開けない', async () => {
    const body = { basedOn: 0, state: 'text' as const, text: 'x' }
    const body2 = { id: desk.newId(), note: 'x', basedOn: 0 }
    for (const [who, status] of [
      [sasaki, 200],
      [matsui, 403],
    ] as const) {
      expect((await who.call(wall.readWorkbench, ja)).status).toBe(status)
      expect((await who.call(wall.readDraftPart, on('お詫び'))).status).toBe(status)
      expect((await who.call(wall.listVersions, ja)).status).toBe(status)
      expect((await who.call(wall.exportPlaybook, ja)).status).toBe(status)
      expect((await who.call(wall.saveDraftPart, { ...on('お詫び'), body })).status).toBe(403)
      expect((await who.call(wall.publishDraft, { ...ja, body: body2 })).status).toBe(403)
    }
  })

  it('ほかの会社からは下書きも版も見えず、版は書き換えられない', async () => {
    const other = desk.newId()
    const seen = await withinWall(desk.ports.db, other, async (tx) => [
      await tx.selectFrom('guide_playbook_drafts').selectAll().execute(),
      await tx.selectFrom('guide_playbook_versions').selectAll().execute(),
    ])
    expect(seen).toEqual([[], []])
    const change = withinWall(desk.ports.db, fujii.scope.organisationId, (tx) =>
      sql`update guide_playbook_versions set note = 'x'`.execute(tx),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
