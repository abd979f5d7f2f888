import { sql } from 'drizzle-orm'
import { personas, demoPassword } from '../../scripts/city/personas'
import { expectAccessible, languages } from '../fixtures'
import { linesOfCsv } from '../outputs'
import { expect, test } from './given'

const period = 'from=2024-01&to=2024-05'

/** The rows of a file below its words, its blank line and its heads, and the place of a column. */
function tableOf(csv: string) {
  const [heads = [], ...rows] = linesOfCsv(csv)
  return { rows, at: (head: string) => heads.indexOf(head) }
}

/** Written without the code it checks: the latest mark of each row, its class and its month. */
const byHand = sql`
  select count(distinct company_id)::int as companies, count(*)::int as times,
    sum(amount_fen) filter (where class not in ('guarantee', 'insurance'))::text as fen
  from service
  where rung = 6 and happened_on between '2024-01-01' and '2024-05-31'
    and state not in ('disputed', 'voided')`

for (const language of languages)
  test(`the headline for January to May 2024 says 320 companies, as SQL does (${language})${language === 'zh' ? ' @phone' : ''}`, async ({
    official,
    given,
  }) => {
    const { rows } = await given.db.execute<{ companies: number; times: number }>(byHand)
    expect(rows[0]?.companies).toBe(320)
    await official.goto(`/${language}/official?${period}`)
    const heading = official.getByRole('heading', { level: 1 })
    await expect(heading).toContainText(language === 'zh' ? '320 家' : '320 companies')
    await expect(heading).toContainText(
      language === 'zh' ? `${rows[0]?.times} 家次` : `${rows[0]?.times} company-times`,
    )
    await expectAccessible(official)
  })

