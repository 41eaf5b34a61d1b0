import { dictionary } from '#kernel/dictionary.ts'

/** The measures of an employer: on the screen and on paper. The items are our words for the guideline, not its text. */
export const dutiesMessages = dictionary({
  ja: {
    words: {
      title: '事業主の措置',
      lead: 'カスタマーハラスメントについて、会社がしておくことの一覧です。項目ごとに、根拠、担当、見直す日を書いておけます。',
      notAdvice:
        '法的助言ではありません。判断に迷うときは、社会保険労務士や弁護士に確かめてください。',
      source: (given: { on: string }) =>
        `もとにしたもの：労働施策総合推進法33条（2026年10月1日施行）と、その指針が求める措置。言葉は要約です。${given.on}に確認。`,
      groups: {
        policy: '方針をはっきりさせ、知らせる',
        desk: '相談できる体制をつくる',
        after: '起きたあと、早く適切に対応する',
        deterrence: '特に悪質なものを抑える',
        along: 'あわせて行うこと',
      },
      items: {
        'policy-stance': {
          title: '働く人を守る方針を決める',
          detail: 'カスハラには毅然と対応し、働く人を守ることを、会社の方針として文書にする。',
        },
        'policy-told': {
          title: '方針を全員に知らせる',
          detail: '雇い方や勤務地によらず、全員が読めるようにし、読んだことを確かめる。',
        },
        'policy-how': {
          title: '何が当たり得るか、どう対応するかを知らせる',
          detail:
            'できるだけ一人で対応しない、すぐ上の人に知らせる、犯罪に当たり得るときは通報する、録音や録画をする、などの手順を示す。',
        },
        'desk-set': {
          title: '相談窓口を決めて、知らせる',
          detail: '誰に、どう相談できるかを前もって決め、全員に知らせる。',
        },
        'desk-able': {
          title: '迷う段階の相談にも応じられるようにする',
          detail:
            '起きるおそれがあるときや、当たるか分からないときも受ける。担当への研修と手順を用意する。',
        },
        'after-facts': {
          title: '事実を、早く正確に確かめる',
          detail: '言葉、行い、日時、居合わせた人を、記録と話から確かめる。',
        },
        'after-care': {
          title: '被害を受けた人に配慮する',
          detail: '一人にしない、担当を替わる、面談、休み、産業医などにつなぐ。',
        },
        'after-prevention': {
          title: '繰り返さないようにする',
          detail: '方針を知らせ直し、原因になった手順や商品、サービスも見直す。',
        },
        'deterrence-decided': {
          title: '特に悪質なものへの対処を決めて、知らせる',
          detail:
            '警告、お取引や来店のお断り、警察や弁護士への相談など、誰がどこで決めるかを定める。',
        },
        'deterrence-able': {
          title: '決めた対処を行える体制にする',
          detail: '決める人、連絡先、文面、記録の残し方を、すぐ使えるように用意する。',
        },
        'along-privacy': {
          title: '相談した人と関わる人のプライバシーを守る',
          detail: '記録を読める人を限り、守り方を定めて、全員に知らせる。',
        },
        'along-no-detriment': {
          title: '不利益な取扱いをしないと定めて、知らせる',
          detail: '相談したこと、事実の確認に協力したことを理由に、不利に扱わないと文書で定める。',
        },
        'along-rights': {
          title: '正当な申し出と合理的配慮を妨げない',
          detail:
            '消費者の権利、障害のある方の配慮の求め、業法の応じる義務、命に関わる場面に注意する。',
        },
        'along-cooperation': {
          title: 'ほかの会社から協力を求められたら応じる',
          detail:
            '自社の人が取引先の人に対して行ったときの、確認への協力の受け方を決める（努力義務）。',
        },
      },
      states: { 'not-yet': 'これから', partly: '途中', done: 'できている' },
      progress: (given: { done: number; of: number }) => `${given.of}項目のうち${given.done}項目`,
      reviewOver: '見直す日を過ぎています',
      owner: '担当',
      noOwner: '決まっていません',
      doneOn: '行った日',
      reviewOn: '次に見直す日',
      evidence: '根拠',
      noEvidence: 'まだありません',
      evidenceWords: '文書の名前と置き場所',
      evidenceUrl: 'アドレス（あれば）',
      addEvidence: '根拠を加える',
      removeEvidence: (given: { words: string }) => `${given.words}を外す`,
      note: '覚え書き',
      own: '言葉を会社に合わせて直す',
      ownTitle: '項目の名前',
      ownDetail: '説明',
      state: '状態',
      edit: '書く',
      editLabel: (given: { title: string }) => `「${given.title}」を書く`,
      save: '保存する',
      saved: '保存しました。',
      add: '項目を加える',
      group: 'どこに入れるか',
      print: 'PDFで見る',
      figures: {
        policy: (given: { version: number; on: string }) =>
          `方針 第${given.version}版（${given.on}）`,
        noPolicy: '方針はまだ公開されていません',
        acknowledged: (given: { count: number; of: number }) =>
          `${given.of}人のうち${given.count}人が読みました`,
        counsellors: (given: { count: number }) => `相談窓口の担当 ${given.count}人`,
        fromRecord: 'うけとめの記録から',
      },
      policy: {
        title: 'カスタマーハラスメントへの方針',
        lead: '公開すると、全員の「相談窓口」の画面に出て、読んだことの確認をお願いします。誰が読んだかは表示されません。',
        words: '方針の本文',
        publish: (given: { version: number }) => `第${given.version}版として公開する`,
        published: '公開しました。',
      },
      counsellors: {
        title: '相談窓口の担当',
        lead: '加えた人には、これまでの相談も見えます。加えたこと、外したことは記録され、窓口の全員に表示されます。',
        add: '窓口に加える',
        remove: '窓口から外す',
        removeLabel: (given: { name: string }) => `${given.name}さんを窓口から外す`,
        who: '加える人',
        added: '窓口に加えました。',
        removed: '窓口から外しました。',
      },
      made: (given: { time: string }) => `${given.time} うけとめで作成`,
    },
  },
  en: {
    words: {
      title: 'Employer’s measures',
      lead: 'What a company does about harassment by customers. Each item has evidence, an owner and a day of review.',
      notAdvice: 'This is not legal advice. In doubt, ask a labour consultant or a lawyer.',
      source: (given: { on: string }) =>
        `After art. 33 of the Act on Comprehensive Promotion of Labour Policies (in force since 2026-10-01) and its guideline, in our own words. Checked on ${given.on}.`,
      groups: {
        policy: 'A clear policy that everybody knows',
        desk: 'A desk to turn to',
        after: 'Quick and proper care afterwards',
        deterrence: 'Deterring what is especially vicious',
        along: 'Along with these',
      },
      items: {
        'policy-stance': {
          title: 'Decide to protect staff',
          detail: 'A written policy: firm towards harassment, protecting those who work here.',
        },
        'policy-told': {
          title: 'Tell everybody the policy',
          detail: 'Whatever their contract or place of work; make sure that it was read.',
        },
        'policy-how': {
          title: 'Say what may count and what to do',
          detail:
            'Not alone if possible, tell a manager at once, call the police when it may be a crime, record sound or pictures.',
        },
        'desk-set': {
          title: 'Set up a desk and make it known',
          detail: 'Decide beforehand whom to turn to and how, and tell everybody.',
        },
        'desk-able': {
          title: 'Listen to doubtful cases, too',
          detail: 'Also when something is only feared or unclear. Train and brief the desk.',
        },
        'after-facts': {
          title: 'Find the facts quickly and accurately',
          detail: 'Words, acts, times and witnesses, from the record and from people.',
        },
        'after-care': {
          title: 'Care for the person harmed',
          detail: 'Not left alone, relieved, interviewed, given leave, led to a doctor.',
        },
        'after-prevention': {
          title: 'Prevent it from happening again',
          detail: 'Tell the policy again; mend the procedure, product or service behind it.',
        },
        'deterrence-decided': {
          title: 'Decide on especially vicious cases and tell staff',
          detail: 'Warning, refusal of trade or entry, police, lawyer: who decides, and where.',
        },
        'deterrence-able': {
          title: 'Be able to carry it out',
          detail: 'Deciders, contacts, texts and records ready to be used.',
        },
        'along-privacy': {
          title: 'Protect the privacy of those concerned',
          detail: 'Few may read the records; how they are protected is written and known.',
        },
        'along-no-detriment': {
          title: 'No detriment, in writing',
          detail: 'Nobody is worse off for consulting or for helping to find the facts.',
        },
        'along-rights': {
          title: 'Keep proper complaints and reasonable accommodation open',
          detail: 'Consumer rights, disability, duties to serve, and danger to life.',
        },
        'along-cooperation': {
          title: 'Help other employers who ask',
          detail: 'When one of ours harassed staff of a business partner (duty of effort).',
        },
      },
      states: { 'not-yet': 'To do', partly: 'Begun', done: 'Done' },
      progress: (given: { done: number; of: number }) => `${given.done} of ${given.of} items`,
      reviewOver: 'The review is over its day',
      owner: 'Owner',
      noOwner: 'Nobody yet',
      doneOn: 'Done on',
      reviewOn: 'Next review',
      evidence: 'Evidence',
      noEvidence: 'None yet',
      evidenceWords: 'Name of the document and where it lies',
      evidenceUrl: 'Address, if any',
      addEvidence: 'Add evidence',
      removeEvidence: (given: { words: string }) => `Remove ${given.words}`,
      note: 'Note',
      own: 'Put it in the company’s words',
      ownTitle: 'Name of the item',
      ownDetail: 'Explanation',
      state: 'State',
      edit: 'Write',
      editLabel: (given: { title: string }) => `Write on “${given.title}”`,
      save: 'Save',
      saved: 'Saved.',
      add: 'Add an item',
      group: 'Where it belongs',
      print: 'See as PDF',
      figures: {
        policy: (given: { version: number; on: string }) =>
          `Policy, version ${given.version} (${given.on})`,
        noPolicy: 'No policy is published yet',
        acknowledged: (given: { count: number; of: number }) =>
          `${given.count} of ${given.of} people have read it`,
        counsellors: (given: { count: number }) => `At the desk: ${given.count}`,
        fromRecord: 'From the record of Uketome',
      },
      policy: {
        title: 'Policy on harassment by customers',
        lead: 'Once published, everybody is asked on their page of the desk to confirm that they have read it. Who has is not shown.',
        words: 'Text of the policy',
        publish: (given: { version: number }) => `Publish as version ${given.version}`,
        published: 'Published.',
      },
      counsellors: {
        title: 'At the consultation desk',
        lead: 'Whoever is added also sees earlier consultations. Adding and removing is recorded and shown to the whole desk.',
        add: 'Put on the desk',
        remove: 'Take off the desk',
        removeLabel: (given: { name: string }) => `Take ${given.name} off the desk`,
        who: 'Who',
        added: 'Added to the desk.',
        removed: 'Taken off the desk.',
      },
      made: (given: { time: string }) => `Made by Uketome on ${given.time}`,
    },
  },
})
