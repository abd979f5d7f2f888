/**
 * Every door of app/: its pages, handlers and server actions, and whom each is for. Who opens a new one writes it here;
 * doors.test.ts holds the list against the sources, and how each begins against its audience.
 */

export const doorAudiences = [
  'company',
  'financier',
  'official',
  /** Whoever is signed in. */
  'member',
  /** Open to all; what it reads or writes, it does as the public. */
  'public',
  /** Open to all, and asks for no context: no row that it reads or writes is anybody's. */
  'anyone',
] as const
export type DoorAudience = (typeof doorAudiences)[number]

export interface Door {
  kind: 'page' | 'handler' | 'action'
  /** Its file below app/. */
  file: string
  /** An action's own name, a handler's method, or `page`. */
  name: string
  audience: DoorAudience
  /**
   * Asked by a page that stays open, not by a person: it answers nothing to who is not meant, where others lead to
   * sign-in. It keeps nothing, or a draft as it is typed (`keepers`), so that an action of the kind gives no form.
   */
  isQuiet: boolean
}

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

interface Listed {
  /** Folders of app/ that hold a page. */
  pages: readonly string[]
  /** Folders that hold a handler, and its methods. */
  handlers: Record<string, readonly (typeof methods)[number][]>
  /** Files that hold server actions, and their names. */
  actions: Record<string, readonly string[]>
}

