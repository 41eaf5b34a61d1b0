import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { japaneseOfficeCalendar, nextBusinessDay } from '#kernel/business-calendar.ts'
import { ask, axe, openHouse, press, receive, settled, tabTo, type Seat } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const weekdays = (page: Page) => part(page, '早く閉まる曜日')
const days = (page: Page) => part(page, '早く閉まる日')
const untilNoon = (page: Page) => weekdays(page).getByText('土曜日 12:00 まで', { exact: true })
const saving = (page: Page) => page.getByRole('button', { name: '営業日を保存する' })

/** The parts of a day or a time take their digits one after the other. */
async function type(within: Locator, digits: string, field: RegExp) {
  await tabTo(within.getByRole('spinbutton', { name: field }).first())
  await within.page().keyboard.type(digits)
}

async function addSaturday(page: Page, time: string) {
  const select = weekdays(page).getByRole('combobox', { name: '曜日' })
  await tabTo(select)
  await page.keyboard.press('End')
  expect(await select.inputValue()).toBe('6')
  await type(weekdays(page), time, /閉まる時刻/)
}

async function opensOnSaturdays(page: Page) {
  await tabTo(page.getByRole('checkbox', { name: '土曜日' }))
  await page.keyboard.press('Space')
}

const office = { ...japaneseOfficeCalendar, workdays: [1, 2, 3, 4, 5, 6] }
const today = Temporal.Now.plainDateISO('Asia/Tokyo')
/** A Saturday that is worked, and a day that is not one. */
const saturday = businessDay((day) => day.dayOfWeek === 6)
const single = businessDay((day) => day.dayOfWeek < 6 && day.month !== today.month)

function businessDay(isWanted: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  let day = nextBusinessDay(office, today)
  while (!isWanted(day)) day = nextBusinessDay(office, day)
  return day
}

it('管理者が早く閉まる曜日と日を決めると、その日の約束は閉まるまでになる。すべてキーボードで', async () => {
  const page = await sit('fujii', '/settings?section=calendar')
  await settled(page)
  await opensOnSaturdays(page)

  await addSaturday(page, '1900')
  await weekdays(page).getByText('土曜日に閉まる時刻は、09:00 より後、18:00 より前に').waitFor()
  const add = weekdays(page).getByRole('button', { name: '曜日を加える' })
  expect(await add.isDisabled()).toBe(true)
  await axe(page, '早く閉まる曜日、時刻が合わないとき')
  const hour = weekdays(page)
    .getByRole('spinbutton', { name: /閉まる時刻/ })
    .first()
  await tabTo(hour, 'Shift+Tab')
  await page.keyboard.type('1200')
  await press(add)
  await untilNoon(page).waitFor()

  await type(days(page), single.toString().replaceAll('-', ''), /日付/)
  await type(days(page), '1500', /閉まる時刻/)
  await press(days(page).getByRole('button', { name: '日を加える' }))
  await days(page)
    .getByRole('listitem')
    .getByText(/ 15:00 まで$/)
    .waitFor()
  await press(saving(page))
  await page.getByText('営業日を保存しました。').waitFor()
  await axe(page, '早く閉まる曜日と日')

  type Saved = { calendar: { halfWeekdays: object; halfDays: object } }
  const { calendar } = await ask<Saved>(page, '/api/access/organisation')
  expect(calendar).toMatchObject({
    halfWeekdays: { 6: '12:00' },
    halfDays: { [single.toString()]: '15:00' },
  })
  const on = saturday.toString()
  const complaintId = await receive(page, '返金がまだ届きません。')
  const making = { id: crypto.randomUUID(), words: '返金の日をお知らせする', due: { on } }
  const made = await page.request.post(`/api/complaints/${complaintId}/commitments`, {
    data: making,
  })
  const { commitment } = await made.json()
  expect(commitment.dueAt).toBe(`${on}T03:00:00Z`)
})

it('曜日を休みに戻すと、何を直すかを言い、直すまで保存しない', async () => {
  const page = await sit('fujii', '/settings?section=calendar')
  await settled(page)
  await untilNoon(page).waitFor()
  await opensOnSaturdays(page)
  await weekdays(page)
    .getByText(/^土曜日は休みの曜日です/)
    .waitFor()
  expect(await saving(page).isDisabled()).toBe(true)
  await axe(page, '早く閉まる曜日が休みのとき')
  await press(weekdays(page).getByRole('button', { name: '「土曜日 12:00 まで」を外す' }))
  await press(saving(page))
  await page.getByText('営業日を保存しました。').waitFor()
  await press(page.getByRole('button', { name: '元に戻す' }))
  await untilNoon(page).waitFor()
})

it('管理者でない人は、早く閉まる曜日と日を見られるが、変えられない', async () => {
  const page = await sit('sasaki', '/settings?section=calendar')
  await untilNoon(page).waitFor()
  expect(await weekdays(page).getByRole('button').count()).toBe(0)
  expect(await days(page).getByRole('button').count()).toBe(0)
})

it.each<Seat>([
  { width: 1440, scheme: 'dark' },
  { width: 390, scheme: 'light' },
])('$width $scheme でも、axeの指摘がなく、横にはみ出さない', async (seat) => {
  const page = await sit('fujii', '/settings?section=calendar', seat)
  await untilNoon(page).waitFor()
  await axe(page, `早く閉まる曜日 ${seat.width} ${seat.scheme}`)
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(overflow)).toBe(0)
})
