/** The moment of the draft that was saved in another tab, and that moment given back by whoever keeps their own answers. */
export const SAVED_ELSEWHERE = 'savedElsewhere'
export const SEEN_ELSEWHERE = 'seenElsewhere'
