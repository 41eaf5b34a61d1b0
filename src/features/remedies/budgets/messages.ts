import { dictionary } from '#kernel/dictionary.ts'

type Exhausted = { label: string; leftYen: number; department: string | null; endsOn: string }

/** Goodwill budgets: in the settings, and beside what is offered. */
export const budgetsMessages = dictionary({
  ja: {
    words: {
      title: 'お詫びの予算',
      lead: 'クーポンや値引きなど、規定ではお約束していないお気持ちの品に使える金額です。二人が同時にお出ししても、超えることはありません。',
      company: '会社全体',
      columns: { department: '部署', period: '期間', limit: '予算', left: '残り', edit: '直す' },
      period: (given: { from: string; to: string }) => `${given.from}〜${given.to}`,
      yen: (given: { amount: number }) => `${given.amount.toLocaleString('ja')}円`,
      left: (given: { name: string; left: number; limit: number }) =>
        `${given.name}のお詫びの予算　残り${given.left.toLocaleString('ja')}円／${given.limit.toLocaleString('ja')}円`,
      after: (given: { yen: number }) => `承認すると、残り${given.yen.toLocaleString('ja')}円`,
      lacks: (given: { yen: number }) =>
        `承認しても、予算が${given.yen.toLocaleString('ja')}円足りません`,
      none: '予算はまだありません',
      noneDetail: '予算がないあいだは、規定の上限と承認だけで決まります。',
      add: '予算を加える',
      edit: (given: { name: string }) => `${given.name}の予算を直す`,
      fields: {
        department: '部署',
        startsOn: '始まりの日',
        endsOn: '終わりの日',
        limit: '予算（円）',
      },
      save: '予算を保存する',
      saved: '予算を保存しました。',
    },
    refusals: {
      'remedies.budget-exhausted': ({ label, leftYen, department }: Exhausted) =>
        `${department ?? '会社'}のお詫びの予算は、残り${leftYen.toLocaleString('ja')}円です。「${label}」は残りの金額までにするか、ほかの案を選んでください。予算を増やせるのは管理者です。`,
      'remedies.budget-days': '終わりの日が、始まりの日より前です。日付を選び直してください。',
      'remedies.budget-overlaps': ({ department }: { department: string | null }) =>
        `${department ?? '会社全体'}には、同じ時期の予算がもうあります。期間をずらすか、いまの予算を直してください。`,
      'remedies.budget-spent': ({ spentYen }: { spentYen: number }) =>
        `すでに${spentYen.toLocaleString('ja')}円をお出ししています。予算は、それより少なくはできません。`,
    },
  },
  en: {
    words: {
      title: 'Goodwill budgets',
      lead: 'What may be spent on gestures nobody owes, such as coupons and discounts. It is never overdrawn, even when two people offer at once.',
      company: 'Whole company',
      columns: {
        department: 'Department',
        period: 'Period',
        limit: 'Budget',
        left: 'Left',
        edit: 'Edit',
      },
      period: (given: { from: string; to: string }) => `${given.from} to ${given.to}`,
      yen: (given: { amount: number }) => `¥${given.amount.toLocaleString('en')}`,
      left: (given: { name: string; left: number; limit: number }) =>
        `Goodwill budget of ${given.name}: ¥${given.left.toLocaleString('en')} left of ¥${given.limit.toLocaleString('en')}`,
      after: (given: { yen: number }) => `¥${given.yen.toLocaleString('en')} if granted`,
      lacks: (given: { yen: number }) => `¥${given.yen.toLocaleString('en')} short if granted`,
      none: 'No budgets yet',
      noneDetail: 'Without one, only the limits of the rules and the approvals decide.',
      add: 'Add a budget',
      edit: (given: { name: string }) => `Edit the budget of ${given.name}`,
      fields: {
        department: 'Department',
        startsOn: 'First day',
        endsOn: 'Last day',
        limit: 'Budget (yen)',
      },
      save: 'Save the budget',
      saved: 'The budget is saved.',
    },
    refusals: {
      'remedies.budget-exhausted': ({ label, leftYen, department }) =>
        `The goodwill budget of ${department ?? 'the company'} has ¥${leftYen.toLocaleString('en')} left. Stay within it with “${label}” or choose another option; an administrator can raise it.`,
      'remedies.budget-days': 'The last day lies before the first. Choose the days again.',
      'remedies.budget-overlaps': ({ department }) =>
        `${department ?? 'The company'} has a budget for that time. Move the period or change that budget.`,
      'remedies.budget-spent': ({ spentYen }) =>
        `¥${spentYen.toLocaleString('en')} has been offered already. The budget cannot be less.`,
    },
  },
})
