import { demoPassword } from '../../scripts/city/personas'
import { expectAccessible } from '../fixtures'
import { expect, test } from './given'

test('a report is written, refused to its writer, sealed by a second, published and verified', async ({
  official,
  newcomer,
  given,
}) => {
  // Banks report drawings of three companies late: what was published stands until a revision says why.
  const financier = await given.financier()
  for (let made = 0; made < 3; made++) {
    const company = await given.company()
    const of = { companyId: company.id, financierId: financier.id }
    await given.service(of, { happenedOn: '2023-11-16' })
  }
  await official.goto('/en/official/reports')
  await official.getByRole('link', { name: 'November 2023' }).click()
  await official.waitForURL(/\/reports\/./)
  await expect(official.getByText(/because of \d+ late entries/)).toBeVisible()
  await official.getByRole('link', { name: 'late entries' }).click()
  await official.waitForURL(/\/ledger\?.*of=late/)
  await official.goBack()

  await official.getByRole('button', { name: 'Write a revision' }).click()
  await expect(official.getByRole('alert').filter({ hasText: 'A revision says why' })).toBeVisible()
  await official.getByLabel('Note (Chinese)').fill('银行补报了十一月的放款。')
  await official.getByLabel('Note (English)').fill('Banks reported loans of November late.')
  await official.getByRole('button', { name: 'Write a revision' }).click()
  await official.waitForURL(/done=saved/)
  await expect(official.getByText('This edition revises edition 1')).toBeVisible()
  await official.getByRole('button', { name: 'Propose to seal' }).click()
  await official.waitForURL(/done=proposed/)
  await expect(official.getByText(/Another official has to agree/)).toBeVisible()
  await expectAccessible(official)
  const proposed = new URL(official.url()).pathname
  const reader = await newcomer()
  await reader.goto('/en/reports/2023-11')
  await expect(reader.getByText('edition 1').first()).toBeVisible()

  const second = await newcomer({ email: 'statistician@city.example', password: demoPassword })
  await second.goto(proposed)
  await second.getByRole('button', { name: 'Agree and seal' }).click()
  await second.waitForURL(/done=sealed/)

  await reader.goto('/en/reports/2023-11')
  await expect(reader.getByText('edition 2').first()).toBeVisible()
  await expect(reader.getByText('Banks reported loans of November late.').first()).toBeVisible()
  await reader.getByRole('button', { name: 'Verify now' }).click()
  await expect(reader.getByRole('status').filter({ hasText: 'Verified' })).toBeVisible()
  await expectAccessible(reader)
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: 'PDF (English)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('YB-2023-11.2-en.pdf')
  await reader.goto('/en/reports/2023-11.1')
  await reader.getByRole('link', { name: 'Open the latest edition' }).click()
  await reader.waitForURL(/2023-11[.]2$/)
})
