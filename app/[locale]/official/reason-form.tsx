import type { ComponentProps, ReactNode } from 'react'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { TextArea } from '@/components/ui/fields.client'
import type { FormAction } from '@/components/ui/form-state'

/** An act that has to say why: the words and the button together, so that it works before any script. */
export function ReasonForm({
  action,
  keep,
  name = 'reason',
  label,
  hint,
  formLabel,
  tone = 'danger',
  also,
  children,
}: {
  action: FormAction
  name?: string
  /** Tells it from another on its page that asks for the same. */
  keep?: string
  label: string
  hint: string
  formLabel: string
  tone?: ComponentProps<typeof SubmitButton>['tone']
  /** What is asked beside the reason. */
  also?: ReactNode
  /** What the button says. */
  children: ReactNode
}) {
  return (
    <Form action={action} keep={keep ?? name} label={formLabel} className="space-y-3">
      <TextArea name={name} label={label} hint={hint} rows={3} maxLength={500} />
      {also}
      <SubmitButton tone={tone}>{children}</SubmitButton>
    </Form>
  )
}
