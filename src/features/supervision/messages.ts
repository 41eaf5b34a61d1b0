import { dictionary } from '#kernel/dictionary.ts'

type Whispered = { text: string; byName: string }
type Answered = { answer: 'understood' | 'take-over'; byName: string }
type TakenOver = { fromName: string; toName: string; reason: string }

export const supervisionMessages = dictionary({
  ja: {
    refusals: {
      'supervision.call-missing':
        'その通話は見つかりません。SVボードに戻って、開き直してください。',
      'supervision.call-over': 'この通話はもう終わっています。続きは苦情の記録をご覧ください。',
      'supervision.whisper-empty': 'ささやく言葉を書いてから届けてください。',
      'supervision.whisper-too-long': ({ length, most }: { length: number; most: number }) =>
        `いま${length}字あります。話しながら読めるよう、${most}字までに縮めてください。`,
      'supervision.whisper-missing':
        'そのささやきは見つかりません。画面を開き直してからお答えください。',
      'supervision.own-call': 'ご自身の通話です。通話の画面からお続けください。',
      'supervision.on-another-call':
        'ほかの通話に出ています。そちらを終えるか、別のSVに替わってもらってください。',
      'supervision.not-your-call': ({ handlerName }: { handlerName: string }) =>
        `この通話は、いま${handlerName}さんが受けています。ささやきへの返事は、${handlerName}さんに任せてください。`,
      'supervision.watch-reused': '見守りを始められませんでした。画面を開き直してください。',
      'supervision.nobody-acts':
        '見守りは、サインインした人が行います。サインインしてから、SVボードを開いてください。',
      'supervision.push-unknown':
        'このブラウザーの通知サービスには送れません。Chrome、Edge、Firefox、Safari のどれかで開いてください。',
      'supervision.push-missing':
        'この端末の登録がなくなっています。「画面を閉じていても知らせる」を押し直してください。',
      'supervision.push-unreachable':
        '通知サービスに届きませんでした。サーバーから外へ出られるか、管理者にお確かめください。音と画面のお知らせは、そのまま使えます。',
    },
    events: {
      'supervision.whispered': ({ text, byName }: Whispered) =>
        `${byName}さんがささやきました：${text}`,
      'supervision.whisper-answered': ({ answer, byName }: Answered) =>
        answer === 'understood'
          ? `${byName}さんが「了解」と答えました。`
          : `${byName}さんが「替わってほしい」と答えました。`,
      'supervision.taken-over': ({ fromName, toName, reason }: TakenOver) =>
        `${fromName}さんから${toName}さんが通話を替わりました：${reason}`,
    },
  },
  en: {
    refusals: {
      'supervision.call-missing': 'There is no such call. Go back to the board and open it again.',
      'supervision.call-over': 'This call is over. The rest stands in the record of the complaint.',
      'supervision.whisper-empty': 'Write what you want to whisper first.',
      'supervision.whisper-too-long': ({ length, most }) =>
        `That is ${length} characters. Shorten it to ${most}, so that it can be read while talking.`,
      'supervision.whisper-missing': 'There is no such whisper. Reload the page and answer again.',
      'supervision.own-call': 'This is your own call. Go on in call mode.',
      'supervision.on-another-call':
        'You are on another call. End it first, or ask another supervisor to take over.',
      'supervision.not-your-call': ({ handlerName }) =>
        `${handlerName} has the call now. Leave the answer to ${handlerName}.`,
      'supervision.watch-reused': 'Watching could not be started. Reload the page.',
      'supervision.nobody-acts': 'Sign in first, then open the board again.',
      'supervision.push-unknown':
        'Messages cannot be sent to the push service of this browser. Use Chrome, Edge, Firefox or Safari.',
      'supervision.push-missing':
        'This device is no longer registered. Press “Tell me while the page is closed” again.',
      'supervision.push-unreachable':
        'The push service cannot be reached. Ask your administrator whether the server may reach the internet. Sound and the screen go on telling you.',
    },
    events: {
      'supervision.whispered': ({ text, byName }) => `${byName} whispered: ${text}`,
      'supervision.whisper-answered': ({ answer, byName }) =>
        answer === 'understood'
          ? `${byName} answered “understood”.`
          : `${byName} asked to be relieved.`,
      'supervision.taken-over': ({ fromName, toName, reason }) =>
        `${toName} took the call over from ${fromName}: ${reason}`,
    },
  },
})
