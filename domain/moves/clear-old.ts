import { clearAttempts } from '@/ports/attempts'
import { dayOf } from '../calendar/calendar'
import { KEPT_DAYS } from '../clock/clock'
import { clearImports } from '../import-run/clear-imports'
import { clearActs, type Context } from '../context'
import { mergeCells } from '../ledger/merge-cells'
import { clearMails } from '../mail/clear-mails'
import { clearResets } from '../member/keep-resets'
import { clearSessions } from '../member/sessions'
import { markThrough, readThrough } from '../night/through'
import { clearNotifications } from '../notification/clear-notifications'
import { clearAsked } from '../organisation/keep-applications'

const DAY_MS = 86_400_000

/**
 * Clears what is kept only for a while, and adds up the cells; once a night. Notifications first: they name the mail that told
 * them too. Answers how many rows.
 */
export async function clearOld({ db, now }: Context): Promise<number> {
  const today = dayOf(now)
  const through = await readThrough(db, 'clear')
  if (through !== null && through >= today) return 0
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const notifications = await clearNotifications(db, {
    read: before(KEPT_DAYS.readNotification),
    unread: before(KEPT_DAYS.unreadNotification),
  })
  const mails = await clearMails(db, {
    sent: before(KEPT_DAYS.sentMail),
    unsent: before(KEPT_DAYS.unsentMail),
  })
  const acts = await clearActs(db, before(KEPT_DAYS.act))
  const attempts = await clearAttempts(db, before(KEPT_DAYS.attempt))
  const links =
    (await clearAsked(db, before(KEPT_DAYS.link))) + (await clearResets(db, before(KEPT_DAYS.link)))
  const sessions = await clearSessions(db, before(KEPT_DAYS.session))
  const uploads = await clearImports(db, before(KEPT_DAYS.upload))
  await mergeCells(db)
  await markThrough(db, 'clear', today)
  return notifications + mails + acts + attempts + links + sessions + uploads
}
