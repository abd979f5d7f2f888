import type { Register } from '@/domain/register/register'

/** The officials' page that lists a register. */
export function listOf(
  register: Register,
): '/official/news' | '/official/indicators' | '/official/chains' {
  if (register === 'indicator') return '/official/indicators'
  return register === 'chain-groups' ? '/official/chains' : '/official/news'
}

/** Where anyone reads an entry that was published. */
export function publicAddress(entry: { id: string; register: Register; series: string | null }) {
  if (entry.register === 'indicator') return `/indicators/${entry.series ?? ''}`
  return entry.register === 'chain-groups' ? null : `/news/${entry.id}`
}
