import { dictionary } from '#kernel/dictionary.ts'

export const pinsMessages = dictionary({
  ja: {
    words: {
      title: '終了の番号',
      lead: '訪問を終えるときに入れる番号です。もう一つは、終えるように迫られたときに使います。画面はどちらも同じで、事務所だけに知らせが届きます。',
      isSet: '決めてあります',
      isMissing: 'まだ決めていません。決めるまで出発できません。',
      change: '番号を決めなおす',
      choose: '番号を決める',
      pin: 'ふだんの番号',
      pinHint: '4〜8けたの数字。',
      duressPin: '迫られたときの番号',
      duressHint: '同じけた数で、二か所以上ちがう番号。どちらも紙に書かないでください。',
      current: 'いまの、ふだんの番号',
      save: 'この番号にする',
      saved: '番号を決めました。つぎに、試してみてください。',
      cancel: 'やめる',
      practise: '番号を試す',
      practiseHint:
        'どちらの番号か、ここでだけ分かります。事務所には何も届きません。訪問の流れは、訓練の訪問で通して試せます。',
      tried: {
        pin: 'ふだんの番号です。',
        duress: '迫られたときの番号です。',
        neither: 'どちらの番号でもありません。',
      },
      location: '居場所',
      locationOff: '会社の設定で、居場所は使いません。',
      locationLead:
        '「連絡して」を押したときだけ、居場所を事務所に送ります。ふだんは送らず、残しません。',
      locationAgree: '居場所を送ることに同意する',
    },
    refusals: {
      'visits.pin-plain': '0000 や 1234 のような並びは使えません。ほかの番号を決めてください。',
      'visits.pin-lengths': '二つの番号は、同じけた数にしてください。',
      'visits.pin-near':
        '二つの番号が似ています。押しまちがえないよう、二か所以上ちがう、並べかえでもない番号にしてください。',
      'visits.pin-current': 'いまの番号と合いませんでした。ふだんの番号を入れてください。',
      'visits.pin-on-visit':
        '訪問のあいだは番号を変えたり試したりできません。戻ってから、もう一度開いてください。',
    },
  },
  en: {
    words: {
      title: 'The PIN that ends a visit',
      lead: 'You enter it to end a visit. The other one is for when somebody makes you end it: the screen is the same, and only the office is told.',
      isSet: 'Chosen',
      isMissing: 'Not chosen yet. You can leave once it is.',
      change: 'Choose other PINs',
      choose: 'Choose the PINs',
      pin: 'Usual PIN',
      pinHint: '4 to 8 digits.',
      duressPin: 'PIN under pressure',
      duressHint: 'As many digits, different in two places at least. Write neither of them down.',
      current: 'The usual PIN you have now',
      save: 'Use these PINs',
      saved: 'Your PINs are set. Now try them.',
      cancel: 'Leave it',
      practise: 'Try a PIN',
      practiseHint:
        'Only here you are told which one it is. Nothing reaches the office. A drill visit lets you practise the whole course.',
      tried: {
        pin: 'This is the usual PIN.',
        duress: 'This is the PIN under pressure.',
        neither: 'This is neither of them.',
      },
      location: 'Position',
      locationOff: 'Your company does not use positions.',
      locationLead:
        'Your position is sent to the office only when you press “Contact”. At other times it is neither sent nor kept.',
      locationAgree: 'I agree that my position is sent',
    },
    refusals: {
      'visits.pin-plain': 'Rows such as 0000 or 1234 cannot be used. Choose another PIN.',
      'visits.pin-lengths': 'Give both PINs the same number of digits.',
      'visits.pin-near':
        'These PINs are alike. Choose ones that differ in two places at least and are not the same digits in another order.',
      'visits.pin-current': 'That is not the PIN you have now. Enter your usual PIN.',
      'visits.pin-on-visit':
        'PINs cannot be changed or tried during a visit. Open this again when you are back.',
    },
  },
})
