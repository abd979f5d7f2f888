import { notFound } from 'next/navigation'
import { isId } from '@/domain/id'

/** An id out of an address, or not found: a text that is none would be an error in SQL. */
export function idFrom(text: string): string {
  return isId(text) ? text : notFound()
}
