import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'

interface Props {
  href: string
  children: ReactNode
}

/** An ordinary link: jade, underlined. */
export function TextLink({ href, children }: Props) {
  return (
    <Link href={href} className="link">
      <Dated>{children}</Dated>
    </Link>
  )
}

/** A figure that opens: ink with a pale underline, jade on hover. Never round a figure that opens nothing. */
export function QuietLink({ href, children }: Props) {
  return (
    <Link href={href} className="quiet-link">
      <Dated>{children}</Dated>
    </Link>
  )
}

/** A figure of a headline sentence, with the jade underline. */
export function HeadlineFigure({ href, children }: Props) {
  return (
    <Link href={href} className="headline-figure">
      <Dated>{children}</Dated>
    </Link>
  )
}

/** Where one came from, above the heading. */
export function BackLink({ href, children }: Props) {
  return (
    <Link
      href={href}
      data-print="never"
      className="group inline-flex min-h-6 items-center gap-1 text-jade"
    >
      <ChevronLeft aria-hidden size={16} className="-ml-1" />
      <span className="underline decoration-1 underline-offset-4 group-hover:decoration-2">
        <Dated>{children}</Dated>
      </span>
    </Link>
  )
}
