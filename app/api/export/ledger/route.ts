import { getTranslations } from 'next-intl/server'
import { setWords } from '@/app/[locale]/official/ledger-words'
import { rowSetIn } from '@/app/[locale]/official/set-address'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { type ServiceCursor } from '@/domain/ledger/queries'
import { deedOf, isFinancing } from '@/domain/product/classes'
import {
  countRowsBehind,
  listServicesInScope,
  type ServiceListRow,
} from '@/domain/totals/rows-behind'
import { rowSets } from '@/domain/totals/totals'

const AT_ONCE = 1000

const kinds = {
  day: 'day',
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
  months: 'count',
  whiteList: 'text',
  state: 'text',
  evidence: 'text',
  source: 'text',
  id: 'code',
} as const satisfies Record<string, Kind>

/** Granted, drawn, and what a guarantee or a policy covers: three figures, never one column. */
function amountsOf({ rung, class: name, amountFen }: ServiceListRow) {
  const yuan = amountFen / FEN_PER_YUAN
  const isMoney = isFinancing(name)
  return [
    rung === 5 && isMoney ? yuan : null,
    rung === 6 && isMoney ? yuan : null,
    rung !== 4 && !isMoney ? yuan : null,
  ]
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
    async function* rows() {
      let cursor: ServiceCursor | null = null
      do {
        const listed: ServiceListRow[] = await listServicesInScope(context, question, set, cursor, {
          most: AT_ONCE,
          way: 'file',
        })
        const shown = listed.slice(0, AT_ONCE)
        for (const row of shown)
          yield [
            row.happenedOn,
            row.companyName,
            row.companyUscc,
            row.district && domain(`district.${row.district}`),
            row.zone && domain(`zone.${row.zone}`),
            row.chains.map((chain) => domain(`chain.${chain}`)).join('; '),
            row.financierName,
            domain(`financierKind.${row.financierKind}`),
            domain(`rung.${row.rung}`, { deed: deedOf(row.class) }),
            domain(`class.${row.class}`),
            row.contractNo,
            row.voucher,
            ...amountsOf(row),
            row.rateBp === null ? null : row.rateBp / 100,
            row.tenorMonths,
            t(row.whiteListed ? 'yes' : 'no'),
            domain(`serviceState.${row.stateThen}`),
            t(row.evidenced ? 'evidenced' : 'declared'),
            domain(`serviceSource.${row.source}`),
            row.id,
          ]
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
      columns: (Object.keys(kinds) as (keyof typeof kinds)[]).map((name) => ({
        head: t(`column.${name}`),
        kind: kinds[name],
      })),
      rows: rows(),
    }
  })
}
