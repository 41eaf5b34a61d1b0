import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

/** A photo that is drawn here, large enough to be cut in the middle: noise does not shrink. */
const photo = { name: '割れた器.png', mimeType: 'image/png' }

it('電話の画面で、写真の途中と送る途中で電波が切れても、戻れば番号が出て、写真も届く', async () => {
  forgive(/net::ERR_/, /Failed to load resource/)
  const customer = await sit(null, '/form/demo', { width: 390 })
  await settled(customer)
  await axe(customer, 'フォーム')
  const buffer = Buffer.from(await customer.evaluate<string>(drawNoise), 'base64')
  expect(buffer.length).toBeGreaterThan(5_100_000)

  // The line goes once the first part is through.
  let isCut = false
  let parts = 0
  await customer.route('**/files/**', async (route) => {
    if (isCut) return route.abort('internetdisconnected')
    const isPart = route.request().method() === 'PATCH'
    if (isPart && ++parts === 2) {
      isCut = true
      await customer.context().setOffline(true)
      return route.abort('internetdisconnected')
    }
    return route.continue()
  })
  const words = customer.getByRole('textbox', { name: /^何がありましたか/ })
  await write(words, '届いた器が割れていました。写真を付けます。')
  await customer
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...photo, buffer })
  const row = customer.getByRole('listitem').filter({ hasText: '割れた器.png' })
  await row.getByText(/電波が切れました/).waitFor()

  await write(customer.getByRole('textbox', { name: 'お名前' }), '岸本 里奈')
  await write(customer.getByRole('textbox', { name: '電話番号' }), '０９０ー１２３４ー５６７８')
  await press(customer.getByRole('button', { name: '送る', exact: true }))
  await customer.getByRole('heading', { name: /電波を待っています/ }).waitFor()
  await axe(customer, '電波を待つフォーム')

  // The tab is closed and opened again, and the line comes back.
  isCut = false
  await customer.context().setOffline(false)
  await customer.reload()
  await customer.getByText('受付番号', { exact: true }).waitFor()
  await row.getByText('届きました').waitFor({ timeout: 60_000 })
  await axe(customer, '受け付けたあと')

  const matsui = await sit('matsui', '/inbox')
  const { complaints } = await ask<{ complaints: { id: string; customerName: string }[] }>(
    matsui,
    '/api/complaints?view=all&words=写真を付けます',
  )
  expect(complaints).toHaveLength(1)
  expect(complaints[0]?.customerName).toBe('岸本 里奈')
  const { evidence } = await ask<{ evidence: { name: string; size: number; type: string }[] }>(
    matsui,
    `/api/complaints/${complaints[0]?.id ?? ''}/evidence`,
  )
  expect(evidence).toMatchObject([{ name: '割れた器.png', size: buffer.length, type: 'image/png' }])
})

const drawNoise = `(async () => {
  const canvas = new OffscreenCanvas(1500, 1100)
  const context = canvas.getContext('2d')
  const noise = context.createImageData(1500, 1100)
  for (let at = 0; at < noise.data.length; at += 65536)
    crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65536, noise.data.length)))
  for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255
  context.putImageData(noise, 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer()).toBase64()
})()`
