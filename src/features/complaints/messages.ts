import { dictionary } from '#kernel/dictionary.ts'

export const complaintsMessages = dictionary({
  ja: {
    words: {
      complaint: '苦情',
      number: '受付番号',
      customer: 'お客様',
      sama: (given: { name: string }) =>
        /[様殿]$/.test(given.name) ? given.name : `${given.name} 様`,
      unknownCustomer: 'お名前未確認',
      noOwner: '担当なし',
      owner: (given: { name: string }) => `担当 ${given.name}`,
      received: '受付',
      channels: {
        phone: '電話',
        mail: 'メール',
        'web-form': 'Webフォーム',
        chat: 'チャット',
        counter: '窓口',
        letter: '手紙',
        visit: '訪問',
        review: '口コミ',
        import: '取り込み',
        api: '外部連携',
      },
      states: {
        received: '受付済み',
        handling: '対応中',
        'awaiting-agreement': '合意待ち',
        closed: '終了',
      },
      severities: { low: '重要度 低', medium: '重要度 中', high: '重要度 高', critical: '重大' },
      causes: {
        expectation: '期待とのギャップ',
        defect: '製品・サービスの欠陥',
        attitude: '不適切な応対',
        misunderstanding: '誤解・情報不足',
        emotion: '感情的要因',
      },
      functions: {
        product: '製品',
        logistics: '物流',
        sales: '営業',
        store: '店舗',
        support: 'サポート',
        billing: '請求',
        desk: 'お客様窓口',
        other: 'その他',
      },
      outcomes: {
        resolved: '解決',
        'partly-resolved': '一部解決',
        declined: 'ご要望をお断り',
        withdrawn: 'お申し出の取り下げ',
        'no-contact': '連絡がつかず',
      },
      factTopics: {
        what: '何が',
        when: 'いつ',
        where: 'どこで',
        who: '誰が',
        how: 'どのように',
        harm: '被害・けが',
        cause: '原因',
        contract: '契約・説明',
      },
      attributions: {
        us: '当社',
        customer: 'お客様',
        'third-party': '第三者',
        nobody: '誰のせいでもない',
        unknown: 'まだ分からない',
      },
      demandKinds: {
        refund: '返金',
        exchange: '交換',
        repair: '修理',
        explanation: '説明',
        apology: '謝罪',
        compensation: '補償・金品',
        visit: '訪問',
        document: '書面',
        deadline: '期限の指定',
        prostration: '土下座',
        punishment: '担当者の処分',
        'personal-info': '個人情報の開示',
        other: 'その他',
      },
      demandAnswers: { accepted: 'お受けした', declined: 'お断りした', deferred: '持ち帰り' },
      harms: {
        none: 'けがはない',
        'near-miss': 'けがをしかけた',
        injured: 'けがをされた',
        unknown: '確認中',
      },
      factStates: { claimed: 'お申し出', confirmed: '確認済み', withdrawn: '取り下げ' },
      badges: {
        safety: '安全',
        broken: '約束超過',
        escalated: 'SV対応',
      },
      views: {
        open: '未解決',
        mine: '自分の担当',
        unassigned: '担当なし',
        'due-today': 'きょうが期限',
        broken: '約束が過ぎた',
        safety: '安全にかかわる',
        escalated: 'SV対応中',
        closed: '終了',
        all: 'すべて',
      },
    },
    refusals: {
      'complaints.missing':
        'その苦情は見つかりません。受付番号を確かめて、受信箱から開き直してください。',
      'complaints.changed-meanwhile':
        '開いているあいだに、ほかの人が記録を書き足しました。下の変更を見てから、もう一度送ってください。書いた内容は残っています。',
      'complaints.command-reused':
        '同じ操作の控えが、別の内容で届きました。画面を開き直してから、もう一度送ってください。',
      'complaints.received-twice':
        'この苦情はもう受け付けています。受信箱から続きを進めてください。',
      'complaints.concern-missing':
        'そのお困りごとは見つかりません。記録を開き直して、もう一度選んでください。',
      'complaints.fact-missing':
        'その事実は見つかりません。記録を開き直して、もう一度選んでください。',
      'complaints.demand-missing':
        'そのご要望は見つかりません。記録を開き直して、もう一度選んでください。',
      'complaints.refusal-without-ground':
        'お断りするときは、根拠（規定の条項など）と代わりにできることを書いてください。',
      'complaints.already-closed':
        'この苦情はもう終了しています。続けるには、理由を書いて再開してください。',
      'complaints.not-closed': 'この苦情はまだ終了していません。そのまま続けられます。',
      'complaints.call-going-on': '通話中です。通話を終えてから、苦情を終了してください。',
      'complaints.promises-open': (given: { promises: readonly { words: string }[] }) =>
        `守っていない約束が残っています：${given.promises.map((promise) => `「${promise.words}」`).join('')}。守ったと記録するか、日時を相談し直してから終了してください。`,
      'complaints.safety-unchecked':
        'けがや危険がなかったか、まだ確かめていません。安全の確認を記録してから終了してください。',
      'complaints.agreement-missing':
        '「解決」で終えるには、お客様と合意した内容が要ります。復唱した言葉をそのまま書いてください。',
      'complaints.reason-missing':
        '合意がないまま終えるときは、その理由を書いてください。あとで見た人にも分かるように。',
      'complaints.customer-unnamed':
        'どのお客様か決められません。お名前・電話番号・メールのどれかを書くか、候補から選んでください。',
      'complaints.erase-open':
        '対応中の苦情の個人情報は消せません。苦情を終了してから、もう一度お試しください。',
    },
    events: {
      'complaints.evidence-added': ({ name }: { name: string }) =>
        `証拠「${name}」を記録に加えました。`,
      'complaints.received': ({ number }: { number: string }) => `${number} として受け付けました。`,
      'complaints.described': 'お申し出の内容を書き足しました。',
      'complaints.customer-identified': ({ name }: { name?: string | undefined }) =>
        name ? `お客様は ${name} 様と確かめました。` : 'お客様のご連絡先を記録しました。',
      'complaints.noted': ({ text }: { text: string }) => text,
      'complaints.concern-raised': ({ words }: { words: string }) => `お困りのこと：「${words}」`,
      'complaints.concern-settled': ({ how }: { how: string }) =>
        `お困りごとが落ち着きました：${how}`,
      'complaints.fact-claimed': ({ statement, source }: { statement: string; source: string }) =>
        `お申し出：${statement}（${source}）`,
      'complaints.fact-confirmed': ({ statement, source }: { statement: string; source: string }) =>
        `事実を確認しました：${statement}（${source}）`,
      'complaints.fact-withdrawn': ({ reason }: { reason: string }) =>
        `事実の記録を取り下げました：${reason}`,
      'complaints.safety-checked': ({ words }: { words: string }) => `安全を確かめました：${words}`,
      'complaints.demand-made': ({ words }: { words: string }) => `ご要望：「${words}」`,
      'complaints.demand-answered': ({ words }: { words: string }) =>
        `ご要望への返事：「${words}」`,
      'complaints.assessed': ({ reason }: { reason: string }) => `重要度を見立てました：${reason}`,
      'complaints.cause-found': ({ detail }: { detail: string }) => `原因が分かりました：${detail}`,
      'complaints.assigned': ({ memberName }: { memberName: string }) =>
        `担当は ${memberName} になりました。`,
      'complaints.closed': ({
        agreement,
        reason,
      }: {
        agreement: { words: string } | null
        reason: string | null
      }) =>
        agreement
          ? `合意して終了しました：「${agreement.words}」`
          : `終了しました：${reason ?? ''}`,
      'complaints.reopened': ({ reason }: { reason: string }) => `再開しました：${reason}`,
      'complaints.personal-data-erased': ({ reason }: { reason: string }) =>
        `個人情報を消しました：${reason}`,
    },
  },
  en: {
    words: {
      complaint: 'Complaint',
      number: 'Number',
      customer: 'Customer',
      sama: (given: { name: string }) => given.name,
      unknownCustomer: 'Name not known yet',
      noOwner: 'Unassigned',
      owner: (given: { name: string }) => given.name,
      received: 'Received',
      channels: {
        phone: 'Phone',
        mail: 'E-mail',
        'web-form': 'Web form',
        chat: 'Chat',
        counter: 'Counter',
        letter: 'Letter',
        visit: 'Visit',
        review: 'Review',
        import: 'Import',
        api: 'API',
      },
      states: {
        received: 'Received',
        handling: 'In progress',
        'awaiting-agreement': 'Awaiting agreement',
        closed: 'Closed',
      },
      severities: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
      causes: {
        expectation: 'Gap in expectation',
        defect: 'Defect of product or service',
        attitude: 'Improper manner',
        misunderstanding: 'Misunderstanding',
        emotion: 'Emotion',
      },
      functions: {
        product: 'Product',
        logistics: 'Logistics',
        sales: 'Sales',
        store: 'Store',
        support: 'Support',
        billing: 'Billing',
        desk: 'Customer desk',
        other: 'Other',
      },
      outcomes: {
        resolved: 'Resolved',
        'partly-resolved': 'Partly resolved',
        declined: 'Declined',
        withdrawn: 'Withdrawn',
        'no-contact': 'Could not be reached',
      },
      factTopics: {
        what: 'What',
        when: 'When',
        where: 'Where',
        who: 'Who',
        how: 'How',
        harm: 'Harm',
        cause: 'Cause',
        contract: 'Contract and explanation',
      },
      attributions: {
        us: 'Us',
        customer: 'The customer',
        'third-party': 'A third party',
        nobody: 'Nobody',
        unknown: 'Not known yet',
      },
      demandKinds: {
        refund: 'Refund',
        exchange: 'Exchange',
        repair: 'Repair',
        explanation: 'Explanation',
        apology: 'Apology',
        compensation: 'Compensation',
        visit: 'Visit',
        document: 'A document',
        deadline: 'A deadline',
        prostration: 'Prostration',
        punishment: 'Punishment of staff',
        'personal-info': 'Personal information',
        other: 'Other',
      },
      demandAnswers: { accepted: 'Accepted', declined: 'Declined', deferred: 'Deferred' },
      harms: {
        none: 'Nobody hurt',
        'near-miss': 'Nearly hurt',
        injured: 'Somebody hurt',
        unknown: 'Not known yet',
      },
      factStates: { claimed: 'Claimed', confirmed: 'Confirmed', withdrawn: 'Withdrawn' },
      badges: { safety: 'Safety', broken: 'Promise broken', escalated: 'With supervisor' },
      views: {
        open: 'Open',
        mine: 'Mine',
        unassigned: 'Unassigned',
        'due-today': 'Due today',
        broken: 'Promise broken',
        safety: 'Safety',
        escalated: 'With supervisor',
        closed: 'Closed',
        all: 'All',
      },
    },
    refusals: {
      'complaints.missing':
        'That complaint was not found. Check the number and open it from the inbox.',
      'complaints.changed-meanwhile':
        'Somebody else added to the record while you had it open. Look at what changed below, then send again. What you wrote is kept.',
      'complaints.command-reused':
        'The same command arrived with other content. Open the page again and send it once more.',
      'complaints.received-twice':
        'This complaint has already been received. Go on from the inbox.',
      'complaints.concern-missing':
        'That concern was not found. Open the record again and choose it.',
      'complaints.fact-missing': 'That fact was not found. Open the record again and choose it.',
      'complaints.demand-missing':
        'That demand was not found. Open the record again and choose it.',
      'complaints.refusal-without-ground':
        'To decline, write the ground (such as a clause) and what can be done instead.',
      'complaints.already-closed': 'This complaint is closed. Reopen it with a reason to go on.',
      'complaints.not-closed': 'This complaint is not closed. You can simply go on.',
      'complaints.call-going-on': 'A call is going on. End the call before closing the complaint.',
      'complaints.promises-open': (given) =>
        `Promises are still open: ${given.promises.map((promise) => promise.words).join(', ')}. Keep or renegotiate them before closing.`,
      'complaints.safety-unchecked':
        'Nobody has checked yet whether anybody was hurt. Record the safety check before closing.',
      'complaints.agreement-missing':
        'To close as resolved, write what the customer agreed to, in the words you repeated.',
      'complaints.reason-missing': 'To close without an agreement, write the reason why.',
      'complaints.customer-unnamed':
        'It is not clear which customer this is. Write a name, a telephone number or an address, or choose one.',
      'complaints.erase-open':
        'Personal data of an open complaint cannot be erased. Close the complaint first.',
    },
    events: {
      'complaints.evidence-added': ({ name }) => `“${name}” was added as evidence.`,
      'complaints.received': ({ number }) => `Received as ${number}.`,
      'complaints.described': 'Details were added.',
      'complaints.customer-identified': ({ name }) =>
        name ? `The customer is ${name}.` : 'Contact details of the customer were recorded.',
      'complaints.noted': ({ text }) => text,
      'complaints.concern-raised': ({ words }) => `Concern: “${words}”`,
      'complaints.concern-settled': ({ how }) => `Concern settled: ${how}`,
      'complaints.fact-claimed': ({ statement, source }) => `Claimed: ${statement} (${source})`,
      'complaints.fact-confirmed': ({ statement, source }) => `Confirmed: ${statement} (${source})`,
      'complaints.fact-withdrawn': ({ reason }) => `Fact withdrawn: ${reason}`,
      'complaints.safety-checked': ({ words }) => `Safety checked: ${words}`,
      'complaints.demand-made': ({ words }) => `Demand: “${words}”`,
      'complaints.demand-answered': ({ words }) => `Answer to the demand: “${words}”`,
      'complaints.assessed': ({ reason }) => `Assessed: ${reason}`,
      'complaints.cause-found': ({ detail }) => `Cause found: ${detail}`,
      'complaints.assigned': ({ memberName }) => `Assigned to ${memberName}.`,
      'complaints.closed': ({ agreement, reason }) =>
        agreement ? `Closed with the agreement: “${agreement.words}”` : `Closed: ${reason ?? ''}`,
      'complaints.reopened': ({ reason }) => `Reopened: ${reason}`,
      'complaints.personal-data-erased': ({ reason }) => `Personal data erased: ${reason}`,
    },
  },
})
