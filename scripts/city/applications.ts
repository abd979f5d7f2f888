import type { World } from './world'

const proofs = [
  '营业执照编号与工商登记一致，可拨登记的总机核对。',
  '公司官网首页有备案号，登记地址与执照一致。',
  '开户行可以核对对公账户名称。',
]

/** The applications that wait, as they were typed; one names a code that the ledger knows already. */
export function addApplications(world: World): void {
  const random = world.random.fork('applications')
  const waiting = world.rows.organisation.filter(({ state }) => state === 'applied')
  const known = world.companies.find(({ row }) => row.state === 'known')
  const claims = world.companies.findLast(
    ({ row, members }) => row.state === 'applied' && members[0]?.email.startsWith('owner-'),
  )
  if (known && claims) {
    claims.row.uscc = known.row.uscc
    // As its licence has it, and as the bank's file had not.
    claims.row.name = known.row.name.replace(/(责任|股份)?有限公司$/, '（集团）有限公司')
  }
  for (const row of waiting) {
    const owner = world.rows.member.find(({ organisationId }) => organisationId === row.id)
    if (!owner || (row.kind !== 'company' && row.kind !== 'financier')) continue
    world.rows.application.push({
      id: random.id(row.createdAt),
      kind: row.kind,
      financierKind: row.financierKind,
      uscc: row.uscc,
      name: row.name,
      personName: owner.name,
      email: owner.email,
      phone: owner.phone ?? '',
      evidence: random.pick(proofs),
      askedAt: row.createdAt,
      linkHash: null,
      linkUntil: row.createdAt,
      openedAt: row.createdAt,
      organisationId: row.id,
    })
  }
}
