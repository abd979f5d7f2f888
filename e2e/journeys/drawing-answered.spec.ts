import type { Page } from '@playwright/test'
import { dayOf } from '@/domain/calendar/calendar'
import { expect, said, test as base } from '../financier/given'

type Given = Parameters<Parameters<typeof base>[2]>[0]['given']

/** A bank that has reported a drawing on an offer that its company accepted. */
const test = base.extend<{
  reported: {
    bank: Awaited<ReturnType<Given['bank']>>
    met: Awaited<ReturnType<Given['need']>>
    financier: Page
  }
}>({
  reported: async ({ newcomer, given }, use, testInfo) => {
    testInfo.setTimeout(120_000)
    const bank = await given.bank()
    const met = await given.need()
    const id = await given.accepted(bank, met)
    const financier = await newcomer(bank.signIn)
    await reportDrawing(financier, id, `HT-${met.company.uscc}`)
    await use({ bank, met, financier })
  },
})

async function reportDrawing(financier: Page, introduction: string, contract: string) {
  await financier.goto(`/zh/financier/introductions/${introduction}`)
  await financier.getByRole('textbox', { name: '放款金额' }).fill('120 万')
  await financier.getByLabel('放款日').fill(dayOf(new Date()))
  await financier.getByLabel('合同编号').fill(contract)
  await financier.getByRole('button', { name: '登记放款' }).click()
  await expect(said(financier, '放款已登记，等企业确认。')).toBeVisible()
}

test('a drawing that the financier reports is confirmed by the company @phone', async ({
  newcomer,
  reported: { bank, met, financier },
}) => {
  const company = await newcomer(met.signIn)
  await company.goto('/zh/company')
  await expect(company.getByText(`核对${bank.organisation.name}申报的 120 万元到账`)).toBeVisible()
  await company.getByRole('link', { name: '确认或提出异议' }).click()
  const drawing = company.getByRole('form', { name: /^确认 .*到账 120\s万元/ })
  await drawing.getByRole('button', { name: '确认属实' }).click()
  await expect(company.getByText('已确认，这条记录有了凭证。')).toBeVisible()
  await expect(drawing).toHaveCount(0)

  await financier.reload()
  const row = financier.getByRole('row', { name: new RegExp(`HT-${met.company.uscc}`) })
  await expect(row).toContainText('企业已确认')
  await row.getByRole('link').click()
  await expect(financier.getByText('企业或官方已经表态，不能再由机构改动')).toBeVisible()
})

test('a drawing that is not so is disputed with what is right, and all see it decided @phone', async ({
  newcomer,
  official,
  reported: { met, financier },
}) => {
  const company = await newcomer(met.signIn)
  await company.goto('/zh/company/services')
  const answer = company.getByRole('group').filter({ hasText: /到账 120\s万元/ })
  await answer.getByText('有出入，提出异议').click()
  const form = answer.getByRole('form', { name: /提出异议/ })
  await form.getByLabel('哪里不对').fill('实际到账一百万元')
  await form.getByLabel('实际金额').fill('100')
  await form.getByRole('button', { name: '提出异议' }).click()
  await expect(company.getByText(/已提出异议。/)).toBeVisible()
  await expect(company.getByRole('row', { name: /120\s万元/ })).toContainText('有异议')

  await financier.reload()
  const row = financier.getByRole('row', { name: new RegExp(`HT-${met.company.uscc}`) })
  await expect(row).toContainText('有异议')
  await row.getByRole('link').click()
  await expect(financier.getByText('实际到账一百万元')).toBeVisible()
  await expect(financier.getByText('企业认为应为 100 万元')).toBeVisible()

  const record = new URL(financier.url()).pathname.split('/').at(-1)
  await official.goto(`/zh/official/ledger/${record}`)
  await expect(official.getByText('实际到账一百万元').first()).toBeVisible()

  await official.getByRole('button', { name: '异议成立，更正…' }).click()
  const dialog = official.getByRole('dialog')
  await expect(dialog.getByLabel('金额')).toHaveValue('100')
  await dialog.getByLabel('原因').fill('回单为一百万元')
  await dialog.getByRole('button', { name: '作废并重新登记' }).click()
  await expect(official.getByText('这条记录更正了')).toBeVisible()
  await expect(official.getByText('回单为一百万元')).toBeVisible()
  await company.reload()
  await expect(company.getByText('原记录已作废。原因：回单为一百万元')).toBeVisible()
  await expect(company.getByRole('row', { name: /120\s万元/ })).toContainText('回单为一百万元')
  await financier.reload()
  await financier.getByRole('link', { name: '看接替它的记录' }).click()
  await expect(financier.getByText('回单为一百万元')).toBeVisible()
})
