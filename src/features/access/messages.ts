import { dictionary, type Language } from '#kernel/dictionary.ts'

const weekdays = {
  ja: {
    1: '月曜日',
    2: '火曜日',
    3: '水曜日',
    4: '木曜日',
    5: '金曜日',
    6: '土曜日',
    7: '日曜日',
  },
  en: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
} as const

type Weekday = { weekday: keyof typeof weekdays.ja }
type Hours = { opens: string; closes: string }

/** `12月28日(月)` of `2026-12-28`. */
function written(language: Language, day: string): string {
  const form = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, form).format(Date.parse(day))
}

/** Said in the form before it is sent, and by the server: the browser has no other sentences of refusals. */
const reasons = {
  ja: {
    'access.closes-before-opens': '終わりの時刻は、始まりより後にしてください。',
    'access.half-weekday-closed': ({ weekday }: Weekday) =>
      `${weekdays.ja[weekday]}は休みの曜日です。営業する曜日に加えるか、「早く閉まる曜日」から外してください。`,
    'access.half-weekday-outside': (given: Weekday & Hours) =>
      `${weekdays.ja[given.weekday]}に閉まる時刻は、${given.opens} より後、${given.closes} より前にしてください。`,
    'access.half-day-closed': (given: { day: string }) =>
      `${written('ja', given.day)}は休みの日です。「休日でも営業する日」に加えるか、「早く閉まる日」から外してください。`,
    'access.half-day-outside': (given: { day: string } & Hours) =>
      `${written('ja', given.day)}に閉まる時刻は、${given.opens} より後、${given.closes} までにしてください。`,
  },
  en: {
    'access.closes-before-opens': 'Closing has to be later than opening.',
    'access.half-weekday-closed': ({ weekday }: Weekday) =>
      `The desk is closed on ${weekdays.en[weekday]}s. Make it a workday, or remove it from the weekdays that close early.`,
    'access.half-weekday-outside': ({ weekday, opens, closes }: Weekday & Hours) =>
      `Closing on ${weekdays.en[weekday]}s has to be after ${opens} and before ${closes}.`,
    'access.half-day-closed': ({ day }: { day: string }) =>
      `The desk is closed on ${written('en', day)}. Add it to the holidays that are worked, or remove it from the days that close early.`,
    'access.half-day-outside': ({ day, opens, closes }: { day: string } & Hours) =>
      `Closing on ${written('en', day)} has to be after ${opens} and not later than ${closes}.`,
  },
}