test('each figure of the headline opens as many companies and rows as it says', async ({
  official,
  given,
}) => {
  const { rows } = await given.db.execute<{ companies: number; times: number; fen: string }>(byHand)
  const [hand] = rows
  await official.goto(`/zh/official?${period}`)
  await official.getByRole('heading', { level: 1 }).getByRole('link', { name: '320 家' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toContainText('320 家，每家只计一次')
  await expect(official.getByText('本页 50 家，共 320 家')).toBeVisible()
  const companies = await official.request.get(`/api/export/companies?${period}`)
  const listed = tableOf(await companies.text())
  expect(listed.rows).toHaveLength(320)
  const code = listed.at('统一社会信用代码')
  expect(new Set(listed.rows.map((row) => row[code]))).toHaveProperty('size', 320)

  await official.goto(`/zh/official?${period}`)
  await official.getByRole('heading', { level: 1 }).getByRole('link', { name: '家次' }).click()
  await expect(official.getByText(`本页 50 条，共 ${hand?.times} 条`)).toBeVisible()
  const ledger = await official.request.get(`/api/export/ledger?${period}`)
  expect(tableOf(await ledger.text()).rows).toHaveLength(hand?.times ?? 0)

  const drawn = await official.request.get(`/api/export/ledger?${period}&of=drawn`)
  const drawings = tableOf(await drawn.text())
  const yuan = drawings.at('到账金额（元）')
  const fen = drawings.rows.reduce((sum, row) => sum + Math.round(Number(row[yuan]) * 100), 0)
  expect(String(fen)).toBe(hand?.fen)
})

test('the pages of companies follow each other and list each company once', async ({
  official,
}) => {
  const names: string[] = []
  await official.goto(`/zh/official/companies?${period}`)
  for (;;) {
    names.push(...(await official.getByRole('rowheader').allInnerTexts()))
    const next = official.getByRole('link', { name: /^后 50 条/ })
    if ((await next.count()) === 0) break
    const before = official.url()
    await next.click()
    await official.waitForURL((url) => url.href !== before)
    await expect(official.getByRole('link', { name: '回到开头' })).toBeVisible()
  }
  expect(names).toHaveLength(320)
  expect(new Set(names)).toHaveProperty('size', 320)
})

test('a part of a cut opens the rows it counts', async ({ official }) => {
  await official.goto(`/zh/official?${period}&cut=district`)
  const row = official.getByRole('row').nth(1)
  // Its name narrows the page; companies and rows open.
  const rows = row.getByRole('link').nth(2)
  const figure = await rows.innerText()
  await rows.click()
  await expect(official.getByText(`共 ${figure} 条`)).toBeVisible()
})

test('conditions live in the address, and Back takes them off again', async ({ official }) => {
  await official.goto(`/zh/official?${period}`)
  await official.getByText('改条件').click()
  await official.getByLabel('产业链', { exact: true }).selectOption({ label: '光子' })
  await official.getByRole('button', { name: '按这些条件显示' }).click()
  await expect(official).toHaveURL(/chain=photonics/)
  await expect(official.getByRole('heading', { level: 1 })).toContainText('（光子）')
  await official.goBack()
  await expect(official).not.toHaveURL(/chain=photonics/)
  await expect(official.getByRole('heading', { level: 1 })).toContainText('320 家')
  await official.goForward()
  await official.getByRole('link', { name: '去掉条件：光子' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toContainText('320 家')
})

test('a position gives the same figure for ever, and says what it would be today', async ({
  official,
  given,
}) => {
  const company = await given.company()
  const financier = await given.financier()
  const of = { companyId: company.id, financierId: financier.id }
  const row = await given.service(of, { happenedOn: '2022-01-10' })
  const asked = `from=2022-01&to=2022-01&company=${company.id}`
  await official.goto(`/zh/official?${asked}`)
  await official.getByRole('link', { name: '固定到此刻' }).click()
  await expect(official).toHaveURL(/definition=2024-03&asOf=\d+&scope=city/)
  const fixed = official.url()
  const [, position] = /asOf=(\d+)/.exec(fixed) ?? []
  await expect(official.getByText(`台账位置 ${position}，`)).toBeVisible()
  await official.emulateMedia({ media: 'print' })
  const address = official.getByRole('link', { name: '这些数字的固定地址' })
  await expect(address).toHaveAttribute('href', fixed)
  await official.emulateMedia({ media: 'screen' })
  const heading = official.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('1 家、1 家次，到账 100 万元')

  await official.goto(`/zh/official/ledger/${row.id}`)
  await official.getByRole('button', { name: '作废' }).click()
  await official.getByRole('dialog').getByLabel('原因').fill('重复登记')
  await official.getByRole('button', { name: '作废这条记录' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已作废' }).first()).toBeVisible()

  await official.goto(fixed)
  await expect(heading).toContainText('1 家、1 家次，到账 100 万元')
  await expect(official.getByText('今天重算为')).toContainText('0 家')
  await official.getByRole('link', { name: '退出 1 条' }).click()
  await expect(official.getByText('共 1 条')).toBeVisible()
  await official.goto(`/zh/official?${asked}`)
  await expect(heading).toContainText('0 家、0 家次')
})

test('an address that cannot be read is a sentence and no figure, on pages and in files', async ({
  official,
}) => {
  for (const wrong of [
    'asOf=zzz',
    'chain=nonsense',
    'nothing=1',
    'from=2024-13',
    'scope=nowhere',
  ]) {
    for (const page of ['', '/ledger', '/companies', '/cross']) {
      await official.goto(`/zh/official${page}?${wrong}`)
      await expect(official.getByRole('heading', { level: 1 })).toHaveText('这个地址读不懂')
      await expect(official.getByRole('main')).not.toContainText('家次')
    }
    for (const file of ['ledger', 'companies', 'months', 'totals', 'cuts', 'cross']) {
      const answer = await official.request.get(`/api/export/${file}?${wrong}&language=zh`)
      expect([wrong, answer.status()]).toEqual([wrong, 400])
      expect(await answer.text()).toMatch(/。$/)
    }
  }
  await official.goto('/en/official?asOf=2024-06-12T09:00')
  await expect(official).toHaveURL(/asOf=\d+$/)
})

test('an official of a district counts its own places, and the page says so', async ({
  newcomer,
  given,
}) => {
  const { rows } = await given.db.execute<{ companies: number }>(sql`
    select count(distinct company_id)::int as companies from service
    where rung = 6 and happened_on between '2024-01-01' and '2024-05-31'
      and state not in ('disputed', 'voided') and (district = 'yanta' or zone = 'high-tech')`)
  const page = await newcomer({ email: personas.districtOfficial.email, password: demoPassword })
  await page.goto(`/zh/official?${period}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${rows[0]?.companies} 家`)
  await expect(page.getByText('您的范围是雁塔区、高新区')).toBeVisible()
})

test('a question is saved under a name, as of now or fixed, opened again and deleted', async ({
  official,
}) => {
  const name = `光子 ${Date.now() % 100_000}`
  const save = async (of: string, isFixed: boolean) => {
    await official.getByText('保存这个问题').click()
    await official.getByLabel('问题名称').fill(of)
    if (isFixed) await official.getByLabel(/^固定在台账位置 \d+/).check()
    await official.getByRole('button', { name: '保存', exact: true }).click()
  }
  const tab = (of: string) =>
    official
      .getByRole('navigation', { name: '保存的问题' })
      .getByRole('link', { name: of, exact: true })
  await official.goto(`/zh/official?${period}&chain=photonics&cut=district`)
  await save(name, false)
  await expect(tab(name)).toHaveAttribute('aria-current', 'page')
  await expect(official).not.toHaveURL(/asOf/)

  await official.goto(`/zh/official?${period}&chain=photonics`)
  await save(name, true)
  await expect(official.getByText('您已有同名的问题，请换一个名称。').first()).toBeVisible()
  await official.getByLabel('问题名称').fill(`${name}，当时`)
  await official.getByRole('button', { name: '保存', exact: true }).click()
  await expect(tab(`${name}，当时（固定）`)).toHaveAttribute('aria-current', 'page')
  await expect(official).toHaveURL(/asOf=\d+/)

  await tab(name).click()
  await expect(official).toHaveURL(/chain=photonics&cut=district/)
  await expect(official.getByRole('heading', { level: 1 })).toContainText('（光子）')
  for (const of of [name, `${name}，当时（固定）`]) {
    await tab(of).click()
    await expect(tab(of)).toHaveAttribute('aria-current', 'page')
    await official.getByRole('button', { name: '删除这个问题…' }).click()
    await official.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(tab(of)).toHaveCount(0)
  }
})
