import { expect, test } from '../fixtures'

interface PublicTotals {
  companies: number
  companyTimes: number
  drawnFen: number
  evidenced: number | null
  declared: number | null
  publication: number
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
  if (totals.evidenced !== null)
    expect(totals.evidenced + (totals.declared ?? 0)).toBe(totals.companies)
  expect(totals).not.toHaveProperty('position')

  await page.goto(`/zh?${period}`)
  const headline = page.getByRole('heading', { level: 1 })
  await expect(headline).toContainText('2024年1月至5月')
  await expect(headline.getByRole('link', { name: /320\s家$/ })).toBeVisible()
  await expect(headline).toContainText(`${totals.companyTimes}`)
  await headline.getByRole('link', { name: /320\s家$/ }).click()
  await expect(page).toHaveURL(/\/zh\/totals\?from=2024-01&to=2024-05&by=month/)
  await expect(page.getByRole('row', { name: /2024年5月/ })).toContainText('320')
  // Cuts are published by quarter.
  await page.getByRole('link', { name: '产业链', exact: true }).click()
  await expect(page).toHaveURL(/from=2024-01&to=2024-03&by=chain/)
  await expect(page.getByRole('table')).toBeVisible()

  const file = await page.request.get(`/api/v1/totals.csv?${period}&by=month&language=en`)
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
  await page.getByLabel('From').selectOption({ label: 'April 2024' })
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'June 2024' })
  await page.getByRole('button', { name: 'Show this period' }).click()
  await expect(page).toHaveURL(/from=2024-04&to=2024-06/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('April to June 2024')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(year)
})

test('figures have an address that gives them again', async ({ page }) => {
  await page.goto(`/en/totals?${period}`)
  const headline = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'Permanent address of these figures' }).click()
  await expect(page).toHaveURL(/asOf=\d+/)
  await expect(page.getByText(/Publication \d+, of /)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(page.getByRole('main')).not.toContainText(/position/i)
})

test('what cannot be asked is refused with a sentence', async ({ page }) => {
  for (const [query, code] of [
    ['from=2024-13', 'month'],
    ['from=2024-05&to=2024-01', 'order'],
    ['from=2000-01&to=2024-01', 'early'],
    ['from=2024-02&to=2024-04', 'window'],
    ['to=2099-01', 'unpublished'],
    ['asOf=yesterday', 'publication'],
    ['asOf=2024-06-12T09:00:00Z', 'publication'],
    ['definition=none', 'definition-public'],
    ['chain=photonics', 'unknown'],
    ['from=2024-01&from=2024-04', 'twice'],
  ] as const) {
    const answer = await page.request.get(`/api/v1/totals?${query}`)
    expect(answer.status(), query).toBe(400)
    expect(await answer.json()).toMatchObject({ error: code })
  }
  await page.goto('/zh/totals?from=2024-13')
  await expect(page.getByText('月份请写成 2024-05 的样子')).toBeVisible()
})
