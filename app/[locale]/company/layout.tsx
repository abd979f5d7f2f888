import { contextFor } from '@/app/session'
import { CompanyBar } from './bar'
import { StandingNotice } from './standing-notice'

export default async function Layout({ children }: LayoutProps<'/[locale]/company'>) {
  return (
    <>
      <CompanyBar context={await contextFor('company')} />
      <StandingNotice />
      {children}
    </>
  )
}
