import { randomBytes } from 'node:crypto'
import { freePort } from '../../scripts/postgres/cluster.mjs'
import { addressIn, findAddresses } from '../../scripts/pages/crawl'
import { doors } from '../../scripts/pages/doors'
import { pageAudiences, listRoutes, routeOf, type PageAudience } from '../../scripts/pages/routes'
import { query } from '../../scripts/start/database.mjs'
import { serve } from '../../scripts/start/server.mjs'
import { endChildren } from '../../scripts/start/steps.mjs'
import { expect, signIn, test as base } from '../fixtures'
import { formsIn, naughtyParts, naughtyTexts, type FoundForm } from '../naughty'
import { signInOf } from '../sign-ins'

/** A server of its own on a copy of the city that `npm test` keeps aside: what is sent here is done, too. */
const test = base.extend<{ home: string }>({
  // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
  home: async ({}, use) => {
    const under = process.env.DATABASE_URL ?? ''
    const name = `naughty_${randomBytes(4).toString('hex')}`
    await query(under, `create database ${name} template city`)
    const port = await freePort()
    const home = `http://127.0.0.1:${port}`
    const env = {
      DATABASE_URL: Object.assign(new URL(under), { pathname: `/${name}` }).href,
      NEXTAUTH_URL: home,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      KERONG_JOBS: 'off',
      KERONG_LIMITS: 'off',
    }
    const place = { host: '127.0.0.1', port, address: home }
    await serve(place, { env, dev: false, log: `test-results/${name}.log` })
    await use(home)
    await endChildren()
    await query(under, `drop database if exists ${name} with (force)`)
  },
})

test.use({ expectedTroubles: [/.*/] })
test.describe.configure({ mode: 'parallel' })

/** What readers that are few get: one share of all by turns, their neighbours the others. */
const share = <Part>(all: readonly Part[], shares: number, turn: number) =>
  all.filter((_, at) => at % shares === turn % shares)

const handlers: Record<PageAudience, readonly string[]> = {
  public: ['public', 'anyone'],
  company: ['member'],
  financier: [],
  official: ['official'],
}

/** Addresses of the handlers of an audience, with an id where one is wanted. */
const handlersOf = (audience: PageAudience) =>
  doors
    .filter((door) => door.kind === 'handler' && handlers[audience].includes(door.audience))
    .map(({ file }) => `/${file.replace('/route.ts', '').replace('[locale]', 'zh')}`)

/** Of the parts those that each word a page knows is given alone, and twice: the others come with all words at once. */
const hardest = ['%ff', 'hasOwnProperty', '99999999999999999999']

/** Of the texts those that each field is given alone, beside what else its form holds. */
const hardestTexts = ['a\0b', `a@${'.'.repeat(19_000)}@`, '__proto__', '-1']

/** What an action may be called with by hand: anything but a form. */
const noForms = ['[]', '[null]', '["x","y","z"]', '[{},{},{}]', '["$K9"]', '[[["a"]],"$undefined"]']

/** What readers of addresses know: pages that no link leads to with them have them all the same. */
const words = ['from', 'to', 'asOf', 'definition', 'by', 'chain', 'search', 'after', 'language']

