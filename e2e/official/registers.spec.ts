import { expect, signIn, test } from '../fixtures'
import { demoPassword } from '../../scripts/city/personas'

test('figures of the white list and of places open as many companies as they say', async ({
  official,
}) => {
  await official.goto('/en/official/white-list?from=2024-01&to=2024-05')
  await expect(official.getByRole('heading', { level: 1 })).toContainText('of the 49 companies')
  const served = official.getByRole('heading', { level: 1 }).getByRole('link').first()
  const count = Number(await served.textContent())
  await served.click()
  const list = official.getByRole('table', { name: 'Companies of the white list', exact: true })
  await expect(list.getByRole('rowheader')).toHaveCount(count)

  await official.goto('/en/official/places')
  const top = official.getByRole('heading', { level: 1 }).getByRole('link')
  const park = Number(/\d+/.exec((await top.textContent()) ?? '')?.[0])
  expect(park).toBeGreaterThan(100)
  await top.click()
  await expect(official.getByRole('heading', { level: 1 })).toContainText(`${park} registered`)
})

test('a draft is published by another, read by anyone, and found in both feeds', async ({
  newcomer,
  official,
}) => {
  const title = `Desk opens in ${Date.now()}`
  const first = await newcomer({ email: 'publisher@city.example', password: demoPassword })
  await first.goto('/en/official/entries/new?register=news')
  await first.getByRole('button', { name: 'Save the draft' }).click()
  await expect(first.getByText('Write a title in Chinese.').first()).toBeVisible()
  const fields = {
    'Title (Chinese)': '窗口开通 <b>“引号”</b> & 符号',
    'Title (English)': title,
    'Text (Chinese)': '窗口今天开通，欢迎企业前来登记融资需求。',
    'Text (English)': 'The desk opens today; companies are welcome to register needs.',
    'Publisher (Chinese)': '市科技金融工作专班',
    'Publisher (English)': 'City desk',
    'Date it was published': '2026-01-15',
    'Address of the source': 'https://desk.example/open?a=1&b=2',
  }
  for (const [label, text] of Object.entries(fields)) await first.getByLabel(label).fill(text)
  await first.getByRole('button', { name: 'Save the draft' }).click()
  await expect(first.getByText('Who saved it last cannot publish it')).toBeVisible()
  const path = new URL(first.url()).pathname

  await official.goto(path)
  await official.getByRole('button', { name: 'Publish it', exact: true }).click()
  await expect(official.getByText('Published', { exact: true }).first()).toBeVisible()

  const anyone = await newcomer()
  await anyone.goto(`/en/news?q=${encodeURIComponent(title)}`)
  await anyone.getByRole('link', { name: title }).click()
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(title)
  for (const language of ['zh', 'en']) {
    const answer = await anyone.request.get(`/${language}/news/feed.xml`)
    expect(answer.headers()['content-type']).toContain('application/rss+xml')
    const read = await anyone.evaluate(
      (xml) => {
        const feed = new DOMParser().parseFromString(xml, 'application/xml')
        const textsOf = (query: string) =>
          [...feed.querySelectorAll(query)].map((one) => one.textContent ?? '')
        return {
          broken: feed.querySelector('parsererror') !== null,
          root: `${feed.documentElement.tagName} ${feed.documentElement.getAttribute('version')}`,
          channel: ['title', 'link', 'description'].map(
            (name) => textsOf(`channel > ${name}`).filter(Boolean).length,
          ),
          titles: textsOf('item > title'),
          guids: textsOf('item > guid'),
          links: textsOf('item > link'),
          days: textsOf('item > pubDate'),
        }
      },
      await answer.text(),
    )
    expect(read).toMatchObject({ broken: false, root: 'rss 2.0', channel: [1, 1, 1] })
    expect(read.titles).toContain(language === 'en' ? title : fields['Title (Chinese)'])
    expect(read.titles.length).toBeGreaterThanOrEqual(13)
    expect(new Set(read.guids).size).toBe(read.titles.length)
    expect(read.links.every((link) => link.includes(`/${language}/news/`))).toBe(true)
    expect(read.days.every((day) => /^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT$/.test(day))).toBe(true)
  }
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('a company asks beyond finance, and its contact answers', async ({ newcomer }) => {
    const page = await newcomer()
    await signIn(page, { email: 'linlan@yaoxin.example', password: demoPassword })
    await page.goto('/en/company/requests')
    await page.getByRole('button', { name: 'Send it to your contact' }).click()
    await expect(page.getByText('Choose what kind of thing you ask for.').first()).toBeVisible()
    await page.getByLabel('Kind').selectOption('pilot-line')
    await page.getByLabel('In one line').fill('Two weeks on a coating line')
    await page.getByLabel('Details').fill('Two weeks in summer, ten batches, our own people.')
    await page.getByRole('button', { name: 'Send it to your contact' }).click()
    await expect(page.getByText('your contact answers within 10 working days')).toBeVisible()

    const desk = await newcomer()
    await signIn(desk, { email: 'zhaohui@city.example', password: demoPassword })
    await desk.goto('/en/official/white-list')
    await desk.getByRole('link', { name: 'Two weeks on a coating line' }).click()
    await desk.getByLabel('What was given').fill('Line time from the third of July on')
    await desk.getByRole('button', { name: 'Grant it' }).click()
    await page.goto('/en/company/requests')
    await expect(page.getByText('Line time from the third of July on')).toBeVisible()
  })
})

test('the printed growth of the city stands as it was printed', async ({ page }) => {
  await page.goto('/zh/indicators/revenue-of-technology-service-enterprises-above-designated-s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('287.3 亿元，同比 +17.8%')
  await page.goto('/en/indicators')
  await expect(page.getByRole('row', { name: /28\.73 billion.*\+17\.8%/ })).toBeVisible()
})
