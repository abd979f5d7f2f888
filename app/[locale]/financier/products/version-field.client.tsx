'use client'

import { useStart } from '@/components/ui/fields.client'
import { useForm } from '@/components/ui/form-context.client'

/** The version that the answers in the fields began with, or were last kept in. */
export function VersionField({ version }: { version: number }) {
  const before = useStart('version', String(version))
  return <input type="hidden" name="version" value={useForm()?.stamp ?? before} />
}
