import { dictionary, type Language } from '#kernel/dictionary.ts'

type Named = { readonly ja: string; readonly en: string }
type Due = { readonly name: Named; readonly dueOn: string }
type OfClock = { readonly name: Named }
type OfStage = OfClock & { readonly stageName: Named }
type Started = OfClock & {
  readonly start: { on: string }
  readonly stages: readonly Due[]
  reason: string
}

/** `2026-12-03` → 12月3日(木); with the year when it is far. */
function day(language: Language, on: string): string {
  const shape = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' } as const
  return new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )
}

function dues(language: Language, stages: readonly Due[]): string {
  const said = stages.map(({ name, dueOn }) =>
    language === 'ja' ? `${name.ja}は${day('ja', dueOn)}まで` : `${name.en} by ${day('en', dueOn)}`,
  )
  return said.join(language === 'ja' ? '、' : ', ')
}

const questions = {
  ja: {
    hurt: 'けが、煙や火、一酸化炭素、窒息',
    unwell: '体調の不良や受診',
    leaked: 'ほかの方の書類や情報',
    cancels: '契約をやめたいお申し出',
    insider: '従業員や取引先の方からのお申し出',
    sector: '金融・通信のサービス',
    attacked: '投稿、脅し、暴力',
    authority: '行政や消費生活センターの関わり',
  },
  en: {
    hurt: 'injury, smoke or fire, carbon monoxide, choking',
    unwell: 'feeling ill, seeing a doctor',
    leaked: "somebody else's papers or data",
    cancels: 'wants to cancel a contract',
    insider: 'from staff or a supplier',
    sector: 'financial or telecommunications service',
    attacked: 'posts, threats, violence',
    authority: 'an authority or consumer centre is involved',
  },
} as const
const answers = {
  ja: { yes: 'はい', no: 'いいえ', unknown: 'まだわからない' },
  en: { yes: 'yes', no: 'no', unknown: 'not known yet' },
} as const

type Answered = {
  readonly question: keyof (typeof questions)['ja']
  readonly answer: keyof (typeof answers)['ja']
  readonly offers: readonly OfClock[]
}

