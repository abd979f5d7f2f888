import { filesOf, linesOfPage } from '../outputs'
import { expect, test } from './given'

const period = 'from=2024-01&to=2024-05'

test('two cuts crossed are the same on the page and in its files, and a cell opens as many as it says', async ({
  official,
}) => {
  const query = `${period}&rows=chain&columns=district`
  const { heads, lines } = await filesOf(
    official,
    (format) => `/api/export/cross?${query}&language=zh&format=${format}`,
  )
  await official.goto(`/zh/official/cross?${query}`)
  await expect(official.getByRole('heading', { level: 1 })).toContainText('320 家')
  const onPage = await linesOfPage(official, '产业链 × 区县：服务企业（家）')
  const inFile = lines.map(([name, , ...figures]) => [name, ...figures])
  expect(onPage.map((line) => line.map((cell) => cell || '0'))).toEqual(
    inFile.map((line) => line.map(String)),
  )
  expect(lines.at(-1)?.at(-1)).toBe(320)
  const sum = lines
    .slice(0, -1)
    .flatMap((line) => line.slice(2, -1).map(Number))
    .reduce((total, one) => total + one, 0)
  expect(sum).toBeGreaterThan(320)
  await expect(official.getByText(`各格相加是 ${sum} 家，大于合计 320 家`)).toBeVisible()
  const yanta = heads.indexOf('雁塔区')
  const figure = Number(lines[0]?.[yanta])
  expect(figure).toBeGreaterThan(3)
  await official
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .nth(yanta - 2)
    .getByRole('link')
    .click()
  await expect(official.getByText(`共 ${figure} 家`)).toBeVisible()
  await official.goto(`/zh/official/cross?${period}&rows=chain&columns=chain`)
  await expect(official.getByRole('heading', { level: 1 })).toHaveText('这个地址读不懂')
})

test('the steps from need to money, records and supply open as many as they say', async ({
  official,
}) => {
  for (const [path, table] of [
    ['funnel?from=2026-01&to=2026-10', '从需求到办成，按步'],
    ['financiers?from=2026-01&to=2026-10', '机构的真实记录'],
    ['supply', '融资方式'],
  ] as const) {
    await official.goto(`/zh/official/${path}`)
    const link = official.getByRole('table', { name: table }).getByRole('link').first()
    const [figure = ''] = (await link.innerText()).split('/').slice(-1)
    await link.click()
    await expect(
      official.getByText(`共 ${figure.trim()} 项`).or(official.getByText(`共 ${figure.trim()} 次`)),
    ).toBeVisible()
  }
  await official.goto('/zh/official/funnel?asOf=5')
  await expect(official.getByText('需求不在台账里')).toBeVisible()
})

test('the page on a wall asks itself anew, leads nowhere and says the same sentence', async ({
  official,
}) => {
  const answer = await official.goto(`/zh/wall?${period}`)
  expect(answer?.headers()['refresh']).toBe('60')
  await expect(official.getByRole('heading', { level: 1 })).toContainText('320 家')
  await expect(official.getByRole('main').getByRole('link')).toHaveCount(0)
  await expect(official.getByRole('navigation')).toHaveCount(0)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('a statistician sets a target, which is refused without a source and loses nothing', async ({
    official,
  }) => {
    await official.goto('/zh/official/target?year=2025')
    await official.getByLabel('范围').selectOption({ label: '周至县' })
    await official.getByLabel('目标值').fill('１２')
    await official.getByRole('button', { name: '设定', exact: true }).click()
    await expect(official.getByText('请填写').first()).toBeVisible()
    await expect(official.getByLabel('目标值')).toHaveValue('１２')
    await official.getByLabel('出处').fill('示范要点')
    await official.getByRole('button', { name: '设定', exact: true }).click()
    await expect(
      official.getByRole('heading', { name: /周至县服务企业 .*年度目标 12 家/ }),
    ).toBeVisible()
  })
})
