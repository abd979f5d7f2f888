import { expectAccessible } from '../fixtures'
import { expect, test } from './given'

test('a code that fails its check counts once a verifier has judged it', async ({
  official,
  given,
}) => {
  const { uscc, companyName, contractNo } = await given.waitingCode()
  await official.goto('/zh/official/tasks')
  await official.getByRole('link', { name: `核验这个代码 ${uscc}` }).click()
  await expect(official.getByRole('heading', { name: companyName })).toBeVisible()
  await expect(official.getByText('校验位应为')).toBeVisible()
  await expect(official.getByText(contractNo)).toBeVisible()
  await expectAccessible(official)
  await official.getByLabel('凭什么核验的').fill('看过营业执照')
  await official.getByRole('button', { name: '是企业的代码，记录计入' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已核为企业' }).first()).toBeVisible()
  await official.goto(`/en/official/organisations?search=${uscc.slice(0, 15)}`)
  await expect(official.getByRole('row', { name: companyName })).toBeVisible()
})

test('a code that is nobody’s is refused with a reason, and its rows are gone', async ({
  official,
  given,
}) => {
  const { id, contractNo } = await given.waitingCode()
  await official.goto(`/en/official/codes/${id}`)
  await expect(official.getByText(contractNo)).toBeVisible()
  await official.getByLabel('Why it is none').fill('No such licence')
  await official.getByRole('button', { name: 'No company’s code' }).click()
  await expect(
    official.getByRole('status').filter({ hasText: 'Judged no company’s' }).first(),
  ).toBeVisible()
  await expect(official.getByText(contractNo)).toBeHidden()
  await expect(official.getByText('No such licence')).toBeVisible()
})
