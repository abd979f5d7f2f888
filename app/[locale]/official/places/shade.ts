/** The five shades of a heat table: what each holds at most. Squared steps, so that one large figure leaves the small ones apart. */
export function shadeBounds(most: number): number[] {
  const bounds = [1, 2, 3, 4, 5].map((step) => Math.ceil((most * step * step) / 25))
  return bounds.filter((bound, at) => bound > (bounds[at - 1] ?? 0))
}

const shades = ['shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5'] as const

/** The shade of a figure beside the most there is; none for nobody. */
export function shadeOf(value: number, most: number): string {
  if (value <= 0) return 'shade'
  const at = shadeBounds(most).findIndex((bound) => value <= bound)
  return `shade ${shades[at] ?? shades[4]}`
}
