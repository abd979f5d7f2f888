import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import type { Tone } from '@/components/ui/button-look'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import type { ProductState } from '@/domain/product/product'
import { move } from './actions'

type Move = Parameters<typeof move>[1]

/** What may be done with a product in its state; retiring asks again, since it cannot be undone. */
export function ProductActs({
  actor,
  product,
  onPage = false,
  reconfirmFirst = false,
}: {
  actor: FinancierActor
  product: { id: string; name: string; state: ProductState }
  onPage?: boolean
  reconfirmFirst?: boolean
}) {
  const t = useTranslations('product')
  if (whyNotActAs(actor, 'financier') || product.state === 'retired') return null
  const size = onPage ? 'normal' : 'small'
  const act = (to: Move, tone: Tone, label: string, named: string) => (
    <Form action={move.bind(null, product.id, to, onPage ? 'page' : 'list')} label={named}>
      <SubmitButton tone={tone} size={size} aria-label={named}>
        {label}
      </SubmitButton>
    </Form>
  )
  const { name, state } = product
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'live' &&
        (onPage || reconfirmFirst) &&
        act(
          'reconfirmed',
          reconfirmFirst ? 'primary' : 'plain',
          t('act.reconfirm'),
          t('act.reconfirmOne', { name }),
        )}
      {(state === 'draft' || state === 'paused') &&
        onPage &&
        act('published', 'primary', t('act.publish'), t('act.publishOne', { name }))}
      {!onPage && state !== 'live' && (
        <LinkButton href={`/financier/products/${product.id}`} size="small">
          {t('act.check')}
        </LinkButton>
      )}
      <LinkButton
        href={`/financier/products/${product.id}/edit`}
        size={size}
        aria-label={t('act.editOne', { name })}
      >
        {t('act.edit')}
      </LinkButton>
      {state === 'live' && act('paused', 'plain', t('act.pause'), t('act.pauseOne', { name }))}
      {onPage && (
        <Dialog opener={t('act.retire')} title={t('act.retireTitle', { name })}>
          <p>{t('act.retireText')}</p>
          <Form
            action={move.bind(null, product.id, 'retired', 'page')}
            label={t('act.retireTitle', { name })}
            className="mt-5 flex flex-wrap justify-end gap-2"
          >
            <DialogCancel>{t('act.keep')}</DialogCancel>
            <SubmitButton tone="danger-strong">{t('act.retireAct')}</SubmitButton>
          </Form>
        </Dialog>
      )}
    </div>
  )
}
