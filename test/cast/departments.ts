import type { DepartmentFields } from '#features/inquiries/departments/contract.ts'

/** Who is asked in the company, who answers there, and who is told when nobody does. */
export const departments = {
  factory: {
    name: '製造部 びん詰め課',
    address: 'bottling@minato.example',
    headName: '大石 修',
    headAddress: 'oishi@minato.example',
    people: ['佐藤 正', '長谷川 恵'],
    usualDays: 2,
    opens: '08:00',
    closes: '17:00',
    isOn: true,
  },
  warehouse: {
    name: '物流部 倉庫課',
    address: 'warehouse@minato.example',
    headName: '金子 達也',
    headAddress: 'kaneko@minato.example',
    people: ['岡本 健', '三浦 翔'],
    usualDays: 1,
    opens: '08:30',
    closes: '17:30',
    isOn: true,
  },
  quality: {
    name: '品質保証部',
    address: 'quality@minato.example',
    headName: '橋本 玲子',
    headAddress: 'hashimoto@minato.example',
    people: ['森田 浩', '中野 さくら'],
    usualDays: 3,
    opens: '09:00',
    closes: '18:00',
    isOn: true,
  },
  planning: {
    name: '商品企画部',
    address: 'planning@minato.example',
    headName: '',
    headAddress: '',
    people: ['宮下 陽子'],
    usualDays: 3,
    opens: '09:30',
    closes: '18:00',
    isOn: true,
  },
} as const satisfies Record<
  string,
  Omit<DepartmentFields, 'people'> & { people: readonly string[] }
>

export type DepartmentKey = keyof typeof departments
