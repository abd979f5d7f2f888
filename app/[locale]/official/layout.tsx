import { contextFor } from '@/app/session'
import { OfficialBar } from './bar'

export default async function Layout({ children }: LayoutProps<'/[locale]/official'>) {
  return (
    <>
      <OfficialBar context={await contextFor('official')} />
      {children}
    </>
  )
}
