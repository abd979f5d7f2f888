import { getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FitBar } from '@/components/ui/fit'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import { LENGTHS } from '@/domain/clock/clock'
import { SEATS } from '@/domain/need/need'
import type { FinancingClass } from '@/domain/product/classes'
import { assign } from './actions'

interface Fitting {
  id: string
  fit: number
  productId: string
  productName: string
  productClass: FinancingClass
  financierId: string
  financierName: string
  unknown: number
}

/** Products that fit a published need, each with the act that assigns it, or why that is not possible. */
export async function Assign({
  actor,
  needId,
  fitting,
  isBeingJudged,
  met,
  blocked,
}: {
  actor: OfficialActor
  needId: string
  fitting: readonly Fitting[]
  /** What is listed is that of last time. */
  isBeingJudged: boolean
  /** Financiers with an introduction that has not ended. */
  met: ReadonlySet<string>
  /** Why nobody can be assigned now. */
  blocked: 'seats' | 'closed' | null
}) {
  const [t, domain, refusals] = await Promise.all([
    getTranslations('official.assign'),
    getTranslations('domain'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfficial(actor, 'verifier')
  const why = no ? refusals(no) : blocked ? t(`blocked.${blocked}`, { of: SEATS }) : null
  return (
    <Card labelledBy="assign">
      <CardHead
        id="assign"
        title={isBeingJudged ? t('judging') : t('title', { count: fitting.length })}
        note={why ?? t('note', LENGTHS)}
      />
      {fitting.length === 0 && isBeingJudged ? (
        <CardBody>{t('judgingNote')}</CardBody>
      ) : fitting.length === 0 ? (
        <CardBody>
          <EmptyState kind="nothing" level={3} title={t('none')}>
            {t('noneNote')}
          </EmptyState>
        </CardBody>
      ) : (
        <Table
          caption={t('caption')}
          head={
            <>
              <Head>{t('product')}</Head>
              <Head>{t('class')}</Head>
              <Head>{t('fit')}</Head>
              <Head>{t('act')}</Head>
            </>
          }
        >
          {fitting.map((one) => (
            <Row key={one.id}>
              <Cell head note={<span lang="zh">{one.financierName}</span>}>
                <QuietLink href={`/official/needs/${needId}?why=${one.id}#why`}>
                  <span lang="zh">{one.productName}</span>
                </QuietLink>
              </Cell>
              <Cell label={t('class')}>{domain(`class.${one.productClass}`)}</Cell>
              <Cell
                label={t('fit')}
                note={one.unknown > 0 ? t('unknown', { count: one.unknown }) : undefined}
              >
                <FitBar fit={one.fit} />
              </Cell>
              <Cell label={t('act')}>
                {met.has(one.financierId) ? (
                  <span className="text-small text-ink-2">{t('met')}</span>
                ) : why ? (
                  <span className="text-small text-ink-2">{t('notNow')}</span>
                ) : (
                  <Form
                    action={assign.bind(null, needId)}
                    label={t('assignTo', { name: one.financierName })}
                  >
                    <input type="hidden" name="productId" value={one.productId} />
                    <SubmitButton
                      tone="plain"
                      size="small"
                      aria-label={t('assignTo', {
                        name: `${one.financierName} · ${one.productName}`,
                      })}
                    >
                      {t('assign')}
                    </SubmitButton>
                  </Form>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  )
}
