import { makeNeed, makeProduct, WAN } from '@/domain/testing/rows'
import { expect, test } from './given'

test('an official reads why a product fits a need rule by rule, and what is one step away', async ({
  official,
  given,
}) => {
  const [company, financier] = [await given.company(), await given.financier()]
  const fitting = await given.product(financier.id)
  const near = await makeProduct(given.db, financier.id, 'live', {
    name: fitting.name.replace('Product', 'Small'),
    amountMaxFen: 400 * WAN,
  })
  const { id } = await makeNeed(given.db, company.id, 'published', { createdAt: new Date() })
  await given.judge(id)
  await official.goto(`/zh/official/needs/${id}?near`)
  await official.getByRole('link', { name: fitting.name }).click()
  const why = official.getByRole('region').filter({ hasText: '与企业看到的逐条规则相同' })
  const amount = why.getByRole('row').filter({ hasText: '金额' })
  await expect(amount).toContainText('500 万元')
  await expect(amount).toContainText('通过')
  await expect(why.getByText('没有它的同类成交')).toBeVisible()
  await official.goto(`/zh/official/needs/${id}?near`)
  await expect(official.getByText(`少要 100 万元，即符合“${near.name}”`)).toBeVisible()
})
