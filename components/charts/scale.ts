import { scaleLinear } from '@visx/scale'

/** From zero to a round figure above the most, with a few ticks on the way. */
export function zeroBased(values: number[], height: number) {
  const most = Math.max(1, ...values)
  const scale = scaleLinear<number>({ domain: [0, most], range: [height, 0], nice: 4 })
  return { y: (value: number) => scale(value), ticks: scale.ticks(4) }
}
