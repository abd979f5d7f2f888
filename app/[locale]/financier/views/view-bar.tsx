import { BookmarkPlus, Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextField } from '@/components/ui/fields.client'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { DropPanel } from '@/components/ui/drop-panel.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { TextLink } from '@/components/ui/text-links'
import type { FinancierActor } from '@/domain/actor'
import type { SavedView } from '@/domain/view/queries'
import { conditionFields, leadsHref, type LeadPlace } from '../lead-address'
import { removeView, saveLeadView, saveViewChange, setView } from './actions'

interface Props {
  actor: FinancierActor
  place: LeadPlace
  view: SavedView | null
  asOf: Date
}

/** Beside the conditions: save them as a view, put a changed view right, or set the view one looks at. */
export function ViewBar({ actor, place, view, asOf }: Props) {
  const t = useTranslations('financier')
  const { view: asked, ...filter } = place
  const conditions = new URLSearchParams(conditionFields(filter)).toString()
  const hidden = <input type="hidden" name="conditions" value={conditions} readOnly />
  const changed = typeof asked === 'object' && asked.changed
  const save = (label: string) => (
    <Panel label={label} icon={<BookmarkPlus aria-hidden size={14} />} asOf={asOf}>
      <Form action={saveLeadView} label={label} className="space-y-4">
        {hidden}
        <TextField name="name" label={t('views.name')} hint={t('views.nameHint')} maxLength={30} />
        <div>
          {actor.role !== 'viewer' && (
            <Checkbox name="shared" label={t('views.shared')} note={t('views.sharedNote')} />
          )}
          {!filter.passed && <Checkbox name="alert" label={t('views.alert')} />}
        </div>
        <SubmitButton>{t('views.saveAct')}</SubmitButton>
      </Form>
    </Panel>
  )
  if (!view) return conditions ? save(t('views.save')) : null
  if (!changed) return <Settings key={view.id} actor={actor} view={view} asOf={asOf} />
  return (
    <>
      <span className="text-hint text-ink-2">{t('views.changed')}</span>
      {view.mayChange && (
        <Form
          action={saveViewChange.bind(null, view.id)}
          label={t('views.saveTo', { name: view.name })}
        >
          {hidden}
          <SubmitButton tone="plain" size="small">
            {t('views.saveTo', { name: view.name })}
          </SubmitButton>
        </Form>
      )}
      {save(t('views.saveAs'))}
      <span className="text-hint">
        <TextLink href={leadsHref({ view: { id: view.id, changed: false } })}>
          {t('views.discard')}
        </TextLink>
      </span>
    </>
  )
}

function Panel({
  label,
  icon,
  asOf,
  children,
}: {
  label: string
  icon: ReactNode
  asOf: Date
  children: ReactNode
}) {
  return (
    <DropPanel
      width="normal"
      asOf={asOf.getTime()}
      opener={
        <>
          {icon}
          {label}
        </>
      }
    >
      {children}
    </DropPanel>
  )
}

function Settings({ actor, view, asOf }: { actor: FinancierActor; view: SavedView; asOf: Date }) {
  const t = useTranslations('financier')
  return (
    <Panel label={t('views.settings')} icon={<Settings2 aria-hidden size={14} />} asOf={asOf}>
      {!view.isOwn && (
        <p className="mb-3 text-small text-ink-2">{t('views.madeBy', { name: view.madeBy })}</p>
      )}
      <Form action={setView.bind(null, view.id)} label={t('views.settings')} className="space-y-4">
        {view.mayChange && (
          <TextField name="name" label={t('views.name')} start={view.name} maxLength={30} />
        )}
        <div>
          {!view.filter.passed && (
            <Checkbox name="alert" label={t('views.alert')} start={view.alert} />
          )}
          <Checkbox name="opensFirst" label={t('views.opensFirst')} start={view.opensFirst} />
          {view.mayChange && actor.role !== 'viewer' && (
            <Checkbox
              name="shared"
              label={t('views.shared')}
              note={t('views.sharedNote')}
              start={view.shared}
            />
          )}
        </div>
        <SubmitButton>{t('views.settingsAct')}</SubmitButton>
      </Form>
      {view.mayChange && (
        <div className="mt-4 border-t border-line pt-4">
          <Dialog
            opener={t('views.delete')}
            size="small"
            title={t('views.deleteTitle', { name: view.name })}
          >
            <p>{t(view.shared ? 'views.deleteShared' : 'views.deleteText')}</p>
            <Form
              action={removeView.bind(null, view.id)}
              label={t('views.delete')}
              className="mt-5 flex flex-wrap gap-3"
            >
              <SubmitButton tone="danger-strong">{t('views.deleteAct')}</SubmitButton>
              <DialogCancel>{t('views.keep')}</DialogCancel>
            </Form>
          </Dialog>
        </div>
      )}
    </Panel>
  )
}
