import { addressIn, findAddresses, readAs } from '../../scripts/pages/crawl'
import { expect, test } from '../fixtures'
import { newEmail } from '../newcomers'

/** What somebody could fill in or send: no search, nothing that is switched off. */
const live =
  'main form:not([method=get]) :is(button[type=submit], input:not([type=hidden]), select, textarea):enabled'
/** One's own password and mails are everybody's. */
const ownAccount = /^\/account\//

// What can be sent is in the page as it comes.
test.use({ javaScriptEnabled: false })

for (const audience of ['company', 'financier'] as const)
  test(`a member of the ${audience} who only reads finds no form that would refuse it, at no address`, async ({
    asPersona,
    newcomer,
  }) => {
    test.setTimeout(300_000)
    const owner = await asPersona(audience)
    await owner.goto(`/zh/${audience}/team`)
    await owner.getByLabel('姓名').fill('周只读')
    await owner.getByLabel('邮箱').fill(newEmail())
    await owner.getByRole('radio', { name: /只读/ }).check()
    await owner.getByRole('button', { name: '生成邀请地址' }).click()
    const shown = owner.getByRole('status').filter({ hasText: '给周只读的邀请地址' })
    const { pathname, search } = new URL(await shown.getByText(/\/invitation\?token=/).innerText())
    await owner.reload()
    await expect(owner.getByText(/邀请，.*前有效，还没加入/).first()).toBeVisible()
    const reader = await newcomer()
    await reader.goto(pathname + search)
    await reader.getByLabel('设置密码').fill('another sentence')
    await reader.getByRole('button', { name: '加入并登录' }).click()
    await reader.waitForURL(new RegExp(`/zh/${audience}$`))
    // Every address that the owner finds, typed by whoever may not.
    const { visits } = await findAddresses(readAs(owner), audience)
    for (const { path } of visits) {
      if (ownAccount.test(path)) continue
      await test.step(path, async () => {
        const answer = await reader.goto(addressIn('zh', path))
        expect.soft(answer?.status(), path).toBe(200)
        expect.soft(await reader.locator(live).count(), `${path}: live fields`).toBe(0)
        await expect.soft(reader.getByText('您的账号只能查看').first(), path).toBeVisible()
      })
    }
  })
