import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay, nearDay } from '@/components/format/dates'
import { allInCost } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { ClockChip } from '@/components/ui/clock-chip'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Task } from '@/components/ui/task'
import { TextLink } from '@/components/ui/text-links'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { dayOf, endOf } from '@/domain/calendar/calendar'
import type { OwnTasks } from '@/domain/need/tasks'
import { consentTo, refuse } from '../introductions/actions'
import { needTitle } from '../need-words'
import { countTasks } from '../own-tasks'
import { taskList } from './task-list'

/** What waits for the company, clocks first. */
export async function Todo({
  tasks,
  now,
  actor,
}: {
  tasks: OwnTasks
  now: Date
  actor: CompanyActor
}) {
  const [t, domain, need, refusals, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getTranslations('need'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const say = { domain, need, locale }
  const today = dayOf(now)
  const whyNot = whyNotActAs(actor, 'company')
  const count = countTasks(tasks)
  if (count === 0)
    return (
      <>
        <h2 className="text-h2">{t('todo.none')}</h2>
        <p className="mt-1 text-ink-2">{t('todo.noneText')}</p>
      </>
    )
  return (
    <>
      <h2 className="mb-3 text-h2">{t(whyNot ? 'todo.forOthers' : 'todo.title', { count })}</h2>
      <ul className={taskList}>
        {tasks.requests.map((request) => (
          <li key={request.id}>
            <Task
              title={t('todo.request.title', {
                financier: request.financierName,
                count: request.askedGroups.length,
              })}
              whoSees={t('todo.request.whoSees')}
              clock={request.dueAt && <ClockChip due={request.dueAt} now={now} exact />}
              act={
                whyNot ? (
                  <DisabledButton id={`consent-${request.id}`} reason={refusals(whyNot)} wide>
                    {t('todo.request.act', { count: request.askedGroups.length })}
                  </DisabledButton>
                ) : (
                  <Form
                    action={consentTo.bind(null, request.id)}
                    label={t('todo.request.label', { financier: request.financierName })}
                  >
                    {request.askedGroups.map((group) => (
                      <input key={group} type="hidden" name="groups[]" value={group} />
                    ))}
                    <input type="hidden" name="until" value={request.askedUntil ?? today} />
                    <SubmitButton tone="plain" wide>
                      {t('todo.request.act', { count: request.askedGroups.length })}
                    </SubmitButton>
                  </Form>
                )
              }
              also={
                <>
                  <TextLink href={`/company/introductions/${request.id}`}>
                    {t('todo.request.choose')}
                  </TextLink>
                  {!whyNot && (
                    <Dialog
                      opener={t('todo.request.refuse')}
                      tone="quiet"
                      size="small"
                      title={t('todo.request.refuseTitle', { financier: request.financierName })}
                    >
                      <p>{t('todo.request.refuseText')}</p>
                      <Form
                        action={refuse.bind(null, request.id)}
                        className="mt-4 flex flex-wrap gap-2"
                      >
                        <SubmitButton tone="danger">{t('todo.request.refuseAct')}</SubmitButton>
                        <DialogCancel>{t('back')}</DialogCancel>
                      </Form>
                    </Dialog>
                  )}
                </>
              }
            >
              {t('todo.request.text', {
                groups: listed(
                  request.askedGroups.map((group) => domain(`fieldGroup.${group}`)),
                  locale,
                ),
                purpose: request.askedPurpose ? domain(`purpose.${request.askedPurpose}`) : '',
                until: fullDay(request.askedUntil ?? today, locale),
              })}
            </Task>
          </li>
        ))}
        {tasks.offers.map((offer) => (
          <li key={offer.id}>
            <Task
              title={t(offer.state === 'approved' ? 'todo.offer.title' : 'todo.offer.indicative', {
                financier: offer.financierName,
                amount: money(offer.amountFen, locale),
              })}
              clock={<ClockChip due={endOf(offer.validUntil)} now={now} exact />}
              act={
                <LinkButton href={`/company/needs/${offer.needId}#offers`} wide>
                  {t('todo.offer.act')}
                </LinkButton>
              }
            >
              {offer.needVersion !== offer.currentVersion
                ? t('todo.offer.old')
                : t(offer.state === 'approved' ? 'todo.offer.text' : 'todo.offer.indicativeText', {
                    rate: offer.allInBp === null ? t('unknown') : allInCost(offer.allInBp, locale),
                    until: nearDay(offer.validUntil, today, locale),
                  })}
            </Task>
          </li>
        ))}
        {tasks.drawings.map((drawing) => (
          <li key={drawing.id}>
            <Task
              title={t('todo.drawing.title', {
                financier: drawing.financierName,
                amount: money(drawing.amountFen, locale),
              })}
              clock={drawing.confirmDueAt && <ClockChip due={drawing.confirmDueAt} now={now} />}
              act={
                <LinkButton href={`/company/services#${drawing.id}`} wide>
                  {t('todo.drawing.act')}
                </LinkButton>
              }
            >
              {t('todo.drawing.text', {
                day: fullDay(drawing.happenedOn, locale),
                class: domain(`class.${drawing.class}`),
                contract: drawing.contractNo ?? t('todo.drawing.noContract'),
              })}
            </Task>
          </li>
        ))}
        {tasks.returned.map((returned) => (
          <li key={returned.id}>
            <Task
              title={t('todo.returned.title', { need: needTitle(returned, say) })}
              act={
                <LinkButton href={`/company/needs/${returned.id}/check`} wide>
                  {t('todo.returned.act')}
                </LinkButton>
              }
            >
              {returned.returnReason && t('todo.returned.text', { reason: returned.returnReason })}
            </Task>
          </li>
        ))}
      </ul>
    </>
  )
}
