/** Xi'an's 19 key industrial chains, 2023–2024: a dated list, in the order of the city's notice. */
export const chains = [
  'photonics',
  'heavy-trucks',
  'semiconductors',
  'biomedicine',
  'rail-transit',
  'aviation',
  'titanium',
  'new-energy-vehicles',
  'dairy',
  'aerospace',
  'power-transmission',
  'photovoltaics',
  'drones',
  'hydrogen',
  'additive-manufacturing',
  'smart-terminals',
  'internet-of-things',
  'sensors',
  'ceramic-composites',
] as const

export type Chain = (typeof chains)[number]
