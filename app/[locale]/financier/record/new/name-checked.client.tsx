'use client'

import { Checkbox } from '@/components/ui/choice-fields.client'
import { useField } from '@/components/ui/form-context.client'

/** Asked only once a name did not go with its code, and kept while the form comes back. */
export function NameChecked({ label }: { label: string }) {
  const { error, value: name } = useField('companyName')
  const { value } = useField('nameChecked')
  const isOther = error !== undefined && typeof name === 'string' && name.trim().length > 1
  return isOther || value === 'on' ? <Checkbox name="nameChecked" label={label} /> : null
}