const listed: Record<DoorAudience, Listed> = {
  company: {
    pages: [
      '[locale]/company',
      '[locale]/company/consents',
      '[locale]/company/introductions/[id]',
      '[locale]/company/needs/[id]',
      '[locale]/company/needs/[id]/amend',
      '[locale]/company/needs/[id]/check',
      '[locale]/company/needs/[id]/edit/[step]',
      '[locale]/company/needs/[id]/published',
      '[locale]/company/needs/new',
      '[locale]/company/notices',
      '[locale]/company/profile',
      '[locale]/company/profile/[section]',
      '[locale]/company/requests',
      '[locale]/company/services',
      '[locale]/company/team',
      '[locale]/empty',
    ],
    handlers: { '[locale]/company/notices/[id]': ['GET'] },
    actions: {
      '[locale]/company/introductions/actions.ts': [
        'consentTo',
        'refuse',
        'widen',
        'takeBack',
        'undoTaking',
        'redate',
        'end',
      ],
      '[locale]/company/needs/[id]/actions.ts': ['invite', 'ask', 'accept', 'decline'],
      '[locale]/company/needs/[id]/amend/actions.ts': ['amend'],
      '[locale]/company/needs/[id]/edit/[step]/actions.ts': ['saveStep'],
      '[locale]/company/needs/actions.ts': [
        'start',
        'copy',
        'discard',
        'submit',
        'withdraw',
        'close',
      ],
      '[locale]/company/profile/[section]/actions.ts': ['saveSection'],
      '[locale]/company/requests/actions.ts': ['ask'],
      '[locale]/company/services/actions.ts': ['confirm', 'dispute'],
    },
  },
  financier: {
    pages: [
      '[locale]/financier',
      '[locale]/financier/imports',
      '[locale]/financier/imports/[id]',
      '[locale]/financier/imports/[id]/columns',
      '[locale]/financier/imports/[id]/confirm',
      '[locale]/financier/imports/[id]/mend',
      '[locale]/financier/imports/new',
      '[locale]/financier/introductions/[id]',
      '[locale]/financier/introductions/[id]/decline',
      '[locale]/financier/introductions/[id]/offer',
      '[locale]/financier/introductions/[id]/offer/check',
      '[locale]/financier/leads/[id]',
      '[locale]/financier/leads/[id]/claim',
      '[locale]/financier/notices',
      '[locale]/financier/pipeline',
      '[locale]/financier/products',
      '[locale]/financier/products/[id]',
      '[locale]/financier/products/[id]/edit',
      '[locale]/financier/products/new',
      '[locale]/financier/record',
      '[locale]/financier/record/[id]',
      '[locale]/financier/record/new',
      '[locale]/financier/team',
    ],
    handlers: { '[locale]/financier/notices/[id]': ['GET'] },
    actions: {
      '[locale]/financier/actions.ts': ['passOver', 'restoreLead'],
      '[locale]/financier/introductions/[id]/actions.ts': [
        'acceptInvitation',
        'answerAssignment',
        'logOneContact',
        'completeFile',
        'takeBack',
        'reportOneDrawing',
        'giveToColleague',
      ],
      '[locale]/financier/introductions/[id]/decline/actions.ts': ['decline'],
      '[locale]/financier/introductions/[id]/offer/actions.ts': ['checkOffer', 'sendOffer'],
      '[locale]/financier/leads/[id]/claim/actions.ts': ['claim'],
      '[locale]/financier/products/actions.ts': ['save', 'move'],
      '[locale]/financier/record/[id]/actions.ts': ['takeOut', 'correct'],
      '[locale]/financier/record/new/actions.ts': ['report'],
      '[locale]/financier/views/actions.ts': [
        'saveLeadView',
        'saveViewChange',
        'setView',
        'removeView',
      ],
    },
  },
  official: {
    pages: [
      '[locale]/official',
      '[locale]/official/authorities',
      '[locale]/official/chains',
      '[locale]/official/codes/[id]',
      '[locale]/official/companies',
      '[locale]/official/entries/[id]',
      '[locale]/official/entries/new',
      '[locale]/official/indicators',
      '[locale]/official/imports',
      '[locale]/official/imports/[id]',
      '[locale]/official/imports/[id]/columns',
      '[locale]/official/imports/[id]/confirm',
      '[locale]/official/imports/[id]/mend',
      '[locale]/official/imports/new',
      '[locale]/official/ledger',
      '[locale]/official/ledger/[id]',
      '[locale]/official/missing',
      '[locale]/official/missing/companies',
      '[locale]/official/missing/needs',
      '[locale]/official/needs',
      '[locale]/official/needs/[id]',
      '[locale]/official/news',
      '[locale]/official/notices',
      '[locale]/official/organisations',
      '[locale]/official/organisations/[id]',
      '[locale]/official/outbox',
      '[locale]/official/places',
      '[locale]/official/registered',
      '[locale]/official/requests/[id]',
      '[locale]/official/tasks',
      '[locale]/official/team',
      '[locale]/official/white-list',
    ],
    handlers: {
      '[locale]/official/notices/[id]': ['GET'],
      'api/export/companies': ['GET'],
      'api/export/cuts': ['GET'],
      'api/export/ledger': ['GET'],
      'api/export/months': ['GET'],
      'api/export/totals': ['GET'],
    },
    actions: {
      '[locale]/official/authorities/actions.ts': ['invite', 'grant'],
      '[locale]/official/codes/[id]/actions.ts': ['admitOdd', 'refuseOdd'],
      '[locale]/official/entries/actions.ts': ['save', 'publish', 'withdraw', 'discard'],
      '[locale]/official/ledger/[id]/actions.ts': ['verify', 'takeOut', 'correct'],
      '[locale]/official/missing/actions.ts': ['invite', 'tell'],
      '[locale]/official/needs/[id]/actions.ts': [
        'approve',
        'sendBack',
        'letWordsStand',
        'sendWordsBack',
        'assign',
      ],
      '[locale]/official/requests/[id]/actions.ts': ['grant', 'decline'],
      '[locale]/official/saved/actions.ts': ['keepQuestion', 'removeQuestion'],
      '[locale]/official/organisations/[id]/actions.ts': [
        'admit',
        'refuse',
        'suspend',
        'restore',
        'undo',
      ],
    },
  },
  member: {
    pages: ['[locale]/account/mails', '[locale]/account/notices', '[locale]/account/password'],
    handlers: { 'api/export/import-rows': ['GET'], 'api/export/import-template': ['GET'] },
    actions: {
      'imports/actions.ts': ['upload', 'mend', 'confirm', 'stop', 'discard', 'undo'],
      '[locale]/account/notices/actions.ts': ['saveNoticeSetting'],
      '[locale]/account/password/actions.ts': ['changeOwnPassword'],
      'notices-actions.ts': ['readOneNotice', 'readAllNotices'],
      'team-actions.ts': ['invite', 'changeColleagueRole', 'removeColleague'],
    },
  },
  public: {
    pages: [
      '[locale]/(public)',
      '[locale]/(public)/first-administrator',
      '[locale]/(public)/how-it-works',
      '[locale]/(public)/indicators',
      '[locale]/(public)/indicators/[series]',
      '[locale]/(public)/invitation',
      '[locale]/(public)/news',
      '[locale]/(public)/news/[id]',
      '[locale]/(public)/products',
      '[locale]/(public)/products/[id]',
      '[locale]/(public)/reset/link',
      '[locale]/(public)/sign-up/link',
      '[locale]/(public)/totals',
      '[locale]/(public)/white-list',
    ],
    handlers: {
      '[locale]/(public)/news/feed.xml': ['GET'],
      'api/v1/totals': ['GET'],
      'api/v1/totals.csv': ['GET'],
      'api/v1/totals.xlsx': ['GET'],
    },
    actions: {
      '[locale]/(public)/first-administrator/actions.ts': ['makeAdministrator'],
      '[locale]/(public)/invitation/actions.ts': ['acceptInvitation'],
      '[locale]/(public)/reset/actions.ts': ['askForLink'],
      '[locale]/(public)/reset/link/actions.ts': ['reset'],
      '[locale]/(public)/sign-in/actions.ts': ['signInHere'],
      '[locale]/(public)/sign-up/actions.ts': ['signUp'],
      '[locale]/(public)/sign-up/link/actions.ts': ['register'],
    },
  },
  anyone: {
    pages: [
      '[locale]/(public)/method',
      '[locale]/(public)/open-data',
      '[locale]/(public)/reset',
      '[locale]/(public)/sign-in',
      '[locale]/(public)/sign-up',
      '[locale]/[...rest]',
    ],
    handlers: { 'api/health': ['GET'], 'api/v1/openapi.json': ['GET'] },
    actions: { 'preferences.ts': ['chooseTheme'], 'sign-out.ts': ['signOut'] },
  },
}

