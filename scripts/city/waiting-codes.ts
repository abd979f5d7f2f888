import { addDays } from '@/domain/calendar/calendar'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { WAN } from './tables'
import { officeMoment, workingDayUntil } from './working-time'
import type { World } from './world'

const FIRST_17 = '91619999MA7WAYT01'
const NAME = '西安早禾精密机械有限公司'

/** A company whose licence bears a code that fails its check: what a bank reported of it waits for a verifier. */
export function addWaitingCodes(world: World): void {
  const random = world.random.fork('waiting codes')
  const [bank] = world.financiers
  if (!bank) throw new Error('a code waits with the rows of a financier')
  const at = officeMoment(random, workingDayUntil(addDays(world.today, -2)))
  const uscc = `${FIRST_17}${usccCheckCharacter(FIRST_17) === '9' ? '8' : '9'}`
  const code = random.id(at)
  const drawnOn = workingDayUntil(addDays(world.today, -20))
  const grantedOn = workingDayUntil(addDays(world.today, -30))
  world.rows.waitingCode.push({
    ...{ id: code, uscc, companyName: NAME, state: 'waiting', since: at },
    reason: 'check',
    ...{ decidedAt: null, decidedByMemberId: null, words: null },
  })
  for (const [index, fen] of [300 * WAN, 120 * WAN].entries()) {
    const contractNo = `ZH-000${index + 1}`
    world.rows.waitingRow.push({
      ...{ id: random.id(at), codeId: code, financierId: bank.row.id, at, memberId: null },
      ...{ source: 'import', importId: null },
      key: `${contractNo} 1`,
      facts: {
        ...{ row: index + 2, uscc, codeWaits: true, company: NAME, financier: bank.row.name },
        ...{ kind: bank.row.financierKind, class: 'credit-loan', contractNo, voucher: '001' },
        granted: { on: grantedOn, fen },
        drawn: { on: drawnOn, fen },
        ...{ tenorMonths: 12, rateBp: 345, firstLoan: null },
      },
    })
  }
}