for (const audience of pageAudiences)
  test(`nothing that is sent to the doors of the ${audience} breaks them`, async ({
    home,
    browser,
  }) => {
    test.setTimeout(900_000)
    const page = await browser.newPage({ baseURL: home })
    if (audience !== 'public') await signIn(page, signInOf(audience))
    else await page.goto('/zh')
    const broken: string[] = []
    let asked = 0

    async function ask(
      what: string,
      address: string,
      more: Parameters<typeof page.request.fetch>[1] = {},
    ) {
      asked += 1
      const answer = await page.request.fetch(new URL(address, home).href, {
        ...more,
        maxRedirects: 0,
        failOnStatusCode: false,
      })
      if (answer.status() >= 500) broken.push(`${answer.status()} ${what}`)
      return answer
    }

    const texts = new Map<string, string>()
    const read = async (address: string) => {
      const text = await (await page.request.get(address)).text()
      texts.set(address, text)
      return text
    }
    const { visits, missing } = await findAddresses(read, audience)
    expect(missing).toEqual([])
    const routes = listRoutes()
    const known = new Map<string, Set<string>>()
    const sent: { pattern: string; form: FoundForm }[] = []
    const seen = new Set<string>()
    for (const { path, pattern } of visits) {
      const address = addressIn('zh', path)
      const found = await formsIn(page, texts.get(address) ?? (await read(address)), home + address)
      const asks = [
        ...found.links,
        ...found.forms
          .filter(({ method }) => method === 'get')
          .map(({ action, fields }) => `${action.split('?')[0]}?${new URLSearchParams(fields)}`),
      ]
      for (const link of asks) {
        const url = new URL(link)
        const at =
          routeOf(routes, url.pathname.replace(/^\/(zh|en)(?=\/|$)/, '') || '/')?.pattern ??
          url.pathname
        known.set(at, new Set([...(known.get(at) ?? []), ...url.searchParams.keys()]))
      }
      for (const form of found.forms.filter(({ method }) => method === 'post')) {
        // The same form on another page is the same door.
        const shape = form.fields
          .map(([name]) => name.replace(/\d+/g, '0'))
          .sort()
          .join()
        if (seen.has(shape)) continue
        seen.add(shape)
        sent.push({ pattern, form })
      }
    }

    await test.step('parts of paths', async () => {
      for (const { path, pattern } of new Map(
        visits.map((visit) => [visit.pattern, visit]),
      ).values())
        for (const [place, part] of pattern.split('/').entries())
          if (part.startsWith('['))
            for (const value of naughtyParts) {
              const parts = (path.split('?')[0] ?? '').split('/')
              parts[place] = value
              await ask(`${pattern} with ${value.slice(0, 40)}`, addressIn('zh', parts.join('/')))
            }
    })

    await test.step('words of queries', async () => {
      const pages = [...new Map(visits.map((visit) => [visit.pattern, visit.path])).entries()]
      const all = [
        ...pages.map(([pattern, path]) => [pattern, addressIn('zh', path)] as const),
        ...handlersOf(audience).map((path) => [path, path.replace('[id]', 'x')] as const),
      ]
      for (const [place, [pattern, path]] of all.entries()) {
        const [plain = '', own = ''] = path.split('?')
        const names = new Set([...(known.get(pattern) ?? []), ...new URLSearchParams(own).keys()])
        const put = (pairs: string[]) => `${plain}?${[own, ...pairs].filter(Boolean).join('&')}`
        for (const value of share(naughtyParts, 3, place))
          await ask(
            `${pattern} with all words ${value.slice(0, 40)}`,
            put([...names, ...words].map((name) => `${name}=${value}`)),
          )
        for (const name of names)
          for (const value of hardest)
            await ask(`${pattern}?${name}=${value}`, put([`${name}=${value}`, `${name}=b`]))
        const inherited = ['__proto__', 'hasOwnProperty', 'toString', 'constructor[prototype]']
        await ask(
          `${pattern} with words of every object`,
          `${plain}?${inherited.map((name) => `${name}=a&${name}=b`).join('&')}`,
        )
      }
    })

    const post = (what: string, { action }: FoundForm, form: FormData) =>
      ask(what, action, { method: 'POST', multipart: form, headers: { origin: home } })
    const filled = ({ fields }: FoundForm, ...but: string[]) => {
      const form = new FormData()
      for (const [name, value] of fields) if (!but.includes(name)) form.append(name, value)
      return form
    }

    await test.step('fields of forms', async () => {
      expect(sent.length).toBeGreaterThan(0)
      for (const { pattern, form } of sent) {
        const names = [...new Set(form.fields.map(([name]) => name))]
        const ours = names.filter((name) => !name.startsWith('$ACTION'))
        // The fields of many rows differ by their numbers alone.
        const like = (name: string) => (ours.includes(name) ? name.replace(/\d+/g, '0') : name)
        const alone = new Map(names.map((name) => [like(name), name])).values()
        for (const [what, value] of Object.entries(naughtyTexts)) {
          const body = filled(form, ...ours)
          for (const name of ours) body.append(name, value)
          await post(`${pattern}, every field: ${what}`, form, body)
        }
        for (const [place, name] of [...alone].entries()) {
          const texts = share(hardestTexts, 2, place)
          for (const value of ours.includes(name) ? texts : ['a\0b', ...noForms]) {
            const body = filled(form, name)
            body.append(name, value)
            await post(`${pattern} ${name}: ${value.slice(0, 20)}`, form, body)
          }
          await post(`${pattern} ${name}: not there`, form, filled(form, name))
          const file = filled(form, name)
          file.append(name, new File(['a file'], 'a.txt'))
          if (ours.includes(name)) await post(`${pattern} ${name}: a file`, form, file)
        }
        for (const name of [
          '__proto__[a]',
          'a[999].b',
          'a[0][constructor]',
          'hasOwnProperty',
          '\0',
          'x'.repeat(5000),
        ]) {
          const body = filled(form)
          body.append(name, 'x')
          await post(`${pattern} with a field ${name.slice(0, 20)}`, form, body)
        }
        const many = filled(form)
        for (let count = 0; count < 600; count++) many.append(`f${count}`, 'x')
        await post(`${pattern} with 600 fields`, form, many)
      }
    })

    await test.step('actions that are called by hand', async () => {
      const called = sent.flatMap(({ form }) =>
        form.fields.flatMap(([name, value]) => {
          const id = /^\$ACTION_\d+:0$/.test(name) ? JSON.parse(value).id : undefined
          const plain = /^\$ACTION_ID_(\w+)$/.exec(name)?.[1]
          return [id, plain].filter(Boolean).map((one) => [String(one), form.action] as const)
        }),
      )
      expect(called.length).toBeGreaterThan(0)
      for (const [place, [id, action]] of [...new Map(called)].entries())
        for (const text of share(noForms, 2, place)) {
          const headers = { origin: home, 'next-action': id }
          const body = new FormData()
          body.append('0', text)
          await ask(`${action} ${id} called with ${text}`, action, {
            method: 'POST',
            multipart: body,
            headers,
          })
          await ask(`${action} ${id} called plainly with ${text}`, action, {
            method: 'POST',
            data: Buffer.from(text),
            headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
          })
        }
    })

    await test.step('bodies that are no form', async () => {
      const actions = new Set(sent.map(({ form }) => form.action))
      for (const action of actions)
        for (const [type, data] of [
          ['multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
          ['multipart/form-data', 'x'],
          ['application/x-www-form-urlencoded', '%ff=%00&a=%'],
          ['text/plain;charset=UTF-8', '[{"a":"$Q1"}]'],
          ['application/json', '{'],
        ] as const)
          for (const next of [undefined, 'x', '0'.repeat(42), '../..'])
            await ask(`${action} of ${type}, action ${next}`, action, {
              method: 'POST',
              data: Buffer.from(data),
              headers: {
                origin: home,
                'content-type': type,
                ...(next === undefined ? {} : { 'next-action': next }),
              },
            })
    })

    expect(asked).toBeGreaterThan(500)
    expect(broken, 'answers of 500 and more').toEqual([])
    await page.close()
  })
