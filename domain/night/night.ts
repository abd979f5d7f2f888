/** The works of the night, each done once a day however often it is asked for; a missed one is made up for. */
export const nightWorks = ['judge', 'rank', 'clear', 'totals'] as const
export type NightWork = (typeof nightWorks)[number]
