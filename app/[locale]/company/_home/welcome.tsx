import { getLocale, getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { sectionsToSubmit, sectionStatus, type Profile } from '@/domain/profile/profile'

/** A new company: what to do first, and what it brings. */
export async function Welcome({ profile, actor }: { profile: Profile; actor: CompanyActor }) {
  const [t, domain, refusals, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const whyNot = whyNotActAs(actor, 'company', ['applied'])
  const gaps = sectionsToSubmit.filter((section) => sectionStatus(profile, section) !== 'done')
  return (
    <Card labelledBy="welcome">
      <CardHead id="welcome" title={t('welcome.title')} note={t('welcome.note')} />
      <CardBody>
        <ol className="divide-y divide-line [&>li]:py-5 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
          <li>
            <Task
              title={gaps.length > 0 ? t('welcome.profile') : t('welcome.profileDone')}
              whoSees={t('welcome.profileSees')}
              act={
                <LinkButton
                  href="/company/profile"
                  tone={gaps.length > 0 ? 'primary' : 'plain'}
                  wide
                >
                  {gaps.length > 0 ? t('welcome.profileAct') : t('welcome.profileSee')}
                </LinkButton>
              }
            >
              {gaps.length > 0
                ? t('welcome.profileText', {
                    sections: listed(
                      gaps.map((section) => domain(`profileSection.${section}`)),
                      locale,
                    ),
                  })
                : t('welcome.profileWhole')}
            </Task>
          </li>
          <li>
            <Task
              title={t('welcome.need')}
              whoSees={t('welcome.needSees')}
              act={
                whyNot ? (
                  <DisabledButton id="first-need" reason={refusals(whyNot)} wide>
                    {t('welcome.needAct')}
                  </DisabledButton>
                ) : (
                  <LinkButton
                    href="/company/needs/new"
                    tone={gaps.length > 0 ? 'plain' : 'primary'}
                    wide
                  >
                    {t('welcome.needAct')}
                  </LinkButton>
                )
              }
            >
              {actor.organisationState === 'applied'
                ? t('welcome.needApplied')
                : t('welcome.needText')}
            </Task>
          </li>
          <li>
            <Task
              title={t('welcome.look')}
              act={
                <LinkButton href="/products" wide>
                  {t('welcome.lookAct')}
                </LinkButton>
              }
            >
              {t('welcome.lookText')}
            </Task>
          </li>
        </ol>
      </CardBody>
    </Card>
  )
}
