declare module 'xirr' {
  /** The oracle of the tests: a yearly rate from dated amounts. */
  export default function xirr(
    transactions: { amount: number; when: Date }[],
    options?: { guess?: number },
  ): number
}