/** Quiet ones that keep a draft while it is typed, by the verb that saves it: keeping the same twice is keeping it once. */
export const keepers: Readonly<Record<string, string>> = {
  keepStep: 'domain/need/save-need',
  keepDraft: 'domain/product/save-product',
}

/** Those that answer nothing rather than lead to sign-in. */
const quiet: Partial<Record<DoorAudience, Partial<Listed>>> = {
  company: {
    actions: {
      '[locale]/company/needs/[id]/edit/[step]/keep-step.ts': ['keepStep'],
      '[locale]/company/needs/[id]/edit/[step]/preview-action.tsx': ['previewTyped'],
    },
  },
  financier: {
    actions: {
      '[locale]/financier/products/keep-draft.ts': ['keepDraft'],
      '[locale]/financier/products/reach-action.tsx': ['reckonTyped'],
    },
  },
  member: { handlers: { 'api/bell': ['GET'], 'api/session': ['GET', 'POST'] } },
}

function doorsOf(
  audience: DoorAudience,
  { pages = [], handlers = {}, actions = {} }: Partial<Listed>,
  isQuiet: boolean,
): Door[] {
  const door = (kind: Door['kind'], file: string, name: string): Door => ({
    kind,
    file,
    name,
    audience,
    isQuiet,
  })
  return [
    ...pages.map((folder) => door('page', `${folder}/page.tsx`, 'page')),
    ...Object.entries(handlers).flatMap(([folder, names]) =>
      names.map((name) => door('handler', `${folder}/route.ts`, name)),
    ),
    ...Object.entries(actions).flatMap(([file, names]) =>
      names.map((name) => door('action', file, name)),
    ),
  ]
}

export const doors: readonly Door[] = doorAudiences.flatMap((audience) => [
  ...doorsOf(audience, listed[audience], false),
  ...doorsOf(audience, quiet[audience] ?? {}, true),
])
