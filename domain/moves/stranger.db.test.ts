import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { organisation, service } from '@/db/schema'
import { importServices } from '../bank-file/import-services'
import { heldStates } from '../organisation/organisation'
import { listOrganisationsInScope } from '../organisation/queries'
import { aKnownCompany, applicant, readsOf } from '../testing/applicants'
import { nextUscc, officialActor } from '../testing/cast'
import { tale, value } from '../testing/tale'
import { listCompaniesServed, listServicesInScope } from '../totals/rows-behind'
import { defaultDefinition } from '../totals/totals'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const period = { from: 202401, to: 202405 }
const question = { period, definition: defaultDefinition, asOf: null }

const bankRow = (uscc: string) =>
  [
    '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,授信日期,授信金额（元）,放款日期,放款金额（元）,期限（月）',
    `${uscc},CANARY-KNOWN,CANARY-BANK,银行,信用贷款,CANARY-IMPORTED,2024-05-02,60000,2024-05-03,50000,12`,
  ].join('\r\n')

describe('a stranger who applies with a public code', () => {
  test(
    'reads nothing of what the ledger knows under it, by whatever page, notice or mail',
    scene(async (on) => {
      const known = await aKnownCompany(on)
      const stranger = await applicant(on, { uscc: known.uscc })
      expect(stranger.organisationId).not.toBe(known.id)
      expect(await readsOf(on, stranger)).not.toContain('CANARY')
      const file = () => Readable.from([Buffer.from(bankRow(known.uscc))])
      const entry = { source: file, commit: true, skipBad: false }
      const imported = value(await importServices(on.as(clock), entry))
      expect(imported).toMatchObject({ bad: 0, drawn: { added: 1 } })
      const read = await readsOf(on, stranger)
      expect(read).not.toContain('CANARY')
      const rows = await on.db.select().from(service).where(eq(service.companyId, known.id))
      expect(rows.map(({ contractNo }) => contractNo)).toContain('CANARY-IMPORTED')
    }),
  )

  test(
    'neither does one who applies as a known financier, nor gives it a bank file by its name',
    scene(async (on) => {
      const known = await aKnownCompany(on, 'financier')
      const stranger = await applicant(on, {
        kind: 'financier',
        financierKind: 'fund',
        uscc: known.uscc,
        name: 'CANARY-BANK',
      })
      const read = await readsOf(on, stranger)
      expect(read.replaceAll('CANARY-BANK', '')).not.toContain('CANARY')
      const file = () => Readable.from([Buffer.from(bankRow(nextUscc()))])
      value(await importServices(on.as(clock), { source: file, commit: true, skipBad: false }))
      const reported = await on.db
        .select()
        .from(service)
        .where(eq(service.financierId, stranger.organisationId))
      expect(reported).toEqual([])
      const [kept] = await on.db.select().from(organisation).where(eq(organisation.id, known.id))
      expect(kept).toMatchObject({ name: 'CANARY-KNOWN', financierKind: 'bank', state: 'known' })
    }),
  )

  test(
    'gives it no name in what officials read',
    scene(async (on) => {
      const known = await aKnownCompany(on)
      await applicant(on, { uscc: known.uscc, name: 'TYPED-BY-A-STRANGER' })
      const { cast } = on
      const official = on.as(
        officialActor(cast.authority, cast.of.authority.owner, ['verifier', 'statistician']),
      )
      const read = JSON.stringify([
        await listServicesInScope(official, question, 'all', null),
        await listCompaniesServed(official, question, 'counted', null),
        await listOrganisationsInScope(official, { states: heldStates }, null),
      ])
      expect(read).toContain('CANARY-KNOWN')
      expect(read).not.toContain('TYPED-BY-A-STRANGER')
    }),
  )
})
