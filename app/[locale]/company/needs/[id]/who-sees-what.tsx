import { Check, Lock, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Cell, Head, Row, Table } from '@/components/ui/table'

type Sight = 'seen' | 'hidden' | 'until' | 'ticked' | 'never'
const columns = ['now', 'consented', 'official'] as const
const rows: Record<string, [Sight, Sight, Sight]> = {
  place: ['seen', 'seen', 'seen'],
  terms: ['seen', 'seen', 'seen'],
  name: ['hidden', 'until', 'seen'],
  accounts: ['hidden', 'ticked', 'hidden'],
  least: ['never', 'never', 'never'],
}
const mark = { seen: Check, until: Check, ticked: Check, hidden: Lock, never: X } as const

/** Who reads what: matched financiers before and after consent, and officials. */
export function WhoSeesWhat() {
  const t = useTranslations('need')
  return (
    <Table
      caption={t('who.title')}
      phone="scroll"
      head={
        <>
          <Head>{t('who.what')}</Head>
          {columns.map((column) => (
            <Head key={column}>{t(`who.${column}`)}</Head>
          ))}
        </>
      }
    >
      {Object.entries(rows).map(([row, sights]) => (
        <Row key={row}>
          <Cell head>
            <span className="font-normal">{t(`who.rows.${row as 'place'}`)}</span>
          </Cell>
          {sights.map((sight, index) => {
            const Mark = mark[sight]
            const open = sight !== 'hidden' && sight !== 'never'
            return (
              <Cell key={columns[index]}>
                <span
                  className={`inline-flex items-start gap-1.5 ${open ? 'font-semibold text-pass' : 'text-ink-2'}`}
                >
                  <Mark aria-hidden size={15} className="mt-[0.25em] shrink-0" />
                  {t(`who.sight.${sight}`)}
                </span>
              </Cell>
            )
          })}
        </Row>
      ))}
    </Table>
  )
}
