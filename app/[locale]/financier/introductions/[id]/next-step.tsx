import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clock, fullDay, timeLeft } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { leastGroups } from '@/domain/consent/consent'
import type { Context } from '@/domain/context'
import { declineCodes, isLive } from '@/domain/introduction/introduction'
import { deedOf } from '@/domain/product/classes'
import { ClaimFields } from '../../claim-fields'
import { ContactForm, DrawingForm } from './act-forms'
import { acceptInvitation, answerAssignment, completeFile } from './actions'
import { drawingRoom, type FinancierMet } from './met'

/** What is to be done now, by state: one primary act, then the lesser ones, declining last. */
export async function NextStep({
  context,
  met,
}: {
  context: Context<FinancierActor>
  met: FinancierMet
}) {
  const [t, domain, refusals, locale] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const today = dayOf(context.now)
  const why = whyNotActAs(context.actor, 'financier')
  const room = drawingRoom(met)
  const deed = deedOf(met.product.class)
  const offering = met.offers.some(({ state }) => state === 'indicative' || state === 'asked')
  const offerHref = `/financier/introductions/${met.id}/offer`
  const offerLink = (
    <LinkButton href={offerHref}>
      {t(offering ? 'intro.replaceOffer' : 'intro.makeOffer')}
    </LinkButton>
  )
  const say = (title: string, note?: string): [string, string | undefined] => [title, note]
  let head: [string, string | undefined]
  let body: ReactNode
  switch (met.state) {
    case 'invited':
      head = say(t('intro.now.invited'), t('intro.now.invitedNote'))
      body = (
        <Form action={acceptInvitation.bind(null, met.id)} label={t('intro.accept')}>
          <SubmitButton>{t('intro.accept')}</SubmitButton>
        </Form>
      )
      break
    case 'assigned':
      head = say(t('intro.now.assigned'), t('intro.now.assignedNote'))
      body = (
        <Form action={answerAssignment.bind(null, met.id)} keep="answer" className="space-y-6">
          <ClaimFields today={today} />
          <SubmitButton>{t('intro.acceptAssigned')}</SubmitButton>
        </Form>
      )
      break
    case 'requested':
      head = say(
        t('intro.now.requested'),
        met.dueAt
          ? met.dueAt <= context.now
            ? t('intro.now.requestedLate')
            : t('intro.now.requestedNote', { when: clock(met.dueAt, locale) })
          : t('intro.now.requestedOpen'),
      )
      body = (
        <div className="flex flex-wrap items-center gap-3">
          {offerLink}
          <p className="text-small text-ink-2">{t('intro.offerEarly')}</p>
        </div>
      )
      break
    case 'open':
      head = say(t('intro.now.open'), t('intro.now.openNote'))
      body = <ContactForm met={met} today={today} primary />
      break
    case 'in-contact':
      head = say(
        t('intro.now.in-contact'),
        t('intro.now.in-contactNote', { days: met.product.decisionDays ?? DAYS.decision }),
      )
      body = (
        <div className="space-y-4">
          <div className="flex flex-wrap gap-2">
            <Form action={completeFile.bind(null, met.id)} label={t('intro.complete')}>
              <SubmitButton>{t('intro.complete')}</SubmitButton>
            </Form>
            {offerLink}
          </div>
          <details>
            <summary>
              <span className="link">{t('intro.anotherContact')}</span>
            </summary>
            <div className="mt-4">
              <ContactForm met={met} today={today} />
            </div>
          </details>
        </div>
      )
      break
    case 'file-complete':
      head = say(
        t('intro.now.file-complete'),
        met.dueAt
          ? met.dueAt <= context.now
            ? t('intro.now.file-completeLate', {
                over: timeLeft(met.dueAt, context.now, locale),
              })
            : t('intro.now.file-completeNote', { when: clock(met.dueAt, locale) })
          : undefined,
      )
      body = (
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`${offerHref}?final=yes`} tone="primary">
            {t('intro.approve')}
          </LinkButton>
          {offerLink}
        </div>
      )
      break
    case 'approved':
    case 'drawn':
      if (!room) {
        const approved = met.offers.find(({ state }) => state === 'approved')
        head = say(
          t('intro.now.approved'),
          approved
            ? t('intro.now.approvedNote', { day: fullDay(approved.validUntil, locale) })
            : undefined,
        )
        body = null
      } else if (met.state === 'drawn') {
        head = say(
          t('intro.now.drawn', { deed, amount: money(room.drawn, locale) }),
          room.left > 0
            ? t('intro.now.drawnLeft', { deed, amount: money(room.left, locale) })
            : t('intro.now.drawnAll', { deed }),
        )
        body = room.left > 0 && (
          <details>
            <summary>
              <span className="link">{t('intro.anotherDrawing', { deed })}</span>
            </summary>
            <div className="mt-4">
              <DrawingForm met={met} today={today} leftFen={room.left} />
            </div>
          </details>
        )
      } else {
        head = say(
          t('intro.now.accepted', { deed }),
          t('intro.now.acceptedNote', { deed, amount: money(room.accepted.amountFen, locale) }),
        )
        body = <DrawingForm met={met} today={today} leftFen={room.left} primary />
      }
      break
    case 'ended': {
      const code = met.declineCode
      head = say(
        met.ending ? domain(`ending.${met.ending}`) : t('intro.now.ended'),
        code
          ? t('intro.now.endedCode', {
              code: domain(`declineCode.${code}`),
              mendable: t(`decline.mendable.${declineCodes[code]}`),
            })
          : t('intro.now.endedNote'),
      )
      body = met.endingWords && (
        <blockquote className="border-l-2 border-line-2 pl-3">{met.endingWords}</blockquote>
      )
      break
    }
  }
  const stillReads = leastGroups.every((group) =>
    met.consents.some(({ fieldGroup }) => fieldGroup === group),
  )
  return (
    <Card labelledBy="now">
      <CardHead id="now" title={head[0]} note={head[1]} />
      {met.state === 'drawn' && !stillReads && (
        <CardBody>
          <Notice tone="calm">{t('intro.now.readingOver')}</Notice>
        </CardBody>
      )}
      {why && met.state !== 'ended' ? (
        <CardBody>
          <Notice tone="calm">{refusals(why)}</Notice>
        </CardBody>
      ) : (
        body && <CardBody>{body}</CardBody>
      )}
      {!why && isLive(met.state) && (
        <CardFoot>
          <p>{t('intro.declineNote')}</p>
          <LinkButton
            href={`/financier/introductions/${met.id}/decline`}
            tone="danger"
            size="small"
          >
            {t('intro.decline')}
          </LinkButton>
        </CardFoot>
      )}
    </Card>
  )
}
