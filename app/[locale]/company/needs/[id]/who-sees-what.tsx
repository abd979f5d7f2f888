import { Check, Lock, X } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { namedFields, sights, type NamedField } from '@/domain/profile/sight'
import { fieldNames } from '../../sight-words'

const marks = { seen: Check, hidden: Lock, never: X } as const

/** Fields of which the same is said stand in one row, as the table says that decides it. */
function rowsOfSights(): NamedField[][] {
  const rows = new Map<string, NamedField[]>()
  for (const field of namedFields) {
    const { before, group, officials } = sights[field]
    const key = `${group} ${before} ${officials}`
    rows.set(key, [...(rows.get(key) ?? []), field])
  }
  return [...rows.values()]
}

/** Who reads what: matched financiers before and after consent, and officials. */
export async function WhoSeesWhat() {
  const [t, profile, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('profile'),
    getTranslations('domain'),
    getLocale(),
  ])
  const cell = (mark: keyof typeof marks, words: ReactNode) => {
    const Mark = marks[mark]
    return (
      <Cell>
        <span
          className={`inline-flex items-start gap-1.5 ${mark === 'seen' ? 'font-semibold text-pass' : 'text-ink-2'}`}
        >
          <Mark aria-hidden size={15} className="mt-[0.25em] shrink-0" />
          {words}
        </span>
      </Cell>
    )
  }
  const line = (key: string, name: string, cells: ReactNode) => (
    <Row key={key}>
      <Cell head>
        <span className="font-normal">{name}</span>
      </Cell>
      {cells}
    </Row>
  )
  return (
    <Table
      caption={t('who.title')}
      phone="scroll"
      head={
        <>
          <Head>{t('who.what')}</Head>
          <Head>{t('who.now')}</Head>
          <Head>{t('who.consented')}</Head>
          <Head>{t('who.official')}</Head>
        </>
      }
    >
      {line(
        'terms',
        t('who.rows.terms'),
        <>
          {cell('seen', t('who.sight.seen'))}
          {cell('seen', t('who.sight.seen'))}
          {cell('seen', t('who.sight.seen'))}
        </>,
      )}
      {rowsOfSights().map((fields) => {
        const [field] = fields
        if (!field) return null
        const { before, group, officials } = sights[field]
        return line(
          field,
          fieldNames(fields, profile, locale),
          <>
            {cell(
              before === 'no' || before === 'within' ? 'hidden' : 'seen',
              t(`who.before.${before}`),
            )}
            {cell('seen', domain(`fieldGroup.${group}`))}
            {cell(officials === 'no' ? 'hidden' : 'seen', t(`who.officials.${officials}`))}
          </>,
        )
      })}
      {line(
        'least',
        t('who.rows.least'),
        <>
          {cell('never', t('who.sight.never'))}
          {cell('never', t('who.sight.never'))}
          {cell('never', t('who.sight.never'))}
        </>,
      )}
    </Table>
  )
}
