import type { Page } from '@playwright/test'
import { addDays, addMonths, dayOf } from '../../domain/calendar/calendar'
import { expect, test } from '../fixtures'
import { fillProfile, newCompany, publishNeed, signUpCompany } from './new-company'

const today = dayOf(new Date())
const month = today.slice(0, 7)

/** The running month is the officials'. */
async function served(official: Page): Promise<{ companies: number; times: number }> {
  const answer = await official.request.get(
    `/api/export/months?from=${month}&to=${month}&language=en`,
  )
  expect(answer.ok()).toBe(true)
  const line = (await answer.text()).split('\r\n').find((one) => one.startsWith(`${month},`))
  const [, companies = '', times = ''] = line?.split(',') ?? []
  return { companies: Number(companies), times: Number(times) }
}

test('a company registers, is matched, let in, financed and counted, and the figure opens into its evidence @phone', async ({
  newcomer,
  financier,
  official,
}) => {
  test.setTimeout(300_000)
  const company = newCompany()
  const applicant = await newcomer()
  const before = await served(official)
  // An amount nobody else asks for finds this need among the leads.
  const wan = `2${String(Date.now()).slice(-2)}.${String(Date.now()).slice(-4, -2)}`

  await test.step('the company registers and fills its profile', async () => {
    await signUpCompany(applicant, company)
    await fillProfile(applicant)
  })

  await test.step('a verifier admits it', async () => {
    await official.goto(`/zh/official/organisations?state=applied&search=${company.uscc}`)
    await official.getByRole('link', { name: company.name }).click()
    await official.getByLabel('准予入驻的依据').fill('已核对营业执照')
    await official.getByRole('button', { name: '准予入驻' }).click()
    await expect(official.getByText(`已准予${company.name}入驻`)).toBeVisible()
  })

  await test.step('it publishes a need, and a verifier lets it through', async () => {
    await publishNeed(applicant, wan, addMonths(today, 2))
    await official.goto(`/zh/official/organisations?search=${company.uscc}`)
    await official.getByRole('link', { name: company.name }).click()
    await official.getByRole('link', { name: /^XQ-/ }).first().click()
    await official.getByRole('button', { name: /^发布(给|这项)/ }).click()
    await expect(official.getByText('已发布，正在匹配产品')).toBeVisible()
  })

  await test.step('a financier sees it ranked, explained and anonymous, and claims it', async () => {
    const lead = financier.getByRole('listitem').getByRole('link', { name: /成立/ })
    await expect
      .poll(
        async () => {
          await financier.goto(`/zh/financier?from=${wan}&to=${wan}`)
          return lead.count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    expect(await financier.content()).not.toContain(company.name)
    expect(await financier.content()).not.toContain(company.uscc)
    await lead.click()
    await expect(financier.getByRole('table').getByText('通过').first()).toBeVisible()
    await financier.getByRole('link', { name: '抢单' }).click()
    await financier.getByRole('button', { name: '抢单，请企业授权' }).click()
    await expect(financier.getByText('已请企业授权，贵机构占一个名额')).toBeVisible()
    expect(await financier.content()).not.toContain(company.name)
  })

  await test.step('the company sees who could finance it, and consents', async () => {
    await applicant.goto('/zh/company')
    await applicant
      .getByRole('button', { name: /请求授权|授权看这/ })
      .first()
      .click()
    await expect(applicant.getByText(/已授权。|须在 3 个工作日内联系您/).first()).toBeVisible()
  })

  await test.step('the financier learns its name, meets it, and approves an offer', async () => {
    await financier.reload()
    await expect(financier.getByText(company.name).first()).toBeVisible()
    await financier.getByRole('radio', { name: '上门走访' }).check()
    await financier.getByLabel('哪天联系的').fill(today)
    await financier.getByRole('button', { name: '登记联系' }).click()
    await expect(financier.getByText('联系已登记。')).toBeVisible()
    await financier.getByRole('button', { name: '材料已齐' }).click()
    await financier.getByRole('link', { name: '批准最终方案' }).click()
    await financier.getByLabel('还款方式').selectOption({ label: '按月付息，到期还本' })
    await financier.getByLabel('名义利率').fill('3.45')
    await financier.getByLabel('一次性费用').fill('0')
    await financier.getByLabel('有效到').fill(addDays(today, 20))
    await financier.getByRole('button', { name: '核对成本' }).click()
    await expect(financier.getByText(/3\.(49|50|51)%/).first()).toBeVisible()
    await financier.getByRole('button', { name: '批准并发给企业' }).click()
    await expect(financier.getByText('方案已批准并发给企业，等企业接受。')).toBeVisible()
  })

  await test.step('the company compares by all-in cost and accepts', async () => {
    await applicant.goto('/zh/company')
    await applicant.getByRole('link', { name: '比较并答复' }).click()
    await expect(applicant.getByText(/3\.(49|50|51)%/).first()).toBeVisible()
    await applicant.getByRole('button', { name: /^接受/ }).first().click()
    await applicant.getByRole('button', { name: '接受这份方案' }).click()
    await expect(applicant.getByText('已接受').first()).toBeVisible()
    expect(await served(official), 'granted is not served').toEqual(before)
  })

  await test.step('the financier pays out, and the count goes up by one', async () => {
    await financier.reload()
    await financier.getByLabel('放款日').fill(today)
    await financier.getByLabel('合同编号').fill(`HT-${company.uscc}`)
    await financier.getByRole('button', { name: '登记放款' }).click()
    await expect(financier.getByText('放款已登记，等企业确认。')).toBeVisible()
    expect(await served(official)).toEqual({
      companies: before.companies + 1,
      times: before.times + 1,
    })
  })

  await test.step('the company confirms, and the official opens the figure into its evidence', async () => {
    await applicant.goto('/zh/company/services')
    await applicant
      .getByRole('form', { name: /^确认 .*到账/ })
      .getByRole('button', { name: '确认属实' })
      .click()
    await expect(applicant.getByText('已确认，这条记录有了凭证。')).toBeVisible()
    await official.goto(`/zh/official?from=${month}&to=${month}`)
    await expect(official.getByRole('heading', { level: 1 })).toContainText(
      `${before.companies + 1}`,
    )
    await official.getByRole('heading', { level: 1 }).getByRole('link', { name: /家次/ }).click()
    await official.getByRole('link', { name: company.name }).first().click()
    await expect(official.getByText('企业已确认').first()).toBeVisible()
  })
})
