import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

const own = '/usr/bin/chromium'
const there = existsSync(own) ? [['マシンのChromium', own] as const] : []

describe.each([...there, ['同梱のChromium', undefined] as const])('%s', async (_, which) => {
  const browser = await launchBrowser(which)
  afterAll(() => browser.close())

  it('日本語の字が、豆腐にならず、それぞれの形で出る', async () => {
    const page = await browser.newPage()
    const [one, other, missing] = await page.evaluate<string[]>(drawn)
    expect(one).not.toBe(other)
    expect(one).not.toBe(missing)
    expect(one?.split('1').length).toBeGreaterThan(300)
    await page.close()
  })

  it('二人分の窓を同時に開ける', async () => {
    const contexts = await Promise.all([browser.newContext(), browser.newContext()])
    const pages = await Promise.all(contexts.map((context) => context.newPage()))
    await Promise.all(pages.map((page, at) => page.setContent(`<h1>${at + 1}人目</h1>`)))
    const titles = await Promise.all(pages.map((page) => page.textContent('h1')))
    expect(titles).toEqual(['1人目', '2人目'])
    await Promise.all(contexts.map((context) => context.close()))
  })
})

/** Runs in the page: two letters and one that no font has, as pixels of 0 and 1. */
const drawn = `['受', '付', '\\u{10fffd}'].map((letter) => {
  const pen = new OffscreenCanvas(48, 48).getContext('2d', { willReadFrequently: true })
  pen.font = '40px sans-serif'
  pen.fillText(letter, 4, 40)
  const { data } = pen.getImageData(0, 0, 48, 48)
  return Array.from({ length: 48 * 48 }, (_, at) => (data[at * 4 + 3] > 100 ? '1' : '0')).join('')
})`
