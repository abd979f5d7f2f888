import { findDoubts } from '@/domain/doubt/find-doubts'
import { expectAccessible } from '../fixtures'
import { expect, test } from './given'

test('one contract at two banks is doubted, counts marked, and is decided with a note that stays @phone', async ({
  official,
  given,
}) => {
  const company = await given.company()
  const [one, other] = [await given.financier(), await given.financier()]
  const contractNo = `HT-${company.uscc}`
  const like = { happenedOn: '2021-06-10', amountFen: 41_000_000 }
  const spelled = contractNo.toLowerCase().replace('-', ' ')
  const of = (financierId: string) => ({ companyId: company.id, financierId })
  const first = await given.service(of(one.id), { ...like, contractNo })
  const second = await given.service(of(other.id), { ...like, contractNo: spelled })
  await findDoubts({ actor: { audience: 'clock' }, now: new Date(), db: given.db })

  await official.goto('/zh/official/tasks')
  await official.getByRole('link', { name: '全部疑点' }).click()
  await expect(official).toHaveTitle(/^疑点/)
  const mine = official.getByRole('link', { name: new RegExp(`打开 ${contractNo}`, 'i') })
  await expectAccessible(official)
  await mine.click()
  await expect(official.getByRole('heading', { level: 1 })).toHaveText(
    '合同、日期、金额都相同，共 2 行',
  )
  await expect(official).toHaveTitle(/^疑点/)
  await expectAccessible(official)

  // Nothing was mended: it says so, and what was typed stays.
  const settle = official.getByRole('form', { name: '已改正' })
  await settle.getByRole('textbox').fill('两家银行联合放款')
  await settle.getByRole('button').click()
  await expect(official.getByText('涉及的行都还在，没有改正')).toBeVisible()
  await expect(settle.getByRole('textbox')).toHaveValue('两家银行联合放款')

  await official.goto(`/zh/official/ledger/${first.id}`)
  await expect(official.getByText('照常计入，等待统计员裁定')).toBeVisible()
  await official.getByRole('link', { name: '查看疑点' }).click()
  const dismiss = official.getByRole('form', { name: '无误，维持原样' })
  await dismiss.getByRole('textbox').fill('核对过两份合同，是联合放款')
  await dismiss.getByRole('button').click()
  await expect(official.getByText('已裁定为无误，理由已保留')).toBeVisible()
  await official.goto(`/zh/official/ledger/${second.id}`)
  await expect(official.getByText('裁定无误：核对过两份合同，是联合放款')).toBeVisible()
})
