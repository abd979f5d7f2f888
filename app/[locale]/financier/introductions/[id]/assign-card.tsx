import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Select } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { isLive } from '@/domain/introduction/introduction'
import type { Colleague } from '@/domain/member/queries'
import { giveToColleague } from './actions'
import type { FinancierMet } from './met'

/** Who looks after it, and the way to hand it to a colleague who may act. */
export function AssignCard({
  met,
  actor,
  colleagues,
}: {
  met: FinancierMet
  actor: FinancierActor
  colleagues: Colleague[]
}) {
  const t = useTranslations('financier')
  const others = colleagues.filter(
    ({ id, role, state }) => id !== met.assignedMemberId && role !== 'viewer' && state === 'active',
  )
  const may =
    whyNotActAs(actor, 'financier') === null &&
    (isLive(met.state) || met.state === 'drawn') &&
    others.length > 0
  return (
    <Card labelledBy="assigned">
      <CardHead
        id="assigned"
        title={t('intro.assigned')}
        note={met.assignedTo ?? t('intro.nobody')}
      />
      {may && (
        <CardBody>
          <details>
            <summary>
              <span className="link">{t('intro.handOver')}</span>
            </summary>
            <Form
              action={giveToColleague.bind(null, met.id)}
              label={t('intro.handOver')}
              className="mt-3 space-y-3"
            >
              <Select
                name="memberId"
                label={t('intro.colleague')}
                choices={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SubmitButton tone="plain">{t('intro.handOverAct')}</SubmitButton>
            </Form>
          </details>
        </CardBody>
      )}
    </Card>
  )
}
