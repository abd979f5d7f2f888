import { getTranslations } from 'next-intl/server'
import { setWords } from '@/app/[locale]/official/ledger-words'
import { rowSetIn } from '@/app/[locale]/official/set-address'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { contextFor } from '@/app/session'
import type { Kind, Value } from '@/app/table'
import { type ServiceCursor } from '@/domain/ledger/queries'
import { deedOf, isFinancing } from '@/domain/product/classes'
import {
  countRowsBehind,
  listServicesInScope,
  type ServiceListRow,
} from '@/domain/totals/rows-behind'
import { rowSets, type RowSet } from '@/domain/totals/totals'

const AT_ONCE = 1000

const kinds = {
  day: 'day',
  grantedOn: 'day',
  drawnOn: 'day',
  company: 'text',
  uscc: 'code',
  district: 'text',
  zone: 'text',
  chains: 'text',
  financier: 'text',
  kind: 'text',
  rung: 'text',
  class: 'text',
  contract: 'code',
  voucher: 'code',
  granted: 'yuan',
  drawnYuan: 'yuan',
  cover: 'yuan',
  percent: 'percent',
  yearRate: 'percent',
  months: 'count',
  whiteList: 'text',
  state: 'text',
  evidence: 'text',
  source: 'text',
  id: 'code',
} as const satisfies Record<string, Kind>

type Name = keyof typeof kinds

/** What is of one rung alone names its day and its money so, and can be read again as a bank's file. */
const onlyDrawn: readonly RowSet[] = ['drawn', 'drawn-late', 'drawn-gone']
const drawn: readonly Name[] = ['drawnOn', 'drawnYuan', 'yearRate']
const granted: readonly Name[] = ['grantedOn', 'granted', 'yearRate']
const mixed: readonly Name[] = ['day', 'granted', 'drawnYuan', 'cover', 'percent']
function namesOf(set: RowSet): Name[] {
  const own = onlyDrawn.includes(set) ? drawn : set === 'granted' ? granted : mixed
  const others = [...drawn, ...granted, ...mixed].filter((name) => !own.includes(name))
  return (Object.keys(kinds) as Name[]).filter((name) => !others.includes(name))
}

/** The rows of a question as a file. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(own, request, { of: rowSets }, async ({ asked, words, locale, said }) => {
    const { context, question } = asked
    const of = said('of')
    const set = rowSetIn({ of })
    const [t, domain, counts] = await Promise.all([
      getTranslations({ locale, namespace: 'ledger' }),
      getTranslations({ locale, namespace: 'domain' }),
      countRowsBehind(context, question, set),
    ])
    const names = namesOf(set)
    const cellsOf = (row: ServiceListRow): Record<Name, Value> => {
      const yuan = row.amountFen / FEN_PER_YUAN
      const isMoney = isFinancing(row.class)
      const rate = row.rateBp === null ? null : row.rateBp / 100
      return {
        ...{ day: row.happenedOn, grantedOn: row.happenedOn, drawnOn: row.happenedOn },
        company: row.companyName,
        uscc: row.companyUscc,
        district: row.district && domain(`district.${row.district}`),
        zone: row.zone && domain(`zone.${row.zone}`),
        chains: row.chains.map((chain) => domain(`chain.${chain}`)).join('; '),
        financier: row.financierName,
        kind: domain(`financierKind.${row.financierKind}`),
        rung: domain(`rung.${row.rung}`, { deed: deedOf(row.class) }),
        class: domain(`class.${row.class}`),
        contract: row.contractNo,
        voucher: row.voucher,
        // Granted, drawn, and what a guarantee or a policy covers: three figures, never one column.
        granted: row.rung === 5 && isMoney ? yuan : null,
        drawnYuan: row.rung === 6 && isMoney ? yuan : null,
        cover: row.rung !== 4 && !isMoney ? yuan : null,
        ...{ percent: rate, yearRate: rate },
        months: row.tenorMonths,
        whiteList: t(row.whiteListed ? 'yes' : 'no'),
        state: domain(`serviceState.${row.stateThen}`),
        evidence: t(row.evidenced ? 'evidenced' : 'declared'),
        source: domain(`serviceSource.${row.source}`),
        id: row.id,
      }
    }
    async function* rows() {
      let cursor: ServiceCursor | null = null
      do {
        const listed: ServiceListRow[] = await listServicesInScope(context, question, set, cursor, {
          most: AT_ONCE,
          way: 'file',
        })
        const shown = listed.slice(0, AT_ONCE)
        for (const row of shown) {
          const cells = cellsOf(row)
          yield names.map((name) => cells[name])
        }
        const last = shown.at(-1)
        cursor =
          listed.length > AT_ONCE && last ? { happenedOn: last.happenedOn, id: last.id } : null
      } while (cursor)
    }
    return {
      title: await setWords(set, words, counts, locale),
      path: '/official/ledger',
      kept: { of },
      file: t('file', { set: t(`tab.${set}`) }),
      plainFile: `ledger-${set}`,
      columns: names.map((name) => ({ head: t(`column.${name}`), kind: kinds[name] })),
      rows: rows(),
    }
  })
}
