import { dictionary } from '#kernel/dictionary.ts'

type Quoted = { words: string }
type Named = { name: string }
type Count = { count: number }
type Minutes = { minutes: number }
type Measured = { minutes: number; insults: number; threats: number; hours: number }

export const wellbeingMessages = dictionary({
  ja: {
    refusals: {
      'wellbeing.nobody-acts':
        'こころの手当ては、サインインした人のものです。サインインしてから開いてください。',
      'wellbeing.break-length': ({ minutes }: { minutes: readonly number[] }) =>
        `休憩の長さは、${minutes.join('分・')}分から選んでください。`,
      'wellbeing.words-hurt': ({ words }: Quoted) =>
        `「${words}」は、きつく届くおそれがあります。別の言い方にしてお送りください。`,
      'wellbeing.words-press': ({ words }: Quoted) =>
        `「${words}」は、急かしたり小さく見たりするように届くことがあります。「おつかれさま」だけでも十分届きます。`,
      'wellbeing.words-to-oneself': '仲間の名前を選んでからお送りください。',
      'wellbeing.nobody-at-desk':
        '相談窓口の人が、まだ決まっていません。外の窓口に電話するか、管理者に窓口の担当を決めてもらってください。',
      'wellbeing.check-missing':
        'その確認は、もう消えています。残っているものを選ぶか、言葉だけで渡してください。',
      'wellbeing.nothing-to-pass': '渡す言葉を書くか、確認をひとつ選んでください。',
    },
    words: {
      title: 'こころの手当て',
      lead: 'ここは、あなただけの場所です。受けた負担も、休憩も、調子も、届いた言葉も、ほかの人には見えません。成績にも分析にも使いません。',
      open: 'こころの手当てを開く',
      offer: {
        title: 'ひと息いれませんか',
        why: {
          exposure: 'きつい話が続きました。少し離れても大丈夫です。',
          ended: '終えるべき話を、終えてくださいました。少し休んでください。',
          colleague: '少し休んでほしい、と声がかかっています。',
        },
        minutes: ({ minutes }: Minutes) => `${minutes}分休む`,
        fine: 'いまは大丈夫',
        private: '休んでも断っても、理由は誰にも伝わりません。',
        unread: ({ count }: Count) => `仲間から言葉が${count}通届いています`,
        onBreak: ({ time }: { time: string }) => `${time}まで休憩`,
        onBreakDetail: '新しい苦情と引き継ぎは、それまで来ません。',
        back: '戻る',
        began: ({ time }: { time: string }) =>
          `${time}まで、新しい苦情は来ません。ゆっくりしてください。`,
        ended: 'おかえりなさい。',
      },
      rest: {
        title: '休憩',
        lead: '申し出がなくても、いつでも休めます。休憩のあいだは何も割り当てられず、その時間に来る約束は、ほかの人が代わります。',
      },
      mine: {
        title: 'この2週間に受けたもの',
        lead: '通話と訪問の記録から数えています。日がたつほど軽くなります。',
        none: 'きつい話は、記録にありません。',
        noneDetail:
          '怒鳴り声、侮辱、脅し、引き留めなどのあった通話と、警報の鳴った訪問が、終わったあとでここに並びます。',
        now: 'いま残っている重さ',
        sum: '2週間の合計',
        minutes: ({ minutes }: Minutes) => `きつい話 ${minutes}分`,
        insults: ({ count }: Count) => `侮辱 ${count}回`,
        threats: ({ count }: Count) => `脅し ${count}回`,
        alarms: ({ count }: Count) => `警報 ${count}回`,
        call: '通話',
        visit: '訪問',
        breaks: ({ count }: Count) => `休憩 ${count}回`,
        measure: ({ minutes, insults, threats, hours }: Measured) =>
          `当社基準：きつい話${minutes}分、侮辱${insults}回、脅し${threats}回のどれかで休憩をお勧めします。重さは${hours}時間で半分になります。`,
        shipped: '出荷時のままの目安です。',
        setBy: ({ name, day }: { name: string; day: string }) => `${day} ${name}さんが決めました。`,
      },
      relief: {
        title: '交代を',
        lead: 'ひと息いれてもらう人です。理由や回数は、本人だけのものです。',
        none: 'いま、交代の要る人はいません。',
        offer: '休憩を勧める',
        offerNamed: ({ name }: Named) => `${name}さんに休憩を勧める`,
        offered: ({ name }: Named) =>
          `${name}さんに届けました。どう答えたかは、本人だけのものです。`,
        meanwhile: '代わりにお願いする約束',
        owner: ({ name }: Named) => `${name}さんの約束`,
        taker: '代わる人',
        choose: '選んでください',
        give: 'お願いする',
        reason: '席を外しているあいだの代わり',
        given: ({ name }: Named) => `${name}さんの約束になりました。`,
      },
      outside: {
        title: '話せるところ',
        desk: ({ names }: { names: string }) =>
          `社内の相談窓口：${names}。あなたが渡したものだけが届きます。`,
        noDesk: '社内の相談窓口の担当が、まだ決まっていません。管理者が「会社と人」で決めます。',
        pass: '相談窓口に渡す',
        helplines: '社外の窓口',
        note: '医療や法律の助言ではありません。番号と時間は変わることがあります。命にかかわるときは119へ。',
        checked: ({ day }: { day: string }) => `${day} 確認`,
      },
    },
  },
  en: {
    refusals: {
      'wellbeing.nobody-acts': 'This is for somebody who is signed in. Sign in and open it again.',
      'wellbeing.break-length': ({ minutes }) => `Choose a break of ${minutes.join(', ')} minutes.`,
      'wellbeing.words-hurt': ({ words }) =>
        `“${words}” may hurt. Please say it in another way and send it again.`,
      'wellbeing.words-press': ({ words }) =>
        `“${words}” may sound like pressure, or make light of it. A simple “thank you for today” is enough.`,
      'wellbeing.words-to-oneself': 'Choose a colleague first.',
      'wellbeing.nobody-at-desk':
        'Nobody is at the consultation desk yet. Call one of the lines outside, or ask an administrator to appoint somebody.',
      'wellbeing.check-missing':
        'That check is gone. Choose another, or pass on your words without one.',
      'wellbeing.nothing-to-pass': 'Write what you want to pass on, or choose a check.',
    },
    words: {
      title: 'Care',
      lead: 'This place is yours alone. Nobody else sees what you had to bear, your breaks, how you are, or what was sent to you. It enters no performance figure and no analysis.',
      open: 'Open care',
      offer: {
        title: 'Time for a breath?',
        why: {
          exposure: 'That was a lot. It is fine to step away for a while.',
          ended: 'You ended a talk that had to be ended. Please take a rest.',
          colleague: 'Somebody would like you to have a rest.',
        },
        minutes: ({ minutes }) => `${minutes} minutes`,
        fine: 'I am fine now',
        private: 'Whatever you choose, nobody is told why.',
        unread: ({ count }) => `Words from colleagues: ${count}`,
        onBreak: ({ time }) => `On a break until ${time}`,
        onBreakDetail: 'No new complaints and no hand-overs until then.',
        back: 'Come back',
        began: ({ time }) => `Nothing new will come until ${time}. Take your time.`,
        ended: 'Welcome back.',
      },
      rest: {
        title: 'A break',
        lead: 'You can take one at any time. Nothing is assigned to you meanwhile, and promises that come due are kept by somebody else.',
      },
      mine: {
        title: 'What the last two weeks asked of you',
        lead: 'Counted from the record of calls and visits. It weighs less every day.',
        none: 'There is no hard talk in the record.',
        noneDetail:
          'Calls with shouting, insults, threats or somebody who would not let go, and visits with an alarm, appear here when they are over.',
        now: 'What still weighs',
        sum: 'In two weeks',
        minutes: ({ minutes }) => `hard talk ${minutes} min`,
        insults: ({ count }) => `insults ${count}`,
        threats: ({ count }) => `threats ${count}`,
        alarms: ({ count }) => `alarms ${count}`,
        call: 'Call',
        visit: 'Visit',
        breaks: ({ count }) => `breaks ${count}`,
        measure: ({ minutes, insults, threats, hours }) =>
          `Our measure: a break is offered after ${minutes} minutes of hard talk, ${insults} insults or ${threats} threats. The weight halves in ${hours} hours.`,
        shipped: 'As shipped; nobody has changed it.',
        setBy: ({ name, day }) => `Set by ${name} on ${day}.`,
      },
      relief: {
        title: 'To be relieved',
        lead: 'Let them have a breath. Why, and how much, is theirs alone.',
        none: 'Nobody needs relief now.',
        offer: 'Offer a break',
        offerNamed: ({ name }) => `Offer ${name} a break`,
        offered: ({ name }) => `${name} has been asked. What they answer is theirs alone.`,
        meanwhile: 'Promises for somebody else to keep',
        owner: ({ name }) => `Promise of ${name}`,
        taker: 'Who keeps it',
        choose: 'Choose',
        give: 'Hand over',
        reason: 'While the owner is not at the desk',
        given: ({ name }) => `${name} has it now.`,
      },
      outside: {
        title: 'Somebody to talk to',
        desk: ({ names }) => `Consultation desk: ${names}. Only what you pass on reaches them.`,
        noDesk:
          'Nobody is at the consultation desk yet. Administrators appoint somebody in the settings.',
        pass: 'Pass to the desk',
        helplines: 'Outside the company',
        note: 'This is no medical or legal advice. Numbers and hours change. If a life is in danger, call 119.',
        checked: ({ day }) => `checked ${day}`,
      },
    },
  },
})
