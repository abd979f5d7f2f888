import { randomInt } from 'node:crypto'
import { newUscc } from '../newcomers'
import { expect, test } from './given'

test('a bank sends its own contracts; another’s are refused, and who nobody has met waits @phone', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const { company } = await given.need()
  const page = await newcomer(bank.signIn)
  const contract = `HT-${randomInt(1e9)}`
  const row = (number: number, uscc: string, name: string, financier: string) =>
    [uscc, name, financier, '信用贷款', `${contract}-${number}`, '2022-05-06', '500000'].join(',')
  const lines = [
    '统一社会信用代码,企业名称,金融机构,融资方式,合同编号,放款日期,放款金额（元）',
    row(1, company.uscc, company.name, ''),
    row(2, company.uscc, company.name, '长庚银行'),
    row(3, newUscc(), '无人见过科技有限公司', ''),
  ]
  await page.goto('/zh/financier/record')
  await page.getByRole('link', { name: '导入记录' }).click()
  await page.getByRole('link', { name: '导入表格' }).first().click()
  await page.getByLabel('表格文件').setInputFiles({
    ...{ name: '我行.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(lines.join('\n')),
  })
  await page.getByRole('button', { name: '上传并读取' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 行可以写入')
  await expect(page.getByText('“长庚银行”不是贵机构')).toBeVisible()
  await expect(page.getByText('还没有人见过，待审核员核验后才计入')).toBeVisible()
  await page.getByRole('link', { name: '去确认' }).click()
  await page.getByRole('button', { name: '确认写入' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已写入：授信 0 笔，到账 1 笔', {
    timeout: 20_000,
  })
  await page.goto('/zh/financier/record')
  await expect(page.getByRole('row', { name: new RegExp(company.name) })).toContainText('50 万元')
})
