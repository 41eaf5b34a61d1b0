import { dictionary } from '#kernel/dictionary.ts'
import { goalNames } from '../wording/rules.ts'
import type { Goal } from './contract.ts'

type Length = { time: string }
type Spoken = { goal: Goal } & Length

/** What rows and the head of the desk say of a clock. */
export const targetsMessages = dictionary({
  ja: {
    words: {
      title: '応答の目標',
      left: ({ goal, time }: Spoken) => `${goalNames.ja[goal]}まで営業時間で${time}`,
      leftShort: ({ time }: Length) => `あと${time}`,
      over: ({ time }: Length) => `${time}超過`,
      met: ({ goal, time }: Spoken) => `${goalNames.ja[goal]} ${time}でお届け`,
      metLate: ({ goal, time }: Spoken) => `${goalNames.ja[goal]} 目標より${time}遅れ`,
      paused: ({ name }: { name: string }) => `停止中：${name}待ち`,
      pausedShort: '停止中',
      percent: ({ percent }: { percent: number }) => `目標の${percent}%`,
      opens: ({ at }: { at: string }) => `営業時間外。時計は${at}に動きます`,
      none: '応答の目標はありません',
      hours: ({ count }: { count: number }) => `${count}時間`,
      minutes: ({ count }: { count: number }) => `${count}分`,
      less: '1分未満',
    },
  },
  en: {
    words: {
      title: 'Targets',
      left: ({ goal, time }) => `${goalNames.en[goal]}: ${time} of open hours left`,
      leftShort: ({ time }) => `${time} left`,
      over: ({ time }) => `${time} over`,
      met: ({ goal, time }) => `${goalNames.en[goal]} after ${time}`,
      metLate: ({ goal, time }) => `${goalNames.en[goal]}: ${time} late`,
      paused: ({ name }) => `Stopped: waiting for ${name}`,
      pausedShort: 'Stopped',
      percent: ({ percent }) => `${percent}% of the target`,
      opens: ({ at }) => `Closed now; clocks go on ${at}`,
      none: 'No target',
      hours: ({ count }) => `${count}h`,
      minutes: ({ count }) => `${count}m`,
      less: 'less than a minute',
    },
  },
})
