/** Districts and zones overlap: two cuts of one set of companies, never added. */
export const districts = [
  'xincheng',
  'beilin',
  'lianhu',
  'baqiao',
  'weiyang',
  'yanta',
  'yanliang',
  'lintong',
  'changan',
  'gaoling',
  'huyi',
  'lantian',
  'zhouzhi',
] as const
export type District = (typeof districts)[number]

export const zones = [
  'high-tech',
  'economic',
  'qujiang',
  'chanba',
  'aviation-base',
  'aerospace-base',
  'xixian',
] as const
export type Zone = (typeof zones)[number]

/** A park lies in one zone. */
export const parks = { 'silk-road-science': 'high-tech' } as const satisfies Record<string, Zone>
export type Park = keyof typeof parks
export const parkCodes = Object.keys(parks) as Park[]

/** What an official may see: the whole city, or the places named. */
export type Scope = { city: true } | { city: false; districts: District[]; zones: Zone[] }
