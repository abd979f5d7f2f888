import type * as schema from '@/db/schema'

type Row<Table extends { $inferInsert: object }> = Required<Table['$inferInsert']>

/** The city as rows, table by table, in an order that every foreign key can follow. */
export interface Rows {
  organisation: Row<typeof schema.organisation>[]
  member: Row<typeof schema.member>[]
  profile: Row<typeof schema.profile>[]
  datedProfile: Row<typeof schema.datedProfile>[]
  profileYear: Row<typeof schema.profileYear>[]
  qualification: Row<typeof schema.qualification>[]
  whiteListEntry: Row<typeof schema.whiteListEntry>[]
  product: Row<typeof schema.product>[]
  productVersion: Row<typeof schema.productVersion>[]
  need: Row<typeof schema.need>[]
  needIndex: Row<typeof schema.needIndex>[]
  match: Row<typeof schema.match>[]
  introduction: Row<typeof schema.introduction>[]
  consent: Row<typeof schema.consent>[]
  disclosure: Row<typeof schema.disclosure>[]
  contact: Row<typeof schema.contact>[]
  offer: Row<typeof schema.offer>[]
  service: Row<typeof schema.service>[]
  serviceMark: Omit<Row<typeof schema.serviceMark>, 'position'>[]
  event: Row<typeof schema.event>[]
}

export function noRows(): Rows {
  return {
    organisation: [],
    member: [],
    profile: [],
    datedProfile: [],
    profileYear: [],
    qualification: [],
    whiteListEntry: [],
    product: [],
    productVersion: [],
    need: [],
    needIndex: [],
    match: [],
    introduction: [],
    consent: [],
    disclosure: [],
    contact: [],
    offer: [],
    service: [],
    serviceMark: [],
    event: [],
  }
}
