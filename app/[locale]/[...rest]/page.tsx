import { notFound } from 'next/navigation'

/** Any address that no page answers, so that its *not found* is in the reader's language. */
export default function Nowhere() {
  notFound()
}
