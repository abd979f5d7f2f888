const shades = ['', 'shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5'] as const

/** One of five shades for a figure beside the most there is; none for nobody. */
export function shadeOf(value: number, most: number): string {
  return `shade ${shades[value === 0 ? 0 : Math.ceil((5 * value) / most)] ?? ''}`
}
