import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHashOf, openBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { listEvents } from '../../electron/store/event-log.ts'
import { listOfficeIdentities } from '../../electron/store/keys-repository.ts'
import { listOfficeEvents } from '../../electron/store/office-events.ts'
import { openWorkingSchool } from '../support/working-school.ts'
import { type Damage, type Files, lookAtFolders } from './look-at-folders.ts'
import { type Places, takeInAll } from './two-offices.ts'
import { makeFiles, type Way } from './ways.ts'

export type Kept = Files & { eventIds: ReadonlySet<string> }

/** Opens everything as the next start would, goes on where the kill came, and compares with what was promised. */
export async function lookForDamage(places: Places, kept: Kept): Promise<Damage> {
  const damage: Damage = { lost: [], half: [], doubled: [] }
  await lookAtFolders(places, kept, damage)
  const [teacher, office] = [openWorkingSchool(places.teacher), openWorkingSchool(places.office)]
  teacher.chosen.folder = places.mail
  try {
    const [mine, theirs] = [teacher.context.session.store(), office.context.session.store()]
    const log = listEvents(mine, places.lessonId)
    const known = new Set(log.map(({ id }) => id))
    for (const id of kept.eventIds) if (!known.has(id)) damage.lost.push(`event ${id}`)
    const identity = listOfficeIdentities(theirs)[0]?.identity ?? ''
    await checkBundles(places.share, identity, damage)

    // A lesson that was cut off while it was open again is not exported before somebody signs it.
    const last = log.findLast((event) => event.kind === 'moved')
    const isSigned = last?.kind === 'moved' && last.value.to !== 'ended'
    const makeTwice = async (way: Way) => {
      const [made, again] = [
        await makeFiles(way, { teacher, office }),
        await makeFiles(way, { teacher, office }),
      ]
      // Of what goes to leaders only the name is told: the same folder is the same version.
      if (!again.unchanged && again.name !== made.name)
        damage.doubled.push(`${again.name} after nothing changed`)
    }
    if (isSigned) for (const way of ['export', 'leaders'] as const) await makeTwice(way)
    for (const is of await takeInAll(office, places.share))
      if (is !== 'taken-in' && is !== 'known') damage.half.push(`merge: ${is}`)
    const arrived = listOfficeEvents(theirs, places.lessonId).map(({ id }) => id)
    if (arrived.length > 0) await makeTwice('report')
    await lookAtFolders(places, kept, damage)
    await checkBundles(places.share, identity, damage)
    if (isSigned) {
      const arrivedOnce = new Set(arrived)
      if (arrivedOnce.size < arrived.length) damage.doubled.push('events at the office')
      // That a day was exported is recorded after it went.
      const due = log.filter((event) => event.kind !== 'moved' || event.value.to !== 'exported')
      for (const { id } of due) if (!arrivedOnce.has(id)) damage.lost.push(`event ${id} at the office`)
    }
  } finally {
    for (const one of [teacher, office]) one.context.session.close()
  }
  return damage
}

const numberIn = (name: string, of: RegExp): number => Number(of.exec(name)?.[1] ?? 1)

/** Every bundle that can be seen opens, and none says what the one before said. */
async function checkBundles(share: string, identity: string, damage: Damage): Promise<void> {
  const folder = join(share, 'incoming')
  if (!existsSync(folder)) return
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .toSorted((a, b) => numberIn(a, / v(\d+)\.bundle$/) - numberIn(b, / v(\d+)\.bundle$/))
  let before: string | null = null
  for (const name of names) {
    const opened = await openBundle(readFileSync(join(folder, name)), identity)
    if (typeof opened === 'string') {
      damage.half.push(`${name}: ${opened}`)
      continue
    }
    const hash = contentHashOf(opened.body)
    if (hash === before) damage.doubled.push(name)
    before = hash
  }
}
