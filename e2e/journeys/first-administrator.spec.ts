import { randomBytes } from 'node:crypto'
import { firstAdministratorToken } from '@/domain/member/first-administrator-token'
import { freePort } from '../../scripts/postgres/cluster.mjs'
import { migrate, query } from '../../scripts/start/database.mjs'
import { serve } from '../../scripts/start/server.mjs'
import { endChildren } from '../../scripts/start/steps.mjs'
import { test as base, expect, expectAccessible, onPhone } from '../fixtures'
import { newEmail, newUscc } from '../newcomers'

/** A server of its own on an empty database beside the demonstration city, and the address it would print. */
const test = base.extend<{ empty: { home: string; address: (now?: Date) => string } }>({
  // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
  empty: async ({}, use) => {
    const city = process.env.DATABASE_URL
    if (!city) throw new Error('DATABASE_URL names the database of the server under test')
    const name = `kerong_empty_${randomBytes(4).toString('hex')}`
    const database = new URL(city)
    database.pathname = `/${name}`
    const secret = randomBytes(32).toString('base64url')
    const port = await freePort()
    const home = `http://127.0.0.1:${port}`
    await query(city, `create database ${name}`)
    try {
      await migrate(database.href)
      await serve(
        { host: '127.0.0.1', port, address: home },
        {
          env: { DATABASE_URL: database.href, NEXTAUTH_URL: home, NEXTAUTH_SECRET: secret },
          dev: false,
          log: undefined,
        },
      )
      const address = (now = new Date()) =>
        `${home}/zh/first-administrator?token=${firstAdministratorToken(secret, now)}`
      await use({ home, address })
    } finally {
      await endChildren()
      await query(city, `drop database if exists ${name} with (force)`)
    }
  },
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`the one-time address of an empty platform makes its first administrator, once${onPhone(javaScriptEnabled)}`, async ({
      page,
      newcomer,
      empty,
    }) => {
      test.setTimeout(120_000)
      const yesterday = new Date(Date.now() - 25 * 3_600_000)
      await page.goto(empty.address(yesterday))
      await expect(page.getByRole('heading', { name: '这个地址不能再用' })).toBeVisible()

      await page.goto(empty.address())
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('建立第一位管理员')
      if (javaScriptEnabled) await expectAccessible(page)
      const email = newEmail()
      await page.getByLabel('政府部门名称').fill('某市科学技术局')
      await page.getByLabel('统一社会信用代码').fill(newUscc())
      await page.getByLabel('姓名').fill('赵首任')
      await page.getByLabel('邮箱').fill(email)
      await page.getByLabel('设置密码').fill('short')
      await page.getByRole('button', { name: '建立管理员并登录' }).click()
      await expect(page.getByRole('alert').filter({ hasText: '至少 10 位' })).toBeVisible()
      await expect(page.getByLabel('政府部门名称')).toHaveValue('某市科学技术局')
      await page.getByLabel('设置密码').fill('a sentence to remember')
      await page.getByRole('button', { name: '建立管理员并登录' }).click()
      await page.waitForURL(/\/zh\/official$/)
      await page.goto(`${empty.home}/zh/official/team`)
      await expect(page.getByText('您是唯一的负责人')).toBeVisible()
      await expect(page.getByText(email)).toBeVisible()

      const stranger = await newcomer()
      await stranger.goto(empty.address())
      await expect(stranger.getByRole('heading', { name: '这个地址不能再用' })).toBeVisible()
    })
  })
