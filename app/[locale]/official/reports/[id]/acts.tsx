import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotOfCity, type OfficialActor } from '@/domain/actor'
import type { findReport } from '@/domain/report/queries'
import { ReasonForm } from '../../reason-form'
import { agree, discard, giveBack, propose, write } from '../actions'
import { NoteFields } from '../note-fields'

type Report = NonNullable<Awaited<ReturnType<typeof findReport>>>['report']

/** What a statistician of the city may do with a report in its state; else why not, in words. */
export async function ReportActs({
  actor,
  report,
  isLast,
}: {
  actor: OfficialActor
  report: Report
  /** No edition of its month comes after it. */
  isLast: boolean
}) {
  const [t, refusals] = await Promise.all([
    getTranslations('report.official'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfCity(actor, 'statistician')
  const { id, version, state, savedByMemberId, proposedByMemberId } = report
  const isOwn = [savedByMemberId, proposedByMemberId].includes(actor.memberId)
  const main = ({ draft: 'propose', proposed: 'agree', sealed: 'revise' } as const)[state]
  if (state === 'sealed' && !isLast) return null
  const why = no ?? (state === 'proposed' && isOwn ? 'second-official' : null)
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t(main)} note={t(`${main}Note`)} />
      <CardBody>
        {why ? (
          <DisabledButton id="act" reason={refusals(why)}>
            {t(main)}
          </DisabledButton>
        ) : state === 'draft' ? (
          <Form action={propose.bind(null, id, version)} label={t('propose')}>
            <SubmitButton wide>{t('propose')}</SubmitButton>
          </Form>
        ) : state === 'proposed' ? (
          <Form action={agree.bind(null, id, version)} label={t('agree')}>
            <SubmitButton wide>{t('agree')}</SubmitButton>
          </Form>
        ) : (
          <Form
            action={write.bind(null, report.month)}
            keep={`revise ${id}`}
            label={t('revise')}
            className="space-y-4"
          >
            <NoteFields isRevision />
            <SubmitButton tone="plain">{t('revise')}</SubmitButton>
          </Form>
        )}
      </CardBody>
      {!no && state === 'draft' && (
        <CardBody line>
          <Form action={discard.bind(null, id)} label={t('discard')}>
            <SubmitButton tone="quiet">{t('discard')}</SubmitButton>
          </Form>
        </CardBody>
      )}
      {!no && state === 'proposed' && (
        <CardBody line>
          <ReasonForm
            action={giveBack.bind(null, id)}
            formLabel={t(isOwn ? 'takeBack' : 'return')}
            label={t('why')}
            hint={t('whyReturn')}
            tone="plain"
          >
            {t(isOwn ? 'takeBack' : 'return')}
          </ReasonForm>
        </CardBody>
      )}
    </Card>
  )
}