export const accessMessages = dictionary({
  ja: {
    words: {
      roles: {
        operator: '応対者',
        supervisor: 'SV',
        analyst: '分析担当',
        visitor: '訪問者',
        consultation: '相談窓口',
        department: '他部署',
        admin: '管理者',
      },
      organisation: {
        title: '会社と営業日',
        lead: '約束の期限は、この営業日と時間で数えます。',
        name: '会社の名前',
        workdays: '営業する曜日',
        weekdays: weekdays.ja,
        reasons: reasons.ja,
        opens: '始まり',
        closes: '終わり',
        yearEnd: '年末年始の休み',
        from: '最初の日（月-日）',
        to: '最後の日（月-日）',
        closedOn: '会社の休業日',
        openOn: '休日でも営業する日',
        addDay: '日を加える',
        halfWeekdays: '早く閉まる曜日',
        halfDays: '早く閉まる日',
        weekday: '曜日',
        day: '日付',
        closesAt: '閉まる時刻',
        addWeekday: '曜日を加える',
        until: (given: { day: string; at: string }) => `${given.day} ${given.at} まで`,
        removeHalf: (given: { half: string }) => `「${given.half}」を外す`,
        remove: (given: { day: string }) => `${given.day} を外す`,
        none: 'ありません',
        holidays: 'これからの祝日',
        holidaysLead: '法律から計算しています。祝日は営業日に数えません。',
        save: '営業日を保存する',
        saved: '営業日を保存しました。これから決める期限に使われます。',
        restored: '営業日を元に戻しました。',
        readOnly: '変更は管理者ができます。',
      },
      members: {
        title: 'メンバーと不在',
        lead: '不在にすると、その人の約束の知らせは代わりの人にも届きます。',
        name: '名前',
        businessName: 'お客様に名乗る名前',
        businessNameOf: (given: { name: string }) => `${given.name}さんがお客様に名乗る名前`,
        changeBusinessName: (given: { name: string }) =>
          `${given.name}さんがお客様に名乗る名前を変える`,
        ownName: 'ご本人の名前',
        useOwnName: '本人の名前に戻す',
        save: '保存する',
        leave: 'やめる',
        nowCalled: (given: { name: string; businessName: string }) =>
          `${given.name}さんは、お客様に「${given.businessName}」と名乗ります。`,
        nowOwnName: (given: { name: string }) =>
          `${given.name}さんは、お客様にもご自分の名前で名乗ります。`,
        role: '役割',
        team: 'チーム',
        away: '不在',
        awayNamed: (given: { name: string }) => `${given.name}さんは不在`,
        substitute: '代わりの人',
        substituteOf: (given: { name: string }) => `${given.name}さんの代わり`,
        nobody: '決めていない',
        nowAway: (given: { name: string }) => `${given.name}さんを不在にしました。`,
        nowBack: (given: { name: string }) => `${given.name}さんが戻りました。`,
        substituted: (given: { name: string; substitute: string }) =>
          `${given.name}さんの代わりは${given.substitute}さんです。`,
      },
    },
    refusals: {
      'access.not-signed-in':
        'サインインの期限が切れました。もう一度サインインしてください。入力した内容は画面に残っています。',
      'access.not-allowed':
        'この操作の権限がありません。必要なときは、SVか管理者に頼んでください。',
      'access.no-member':
        'このアカウントは、どの会社のメンバーにもなっていません。管理者に登録を頼んでください。',
      'access.own-substitute': '本人を代わりの人にはできません。別の人を選んでください。',
      'access.not-your-name':
        'お客様に名乗る名前を変えられるのは、ご本人とSV・管理者だけです。ご本人に頼んでください。',
      'access.member-missing': 'そのメンバーは見つかりません。一覧を開き直してください。',
      ...reasons.ja,
    },
    events: {},
  },
  en: {
    words: {
      roles: {
        operator: 'Operator',
        supervisor: 'Supervisor',
        analyst: 'Analyst',
        visitor: 'Visitor',
        consultation: 'Consultation desk',
        department: 'Department',
        admin: 'Administrator',
      },
      organisation: {
        title: 'Company and business days',
        lead: 'Promised dates are counted in these days and hours.',
        name: 'Name of the company',
        workdays: 'Workdays',
        weekdays: weekdays.en,
        reasons: reasons.en,
        opens: 'Opens',
        closes: 'Closes',
        yearEnd: 'Year-end holidays',
        from: 'First day (MM-DD)',
        to: 'Last day (MM-DD)',
        closedOn: "The company's own holidays",
        openOn: 'Holidays that are worked',
        addDay: 'Add a day',
        halfWeekdays: 'Weekdays that close early',
        halfDays: 'Days that close early',
        weekday: 'Weekday',
        day: 'Date',
        closesAt: 'Closes at',
        addWeekday: 'Add a weekday',
        until: (given: { day: string; at: string }) => `${given.day} until ${given.at}`,
        removeHalf: (given: { half: string }) => `Remove ${given.half}`,
        remove: (given: { day: string }) => `Remove ${given.day}`,
        none: 'None',
        holidays: 'Coming national holidays',
        holidaysLead: 'Computed from the law. They are not business days.',
        save: 'Save business days',
        saved: 'Saved. Dates decided from now on use them.',
        restored: 'The business days are as they were before.',
        readOnly: 'Administrators can change this.',
      },
      members: {
        title: 'Members and absence',
        lead: 'While somebody is away, warnings about their promises also reach the substitute.',
        name: 'Name',
        businessName: 'Name told to customers',
        businessNameOf: (given) => `Name ${given.name} tells customers`,
        changeBusinessName: (given) => `Change the name ${given.name} tells customers`,
        ownName: 'their own name',
        useOwnName: 'Back to their own name',
        save: 'Save',
        leave: 'Cancel',
        nowCalled: (given) => `Customers know ${given.name} as ${given.businessName}.`,
        nowOwnName: (given) => `Customers know ${given.name} by their own name.`,
        role: 'Role',
        team: 'Team',
        away: 'Away',
        awayNamed: (given: { name: string }) => `${given.name} is away`,
        substitute: 'Substitute',
        substituteOf: (given: { name: string }) => `Substitute of ${given.name}`,
        nobody: 'Nobody yet',
        nowAway: (given: { name: string }) => `${given.name} is away.`,
        nowBack: (given: { name: string }) => `${given.name} is back.`,
        substituted: (given: { name: string; substitute: string }) =>
          `${given.substitute} stands in for ${given.name}.`,
      },
    },
    refusals: {
      'access.not-signed-in':
        'Your session has ended. Sign in again; what you typed is still on the screen.',
      'access.not-allowed':
        'You are not allowed to do this. Ask your supervisor or an administrator.',
      'access.no-member': 'This account belongs to no company. Ask an administrator to add you.',
      'access.own-substitute': 'Nobody can be their own substitute. Choose somebody else.',
      'access.not-your-name':
        'Only the person themselves, a supervisor or an administrator can change this name. Ask one of them.',
      'access.member-missing': 'That member was not found. Open the list again.',
      ...reasons.en,
    },
    events: {},
  },
})
