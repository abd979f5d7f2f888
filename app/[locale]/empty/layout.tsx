import { notFound } from 'next/navigation'
import CompanyLayout from '../company/layout'

/**
 * The empty page that `npm run bench -- web` holds every page against. It is no page of the product, so it stands apart from
 * the company's, and is there for no server but one that the bench started. Yet it is in every build and has the company's
 * own layout: what is measured is the build that serves people, and of a page only what it adds itself.
 */
export default function Layout(props: LayoutProps<'/[locale]/company'>) {
  if (process.env.KERONG_BENCH !== 'web') notFound()
  return <CompanyLayout {...props} />
}
