import { expect, test } from 'vitest'
import { makeOrganisation, NOW, officialActor } from '@/domain/testing/cast'
import { makeNeed, makeService } from '@/domain/testing/rows'
import { tale } from '@/domain/testing/tale'
import type { Duty } from '@/domain/member/member'
import { countOfficialTasks } from './own-tasks'

const { scene } = tale()

test(
  'an official is called to what its duties let it do, and told how much waits for others',
  scene(async ({ db, cast, as }) => {
    await makeNeed(db, cast.company.id, 'in-review')
    await makeNeed(db, cast.company.id, 'in-review')
    await makeOrganisation(db, 'company', { state: 'applied', appliedAt: NOW })
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    await makeService(db, of, 'disputed')
    const count = (...duties: Duty[]) =>
      countOfficialTasks(as(officialActor(cast.authority, cast.of.authority.owner, duties)))
    expect(await count('verifier')).toEqual({ own: 3, others: 1 })
    expect(await count('statistician')).toEqual({ own: 1, others: 3 })
    expect(await count('verifier', 'statistician')).toEqual({ own: 4, others: 0 })
    expect(await count('publisher')).toEqual({ own: 0, others: 4 })
    expect(await count()).toEqual({ own: 0, others: 4 })
  }),
)