export const assessmentMessages = dictionary({
  ja: {
    refusals: {
      'assessment.clock-missing':
        'その期限は見つかりません。画面を開き直して、もう一度選んでください。使わない設定になっているときは、管理者に確かめてください。',
      'assessment.start-to-come':
        '始まった日が、まだ来ていません。きょうまでの日を選んでください。',
      'assessment.variant-missing':
        'どの区分にあたるかで日数が変わります。区分を選んでから、始めてください。',
      'assessment.same-start':
        '始まった日も区分も、いまと同じです。直すところがなければ、そのままで大丈夫です。',
      'assessment.already-declined':
        'この期限は、もう「あたらない」と記録されています。あたると分かったときは、期限を始めてください。',
      'assessment.stage-already-done': (given: { on: string }) =>
        `${day('ja', given.on)}に済んだと記録されています。直すときは、先にその記録を取り消してください。`,
      'assessment.stage-not-done':
        'まだ済んだと記録されていません。取り消さずに、そのまま続けられます。',
      'assessment.done-to-come': '済んだ日が、まだ来ていません。きょうまでの日を選んでください。',
      'assessment.done-before-start': (given: { on: string }) =>
        `期限が始まった${day('ja', given.on)}より前の日です。済んだ日を確かめてください。`,
      'assessment.definition-missing':
        'その期限の定義は見つかりません。一覧を開き直して、もう一度選んでください。',
      'assessment.definition-unreadable': (given: { problems: readonly string[] }) =>
        `この書き方では読めません。次のところを直してから、保存してください。\n${given.problems.join('\n')}`,
      'assessment.other-code': (given: { code: string; written: string }) =>
        `codeが「${given.written}」になっています。「${given.code}」に戻してから、保存してください。`,
      'assessment.effective-before-today':
        '適用を始める日が、きょうより前です。きょうか、これからの日を選んでください。',
    },
    events: {
      'assessment.triage-answered': ({ question, answer, offers }: Answered) =>
        [
          `確かめました：${questions.ja[question]}は「${answers.ja[answer]}」`,
          offers.length > 0
            ? `（期限の候補：${offers.map(({ name }) => name.ja).join('、')}）`
            : '',
        ].join(''),
      'assessment.clock-started': ({ name, start, stages, reason }: Started) =>
        `期限を始めました：${name.ja}（${day('ja', start.on)}から。${dues('ja', stages)}）　${reason}`,
      'assessment.clock-corrected': ({
        name,
        start,
        stages,
        reason,
        previous,
      }: Started & { previous: { start: { on: string }; stages: readonly Due[] } }) =>
        `期限の始まりを直しました：${name.ja}（${day('ja', previous.start.on)}から${day('ja', start.on)}へ。${dues('ja', stages)}。前は${dues('ja', previous.stages)}）　${reason}`,
      'assessment.clock-declined': ({ name, reason }: OfClock & { reason: string }) =>
        `期限はあたらないと判断しました：${name.ja}　${reason}`,
      'assessment.clock-warned': ({ name, stageName, dueOn }: OfStage & { dueOn: string }) =>
        `期限が近づいています：${name.ja}の${stageName.ja}は${day('ja', dueOn)}まで`,
      'assessment.clock-overdue': ({ name, stageName, dueOn }: OfStage & { dueOn: string }) =>
        `期限が過ぎました：${name.ja}の${stageName.ja}は${day('ja', dueOn)}まででした`,
      'assessment.stage-done': ({
        name,
        stageName,
        on,
        how,
        isLate,
      }: OfStage & { on: string; how: string; isLate: boolean }) =>
        `済みました：${name.ja}の${stageName.ja}（${day('ja', on)}${isLate ? '、期限の後' : ''}）　${how}`,
      'assessment.stage-reopened': ({ name, stageName, reason }: OfStage & { reason: string }) =>
        `済んだ記録を取り消しました：${name.ja}の${stageName.ja}　${reason}`,
    },
  },
  en: {
    refusals: {
      'assessment.clock-missing':
        'This clock was not found. Open the page again and choose it once more. If it is resting, ask an administrator.',
      'assessment.start-to-come': 'That day is still to come. Choose today or an earlier day.',
      'assessment.variant-missing':
        'How many days there are depends on the variant. Choose it, then start the clock.',
      'assessment.same-start':
        'Start and variant are as they were. If nothing is to be corrected, leave it as it is.',
      'assessment.already-declined':
        'It is already recorded as not applying. If it does apply, start it.',
      'assessment.stage-already-done': (given) =>
        `It is recorded as done on ${day('en', given.on)}. To correct it, take that back first.`,
      'assessment.stage-not-done':
        'It is not recorded as done yet. You can go on without taking it back.',
      'assessment.done-to-come': 'That day is still to come. Choose today or an earlier day.',
      'assessment.done-before-start': (given) =>
        `The clock began on ${day('en', given.on)}, after that day. Look at the day again.`,
      'assessment.definition-missing':
        'This kind of clock was not found. Open the list again and choose it once more.',
      'assessment.definition-unreadable': (given) =>
        `This cannot be read as it is written. Mend these places, then save.\n${given.problems.join('\n')}`,
      'assessment.other-code': (given) =>
        `code says "${given.written}". Put "${given.code}" back, then save.`,
      'assessment.effective-before-today':
        'The day from which it holds is past. Choose today or a later day.',
    },
    events: {
      'assessment.triage-answered': ({ question, answer, offers }) =>
        [
          `Asked: ${questions.en[question]}: ${answers.en[answer]}`,
          offers.length > 0 ? ` (offers: ${offers.map(({ name }) => name.en).join(', ')})` : '',
        ].join(''),
      'assessment.clock-started': ({ name, start, stages, reason }) =>
        `Clock started: ${name.en} (from ${day('en', start.on)}; ${dues('en', stages)}). ${reason}`,
      'assessment.clock-corrected': ({ name, start, stages, reason, previous }) =>
        `Start of a clock corrected: ${name.en} (${day('en', previous.start.on)} to ${day('en', start.on)}; ${dues('en', stages)}; before: ${dues('en', previous.stages)}). ${reason}`,
      'assessment.clock-declined': ({ name, reason }) =>
        `Clock does not apply: ${name.en}. ${reason}`,
      'assessment.clock-warned': ({ name, stageName, dueOn }) =>
        `Due soon: ${name.en}, ${stageName.en} by ${day('en', dueOn)}`,
      'assessment.clock-overdue': ({ name, stageName, dueOn }) =>
        `Over: ${name.en}, ${stageName.en} was due by ${day('en', dueOn)}`,
      'assessment.stage-done': ({ name, stageName, on, how, isLate }) =>
        `Done: ${name.en}, ${stageName.en} (${day('en', on)}${isLate ? ', late' : ''}). ${how}`,
      'assessment.stage-reopened': ({ name, stageName, reason }) =>
        `No longer done: ${name.en}, ${stageName.en}. ${reason}`,
    },
  },
})
