import { randomInt } from 'node:crypto'
import { expectAccessible } from '../fixtures'
import { linesOfCsv } from '../outputs'
import { expect, test } from './given'

const headings =
  '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,放款日期,放款额（千元）,客户经理,附注'

/** A file of a bank that nobody else's test sends, as bytes to choose in a form. */
function fileOf(rows: string[][]) {
  // How a file was matched is remembered by its headings: these are nobody else's.
  const own = `${headings}${randomInt(1e9)}`
  const lines = ['2024年5月科技贷款台账', own, ...rows.map((row) => row.join(','))]
  return { name: '银行台账.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
}

const ownContract = () => `HT-${randomInt(1e9)}`

test('a bank’s file is matched, mended in place, confirmed, written and undone as a whole @phone', async ({
  official,
  given,
}) => {
  const { uscc, name } = await given.company()
  const bank = `渭河${randomInt(1e6)}银行`
  const contract = ownContract()
  const row = (number: number, code: string, on: string, thousand: string) => [
    ...[code, name, bank, '银行', '信用贷款', `${contract}-${number}`, on, thousand, '张三'],
  ]
  await official.goto('/zh/official/imports')
  await expectAccessible(official)
  await official.getByRole('link', { name: '导入表格' }).first().click()
  await official
    .getByLabel('表格文件')
    .setInputFiles(
      fileOf([
        row(1, uscc, '2021-05-06', '500'),
        row(2, uscc, '2021-05-31', '60'),
        row(3, uscc, '2021-04-31', '70'),
      ]),
    )
  await expectAccessible(official)
  await official.getByRole('button', { name: '上传并读取' }).click()

  await official.waitForURL(/\/columns$/)
  await expect(official.getByRole('heading', { level: 1 })).toHaveText('还有 1 处请您定')
  await expect(official.getByText('张三')).toHaveCount(0)
  await expectAccessible(official)
  await official.getByLabel('放款金额', { exact: true }).check()
  await official.getByRole('button', { name: '照这样读' }).click()

  await official.waitForURL(/\/mend$/)
  await expect(official.getByRole('heading', { level: 1 })).toContainText('2 行可以写入')
  await expectAccessible(official)
  // What cannot be written goes back with why, without the persons, and is a ledger like the first once it is mended.
  const errors = official.locator('a[href*="import-rows"][href*="form=csv"]')
  const file = await official.request.get((await errors.getAttribute('href')) ?? '')
  const [title = '', heads = '', ...bad] = linesOfCsv(await file.text()).map((cells) =>
    cells.join(),
  )
  expect(title).toContain('2024年5月科技贷款台账')
  expect(heads).toMatch(/^统一社会信用代码.*科融说明$/)
  expect(bad).toHaveLength(1)
  expect(bad[0]).toMatch(new RegExp(`${contract}-3,2021-04-31,70.*2021-04-31`))
  expect(bad[0]).not.toContain('张三')
  await official.getByRole('textbox', { name: 'G5 应为' }).fill('2021-04-30')
  await official.getByRole('button', { name: '填入 G5' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toContainText('3 行可以写入')
  await expect(official.getByText('文件里是 2021-04-31，您改成 2021-04-30')).toBeVisible()
  await official.getByRole('link', { name: '去确认' }).click()

  await official.waitForURL(/\/confirm$/)
  await expect(official.getByText('3 笔，63 万元')).toBeVisible()
  await expectAccessible(official)
  await official.getByRole('button', { name: '确认写入' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toHaveText(
    '已写入：授信 0 笔，到账 3 笔',
    {
      timeout: 20_000,
    },
  )
  await expectAccessible(official)
  await official.getByLabel('为什么撤回').fill('文件发错了')
  await official.getByRole('button', { name: '撤回这次导入' }).click()
  await expect(official.getByText('写入的行已作废')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a file is imported as well, and one that is none has a sentence', async ({
    official,
    given,
  }) => {
    const { uscc, name } = await given.company()
    await official.goto('/en/official/imports/new')
    const choose = official.getByLabel('Spreadsheet')
    await choose.setInputFiles({
      ...{ name: 'loans.xls', mimeType: 'application/vnd.ms-excel' },
      buffer: Buffer.from('<html><body><table></table></body></html>'),
    })
    await official.getByRole('button', { name: 'Upload and read' }).click()
    await expect(official.getByText('This is a web page that was named .xls')).toBeVisible()
    const row = [
      uscc,
      name,
      '长庚银行',
      '银行',
      '信用贷款',
      ownContract(),
      '2021-05-06',
      '500',
      '李四',
    ]
    const file = fileOf([row])
    await official.getByLabel('Spreadsheet').setInputFiles(file)
    await official.getByRole('button', { name: 'Upload and read' }).click()
    await official.waitForURL(/\/columns$/)
    await official.getByLabel('drawn', { exact: true }).check()
    await official.getByRole('button', { name: 'Read 1 rows like this' }).click()
    await official.getByRole('link', { name: 'Go on to confirm' }).click()
    await official.getByRole('button', { name: 'Confirm and write' }).click()
    await expect(official.getByRole('heading', { level: 1 })).toHaveText(
      'Written: 0 granted, 1 drawn',
      { timeout: 20_000 },
    )

    await official.goto('/en/official/imports/new')
    await official.getByLabel('Spreadsheet').setInputFiles(file)
    await official.getByRole('button', { name: 'Upload and read' }).click()
    await official.waitForURL(/\/mend$/)
    await expect(official.getByRole('heading', { level: 1 })).toHaveText(
      'No row can be written yet',
    )
    await expect(official.getByText('There is no row to write.')).toBeVisible()
    await expect(official.getByRole('link', { name: 'Go on to confirm' })).toHaveCount(0)
    await official.getByRole('button', { name: 'Throw this file away' }).click()
    await official.waitForURL(/\/imports(\?|$)/)
  })
})
