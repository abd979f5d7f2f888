import { expect, test } from '../fixtures'

interface PublicTotals {
  companies: number
  companyTimes: number
  drawnFen: number
  evidenced: number
  declared: number
  asOf: string
  definition: { code: string }
}

const period = 'from=2024-01&to=2024-05'

test('January to May 2024 are the same 320 companies on the page, in the interface and in the file @phone', async ({
  page,
}) => {
  const answer = await page.request.get(`/api/v1/totals?${period}`)
  const totals = (await answer.json()) as PublicTotals
  expect(totals.companies).toBe(320)
  expect(totals.companyTimes).toBeGreaterThan(totals.companies)
  expect(totals.evidenced + totals.declared).toBe(totals.companies)

  await page.goto(`/zh?${period}`)
  const headline = page.getByRole('heading', { level: 1 })
  await expect(headline).toContainText('2024年1月至5月')
  await expect(headline.getByRole('link', { name: /320\s家$/ })).toBeVisible()
  await expect(headline).toContainText(`${totals.companyTimes}`)
  await headline.getByRole('link', { name: /320\s家$/ }).click()
  await expect(page).toHaveURL(/\/zh\/totals\?from=2024-01&to=2024-05&by=chain/)
  await expect(
    page.getByText('去重后的合计 320 家').or(page.getByText('合计 320 家')),
  ).toBeVisible()

  const file = await page.request.get(`/api/v1/totals.csv?${period}&by=chain&language=en`)
  const lines = (await file.text()).split('\r\n')
  expect(lines[1]).toContain(
    `,${totals.companies},${totals.companyTimes},${totals.drawnFen / 100},`,
  )
})

test('a period is chosen in the form, kept in the address, and Back returns to the other', async ({
  page,
}) => {
  await page.goto('/en/totals')
  const year = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByLabel('From').selectOption({ label: 'March 2024' })
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'April 2024' })
  await page.getByRole('button', { name: 'Show this period' }).click()
  await expect(page).toHaveURL(/from=2024-03&to=2024-04/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('March to April 2024')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(year)
})

test('figures have an address that gives them again', async ({ page }) => {
  await page.goto(`/en/totals?${period}`)
  const headline = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'Permanent address of these figures' }).click()
  await expect(page).toHaveURL(/asOf=/)
  await expect(page.getByText('Recomputed today: the same.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
})

test('what cannot be asked is refused with a sentence', async ({ page }) => {
  for (const [query, code] of [
    ['from=2024-13', 'month'],
    ['from=2024-05&to=2024-01', 'order'],
    ['from=2000-01&to=2024-01', 'long'],
    ['to=2999-01', 'ahead'],
    ['asOf=yesterday', 'as-of'],
    ['definition=none', 'definition'],
  ] as const) {
    const answer = await page.request.get(`/api/v1/totals?${query}`)
    expect(answer.status(), query).toBe(400)
    expect(await answer.json()).toMatchObject({ error: code })
  }
  await page.goto('/zh/totals?from=2024-13')
  await expect(page.getByText('月份请写成 2024-05 的样子')).toBeVisible()
})
