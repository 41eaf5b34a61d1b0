import { dictionary } from '#kernel/dictionary.ts'

export const accessMessages = dictionary({
  ja: {
    words: {},
    refusals: {
      'access.not-signed-in':
        'サインインの期限が切れました。もう一度サインインしてください。入力した内容は画面に残っています。',
      'access.not-allowed':
        'この操作の権限がありません。必要なときは、SVか管理者に頼んでください。',
      'access.no-member':
        'このアカウントは、どの会社のメンバーにもなっていません。管理者に登録を頼んでください。',
      'access.own-substitute': '本人を代わりの人にはできません。別の人を選んでください。',
      'access.member-missing': 'そのメンバーは見つかりません。一覧を開き直してください。',
    },
    events: {},
  },
  en: {
    words: {},
    refusals: {
      'access.not-signed-in':
        'Your session has ended. Sign in again; what you typed is still on the screen.',
      'access.not-allowed':
        'You are not allowed to do this. Ask your supervisor or an administrator.',
      'access.no-member': 'This account belongs to no company. Ask an administrator to add you.',
      'access.own-substitute': 'Nobody can be their own substitute. Choose somebody else.',
      'access.member-missing': 'That member was not found. Open the list again.',
    },
    events: {},
  },
})
