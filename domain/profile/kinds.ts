/** The lists and bands a profile draws on. */
export const stages = ['seed', 'start-up', 'growth', 'expansion', 'mature'] as const
export type Stage = (typeof stages)[number]

export const collateralKinds = [
  'real-estate',
  'land',
  'equipment',
  'inventory',
  'receivables',
  'orders',
  'patents',
  'shares',
  'deposit',
  'third-party-guarantee',
] as const
export type CollateralKind = (typeof collateralKinds)[number]

/** Certificates of science and technology companies, from the lowest rung to the highest. */
export const qualificationKinds = [
  'technology-sme',
  'innovative-sme',
  'specialised-sme',
  'little-giant',
  'high-tech-enterprise',
  'gazelle',
  'unicorn',
  'above-scale',
  'listing-reserve',
  'chain-leader',
] as const
export type QualificationKind = (typeof qualificationKinds)[number]

export const qualificationLevels = ['national', 'provincial', 'municipal'] as const
export type QualificationLevel = (typeof qualificationLevels)[number]

/** Bands in which a teaser shows head counts: 1–19 · 20–49 · 50–99 · 100–299 · 300+. */
export const staffBands = ['1-19', '20-49', '50-99', '100-299', '300+'] as const
export type StaffBand = (typeof staffBands)[number]

export function staffBand(staff: number): StaffBand {
  if (staff < 20) return '1-19'
  if (staff < 50) return '20-49'
  if (staff < 100) return '50-99'
  return staff < 300 ? '100-299' : '300+'
}

/** Bands in which a teaser shows patents: 0 · 1–9 · 10+. */
export const patentBands = ['0', '1-9', '10+'] as const
export type PatentBand = (typeof patentBands)[number]

export function patentBand(patents: number): PatentBand {
  if (patents === 0) return '0'
  return patents < 10 ? '1-9' : '10+'
}

/** The least and the most of a band; the last has no most. */
export function bandBounds(band: StaffBand | PatentBand): [number, number] {
  if (band.endsWith('+')) return [Number(band.slice(0, -1)), Infinity]
  const [least = 0, most = least] = band.split('-').map(Number)
  return [least, most]
}
