import { dictionary } from '#kernel/dictionary.ts'

/** Who calls the customer back, and when. */
type Told = { name: string; isNamed: boolean; day: string; from: string; until: string }

/** Where a request goes and why, who is meant by a name, and the rules of it in the settings. */
export const routingMessages = dictionary({
  ja: {
    words: {
      ask: {
        title: '引き継ぐ・折り返す',
        lead: 'お客様に、誰がいつまでに替わるかをお伝えしてから替わります。引き継ぎ票は記録から自動でできます。',
        kind: '誰に',
        kinds: { supervisor: '上司・責任者', 'named-person': '名指しされた人' },
        mode: 'どう替わりますか',
        modes: {
          connect: 'いま替わる',
          'call-back': '折り返しお電話する',
          watch: '自分が続け、SVに見てもらう',
        },
        recommended: {
          connect: 'いま替われる人がいます。お待たせせずに、おつなぎできます。',
          'call-back': 'お電話は終わっています。お時間をうかがって、折り返します。',
          'money-demanded':
            '金品のお求めがあります。人を替えずに、同じお返事を続けます。SVが見守ります。',
          'caller-will-not-let-go':
            'お話が長く続いています。人を替えずに、同じお返事を続けます。SVが見守ります。',
        },
        noConnect: {
          rule: (given: { name: string }) =>
            `${given.name ? `決まり「${given.name}」` : '会社の決まり'}により、いまは替わらず、折り返します。`,
          nobody: 'いま替われる人がいません。お待たせせずに、折り返しをお約束します。',
        },
        notFree: 'いまは選べません',
        best: (given: { way: string; why: string }) =>
          `おすすめは「${given.way}」です。${given.why}`,
        keep: '自分が続ける理由',
        keeping: {
          'own-mistake': '自分の応対のことだから',
          'caller-will-not-let-go': '電話を切らせていただけない',
          'money-demanded': '金品を求められている',
        },
        person: '名指しされた人',
        personHint: '例：前回の田中さん、店長',
        to: '頼む相手',
        anybody: 'いま出られるSV',
        away: '不在',
        reason: '伝えること',
        reasonHint: '例：説明が二転三転したとのことで、責任者とのお話をお望みです',
        say: 'お客様には',
        says: {
          connect:
            '「責任者に替わります。これまでのことは私から申し伝えますので、少々お待ちくださいませ。」',
          'call-back':
            '「責任者から折り返しお電話いたします。ご都合のよいお時間をお聞かせいただけますでしょうか。」',
          watch: '何も言わずに続けます。SVが記録を見守ります。',
        },
        saysKeeping: {
          'own-mistake':
            '「私の応対に行き届かないところがございました。申し訳ございません。このまま私が、最後まで承ります。」',
          'caller-will-not-let-go':
            '「ただいまのお話は、責任者にも伝えております。お返事は、会社として私から申し上げます。」',
          'money-demanded':
            '「この件は、私が会社を代表して承っております。お返事は、どの者がお答えしても変わりません。」',
        },
        saysWho: (given: { name: string; isNamed: boolean }) =>
          `「${given.isNamed ? '' : '責任者の'}${given.name}から折り返しお電話いたします。ご都合のよいお時間をお聞かせいただけますでしょうか。」`,
        saysWhen: (given: Told) =>
          `「${given.isNamed ? '' : '責任者の'}${given.name}が、${given.day}の${given.from}から${given.until}のあいだに、お電話いたします。」`,
        send: 'SVに頼む',
        sent: (given: { name: string }) => `${given.name}さんに頼みました。`,
        sentToDesk: 'SVに頼みました。',
      },
      callBack: {
        title: '折り返しの電話',
        lead: 'お客様が出られる時間をうかがって入れると、約束の台帳に残ります。',
        on: '日',
        from: '何時から',
        until: '何時まで',
        phone: '電話番号',
      },
      status: {
        title: 'SVへのお願い',
        waiting: (given: { kind: string; who: string | null; time: string }) =>
          `${given.kind}：${given.who ? `${given.who}さんは、` : ''}まだ見ていません（${given.time}）`,
        moved: (given: { from: string; to: string }) =>
          `${given.from}さんが見ないため、${given.to}さんに回りました`,
        promise: 'お客様には、折り返しをお約束してください',
        up: (given: { time: string }) => `見なければ ${given.time} に次の人へ`,
        again: (given: { time: string }) => `${given.time} にもう一度頼みます`,
        seen: (given: { name: string }) => `${given.name}さんが見ました`,
        accepted: (given: { name: string }) => `${given.name}さんが引き受けました`,
        returned: (given: { name: string; answer: string | null }) =>
          `${given.name}さんから戻りました${given.answer ? `：${given.answer}` : '。記録の返事をご覧ください'}`,
        withdraw: '取り下げる',
        withdrawReason: 'お客様が、そのままでよいとおっしゃったため',
      },
      goes: {
        connect: (given: { name: string }) => `${given.name}さんに、いま替わってもらいます`,
        'call-back': (given: { name: string }) => `${given.name}さんから、折り返します`,
        watch: (given: { name: string }) => `${given.name}さんに、見守ってもらいます`,
      },
      goesToDesk: (given: { name: string }) => `${given.name}が預かります`,
      leaders: 'SV全員',
      up: (given: { minutes: number }) => `${given.minutes}分見なければ、次の人へ回ります`,
      why: {
        named: 'お名前が挙がった人',
        chosen: '選んだ人',
        rule: (given: { name: string }) =>
          given.name ? `決まり「${given.name}」` : '会社の決まり',
        'stands-in': (given: { name: string }) => `${given.name}さんの代わり`,
        fewest: (given: { count: number }) => `待っているお願い${given.count}件`,
        nobody: 'いま出られる人がいません',
      },
      standings: {
        here: '画面の前にいる',
        unseen: '画面は開いていない',
        out: '離席中',
        'on-call': '通話中',
        away: '不在',
      },
      people: {
        title: '当てはまる人',
        none: '見つかりません。読みや「前に出た人」でも探せます。',
        name: '名前',
        reading: '読み',
        'business-name': '業務上の名前',
        position: '役職',
        spoke: (given: { number: string }) => `${given.number} でお話し`,
        owned: (given: { number: string }) => `${given.number} の担当`,
        'answers-for': (given: { name: string }) => `${given.name}さんの代わりに答える`,
        left: 'いまは窓口にいません',
        back: (given: { time: string }) => `${given.time} に戻る予定`,
        told: (given: { name: string }) => `お客様には「${given.name}」`,
      },
      settings: {
        title: '引き継ぎの決まり',
        lead: '上から順に見て、最初に当てはまった決まりで、誰に、どうつなぐかが決まります。何も書かなければ、手の空いたSVがすぐ替わり、いなければ折り返します。',
        none: 'まだ決まりはありません。手の空いたSVに、電話は3分、折り返しは30分で次の人へ回ります。',
        add: '決まりを加える',
        name: '決まりの名前',
        kind: '何のとき',
        kinds: {
          any: 'すべて',
          supervisor: '上司を希望',
          'named-person': '名指しの希望',
        },
        channel: '受付の経路',
        severity: '重さ',
        any: 'すべて',
        hours: '時間',
        hoursOf: { any: 'いつでも', open: '営業時間内', closed: '営業時間外' },
        mode: 'つなぎ方',
        modes: { connect: '手が空いていればすぐ', 'call-back': 'いつも折り返し' },
        to: '先に頼む人',
        byLoad: '在席と件数で選ぶ',
        connectMinutes: '電話で次へ回る（分）',
        callBackMinutes: '折り返しで次へ回る（分）',
        fallback: '誰も見ないとき預かる窓口',
        leaders: 'SV全員',
        up: '上へ',
        down: '下へ',
        remove: '消す',
        save: '決まりを保存する',
        saved: '引き継ぎの決まりを保存しました。',
        changed: (given: { name: string; time: string }) =>
          `${given.time} に${given.name}さんが変更`,
      },
    },
  },
  en: {
    words: {
      ask: {
        title: 'Hand over or call back',
        lead: 'Tell the customer who takes over and by when. The hand-over sheet makes itself from the record.',
        kind: 'To whom',
        kinds: { supervisor: 'A supervisor', 'named-person': 'The person asked for' },
        mode: 'How',
        modes: {
          connect: 'Take over now',
          'call-back': 'Call back',
          watch: 'I go on, a supervisor watches',
        },
        recommended: {
          connect: 'Somebody can take the line now.',
          'call-back': 'The call is over. Ask for a time and call back.',
          'money-demanded':
            'Money is asked for. The same person goes on giving the same answer; a supervisor watches.',
          'caller-will-not-let-go':
            'The talk does not end. The same person goes on giving the same answer; a supervisor watches.',
        },
        noConnect: {
          rule: (given: { name: string }) =>
            `${given.name ? `The rule “${given.name}”` : 'A rule of the company'} says to call back.`,
          nobody: 'Nobody can take the line now. Promise a call back instead of a wait.',
        },
        notFree: 'not possible now',
        best: (given: { way: string; why: string }) => `Better: “${given.way}”. ${given.why}`,
        keep: 'Why I go on',
        keeping: {
          'own-mistake': 'It is about my own handling',
          'caller-will-not-let-go': 'The caller will not let go',
          'money-demanded': 'Money is demanded',
        },
        person: 'The person asked for',
        personHint: 'Such as: Tanaka, the store manager',
        to: 'Ask',
        anybody: 'Any supervisor who is there',
        away: 'away',
        reason: 'What to tell them',
        reasonHint: 'Such as: our explanation changed twice; the customer wants somebody in charge',
        say: 'To the customer',
        says: {
          connect:
            '“I will put my supervisor through. I will tell them everything first; one moment, please.”',
          'call-back': '“My supervisor will call you back. When would suit you?”',
          watch: 'Say nothing and go on. A supervisor follows the record.',
        },
        saysKeeping: {
          'own-mistake':
            '“I did not handle this as I should have, and I am sorry. I will see it through myself.”',
          'caller-will-not-let-go':
            '“My supervisor knows what you have told me. I give you the answer of the company.”',
          'money-demanded':
            '“I answer for the company in this. Whoever you speak to, the answer is the same.”',
        },
        saysWho: (given: { name: string; isNamed: boolean }) =>
          `“${given.name} will call you back. When would suit you?”`,
        saysWhen: (given: Told) =>
          `“${given.name} will call you on ${given.day} between ${given.from} and ${given.until}.”`,
        send: 'Ask a supervisor',
        sent: (given: { name: string }) => `${given.name} was asked.`,
        sentToDesk: 'A supervisor was asked.',
      },
      callBack: {
        title: 'The call back',
        lead: 'Ask when the customer can take the call; it is kept as a promise in the ledger.',
        on: 'Day',
        from: 'From',
        until: 'Until',
        phone: 'Telephone',
      },
      status: {
        title: 'Requests to supervisors',
        waiting: (given: { kind: string; who: string | null; time: string }) =>
          `${given.kind}: not seen${given.who ? ` by ${given.who}` : ''} (${given.time})`,
        moved: (given: { from: string; to: string }) =>
          `${given.from} did not look; ${given.to} has it now`,
        promise: 'Promise the customer a call back',
        up: (given: { time: string }) => `goes to the next at ${given.time}`,
        again: (given: { time: string }) => `asked again at ${given.time}`,
        seen: (given: { name: string }) => `Seen by ${given.name}`,
        accepted: (given: { name: string }) => `${given.name} took over`,
        returned: (given: { name: string; answer: string | null }) =>
          `Given back by ${given.name}${given.answer ? `: ${given.answer}` : '. See the answer in the record'}`,
        withdraw: 'Withdraw',
        withdrawReason: 'The customer said it is fine as it is',
      },
      goes: {
        connect: (given: { name: string }) => `${given.name} takes the line now`,
        'call-back': (given: { name: string }) => `${given.name} calls back`,
        watch: (given: { name: string }) => `${given.name} watches`,
      },
      goesToDesk: (given: { name: string }) => `${given.name} keeps it`,
      leaders: 'all who lead',
      up: (given: { minutes: number }) => `goes to the next after ${given.minutes} min unseen`,
      why: {
        named: 'asked for by name',
        chosen: 'chosen by you',
        rule: (given: { name: string }) => (given.name ? `rule “${given.name}”` : 'company rule'),
        'stands-in': (given: { name: string }) => `stands in for ${given.name}`,
        fewest: (given: { count: number }) => `${given.count} requests waiting`,
        nobody: 'nobody is free now',
      },
      standings: {
        here: 'at the screen',
        unseen: 'no screen open',
        out: 'not at the desk',
        'on-call': 'on the phone',
        away: 'away',
      },
      people: {
        title: 'Who may be meant',
        none: 'Nobody found. Try the reading, or “who spoke before”.',
        name: 'name',
        reading: 'reading',
        'business-name': 'business name',
        position: 'title',
        spoke: (given: { number: string }) => `spoke in ${given.number}`,
        owned: (given: { number: string }) => `had ${given.number}`,
        'answers-for': (given: { name: string }) => `answers for ${given.name}`,
        left: 'no longer at the desk',
        back: (given: { time: string }) => `back on ${given.time}`,
        told: (given: { name: string }) => `told as “${given.name}”`,
      },
      settings: {
        title: 'Hand-over rules',
        lead: 'Read from the top; the first row that matches decides who gets a request and how. Without rows, a supervisor who is free takes over at once, else calls back.',
        none: 'No rules yet: to whoever is free, on to the next after 3 minutes on the phone, 30 for a call back.',
        add: 'Add a rule',
        name: 'Name of the rule',
        kind: 'When',
        kinds: { any: 'any', supervisor: 'wants a supervisor', 'named-person': 'names a person' },
        channel: 'Channel',
        severity: 'Severity',
        any: 'any',
        hours: 'Hours',
        hoursOf: { any: 'any time', open: 'while open', closed: 'while closed' },
        mode: 'How',
        modes: { connect: 'at once when free', 'call-back': 'always call back' },
        to: 'Ask first',
        byLoad: 'by presence and load',
        connectMinutes: 'On the phone, next after (min)',
        callBackMinutes: 'For a call back, next after (min)',
        fallback: 'Desk that keeps it when nobody looks',
        leaders: 'all who lead',
        up: 'Up',
        down: 'Down',
        remove: 'Remove',
        save: 'Save the rules',
        saved: 'The hand-over rules were saved.',
        changed: (given: { name: string; time: string }) =>
          `changed ${given.time} by ${given.name}`,
      },
    },
  },
})
