import { getTranslations } from 'next-intl/server'
import { Toast } from '@/components/ui/toast.client'

/** Says what was just done when the address does. */
export async function DoneToast({ children }: { children: string }) {
  const t = await getTranslations('ui')
  return <Toast close={t('close')}>{children}</Toast>
}
