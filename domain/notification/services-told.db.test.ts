import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notification } from '@/db/schema'
import type { MemberActor } from '../actor'
import { importServices } from '../bank-file/import-services'
import { newId } from '../id'
import { verifyService } from '../ledger/verify-service'
import { listOwnNotifications } from '../notice/queries'
import { NOW } from '../testing/cast'
import { makeService } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { readNotifications } from './read-notifications'
import { tell } from './tell'

const { scene } = tale()

const toldTo = async ({ as }: Scene, actor: MemberActor) =>
  (await listOwnNotifications(as(actor), null)).map(({ kind }) => kind)

test(
  'a service that an official verifies is told to both sides; what is answered no longer asks',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { company, financier } = cast
    const to = { companyId: company.id, financierId: financier.id }
    const { id } = await makeService(db, to, 'reported')
    await tell(db, {
      id: newId(),
      at: NOW,
      type: 'service.reported',
      memberId: null,
      subjectId: id,
      facts: {},
    })
    const asks = async () => (await listOwnNotifications(as(who.company), null)).map((l) => l.asks)
    expect(await asks()).toEqual([true])
    value(await verifyService(as(who.statistician), id, 'contract seen'))
    expect(await asks()).toEqual([true, false])
    expect(await toldTo(on, who.company)).toEqual(['service-verified', 'service-reported'])
    expect(await toldTo(on, who.financier)).toEqual(['service-verified'])
    await readNotifications(as(who.company), 'all')
    expect(await listOwnNotifications(as(who.company), null, true)).toEqual([])
  }),
)

const headings =
  '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,授信日期,授信金额(元),放款日期,放款金额(元),期限(月)'

test(
  'each side of an import is told in one line how many of its rows are new, and of none again',
  scene(async ({ db, cast: { company, financier, of }, who, as }) => {
    const file = (...contracts: string[]) => {
      const lines = contracts.map((contract) =>
        [
          ...[company.uscc, company.name, financier.name, '银行', '信用贷款', contract],
          ...['2024/1/2', '60000', '2024/1/5', '50000', 12],
        ].join(','),
      )
      return () => Readable.from([new TextEncoder().encode([headings, ...lines].join('\r\n'))])
    }
    const take = async (...contracts: string[]) =>
      value(
        await importServices(as({ audience: 'clock' }), {
          source: file(...contracts),
          commit: true,
          skipBad: false,
        }),
      )
    await take('TZ-1', 'TZ-2')
    await take('TZ-1', 'TZ-2', 'TZ-3')
    await take('TZ-1', 'TZ-2', 'TZ-3')
    for (const actor of [who.company, who.financier]) {
      const lines = await listOwnNotifications(as(actor), null)
      expect(lines.map(({ kind, many }) => [kind, many])).toEqual([
        ['services-imported', 2],
        ['services-imported', 4],
      ])
    }
    const viewer = eq(notification.memberId, of.company.viewer.id)
    expect(await db.$count(notification, viewer)).toBe(0)
  }),
)
