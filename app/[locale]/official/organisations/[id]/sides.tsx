import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { isApplication, type OrganisationState } from '@/domain/organisation/organisation'

interface Person {
  name: string
  email: string
  phone: string | null
}

export interface Side {
  id: string
  name: string
  state: OrganisationState
  appliedAt: Date | null
  admittedAt: Date | null
  people: Person[]
  evidence: string | null
}

interface Props {
  own: Side
  sides: Side[]
  isElsewhere: boolean
  /** Of whoever holds the code. */
  ledgerRows: number
}

/** Everybody with one code beside each other, for whoever decides whose it is. */
export function Sides({ own, sides, isElsewhere, ledgerRows }: Props) {
  const [t, locale] = [useTranslations('official.organisation'), useLocale()]
  const others = sides.length + (isElsewhere ? 1 : 0)
  const line = (side: Side) => {
    const since = side.admittedAt ?? side.appliedAt
    return (
      <Row key={side.id} selected={side.id === own.id}>
        <Cell head>
          {side.id === own.id && isApplication(own.state)
            ? t('side.this')
            : t(`side.${side.state}`)}
        </Cell>
        <Cell label={t('rivalName')} note={side.name === own.name ? undefined : t('differs')}>
          {side.id === own.id ? (
            <span lang="zh">{side.name}</span>
          ) : (
            <QuietLink href={`/official/organisations/${side.id}`}>
              <span lang="zh">{side.name}</span>
            </QuietLink>
          )}
        </Cell>
        <Cell label={t('rivalPeople')}>
          {side.people.length === 0
            ? '–'
            : side.people.slice(0, 3).map((one) => (
                <span key={one.email} className="block text-small">
                  <span lang="zh">{one.name}</span>{' '}
                  <span className="break-all text-ink-2">
                    {[one.phone, one.email].filter(Boolean).join(' · ')}
                  </span>
                </span>
              ))}
        </Cell>
        <Cell label={t('evidence')}>
          {side.evidence ? (
            <span lang="zh" className="text-small wrap-anywhere">
              {side.evidence}
            </span>
          ) : (
            '–'
          )}
        </Cell>
        <Cell num label={t('rivalRows')}>
          {isApplication(side.state) ? '–' : count(ledgerRows)}
        </Cell>
        <Cell label={t('rivalSince')}>{since ? fullDay(dayOf(since), locale) : '–'}</Cell>
      </Row>
    )
  }
  return (
    <Card labelledBy="sides">
      <CardHead
        id="sides"
        title={t('rivals', { count: others })}
        note={others > 0 ? t('rivalsNote') : undefined}
      />
      {isElsewhere && (
        <CardBody>
          <p className="text-ink-2">{t('rivalsElsewhere')}</p>
        </CardBody>
      )}
      {others === 0 && (
        <CardBody>
          <p className="text-ink-2">{t('rivalsNone')}</p>
        </CardBody>
      )}
      {sides.length > 0 && (
        <Table
          caption={t('compare')}
          head={
            <>
              <Head>{t('rivalSide')}</Head>
              <Head>{t('rivalName')}</Head>
              <Head>{t('rivalPeople')}</Head>
              <Head>{t('evidence')}</Head>
              <Head num>{t('rivalRows')}</Head>
              <Head>{t('rivalSince')}</Head>
            </>
          }
        >
          {[own, ...sides].map(line)}
        </Table>
      )}
    </Card>
  )
}
