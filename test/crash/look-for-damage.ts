import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHashOf, openBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { listEvents } from '../../electron/store/event-log.ts'
import { listOfficeIdentities } from '../../electron/store/keys-repository.ts'
import { listOfficeEvents } from '../../electron/store/office-events.ts'
import { openWorkingSchool } from '../support/working-school.ts'
import { DATE, type Places, takeInAll } from './two-offices.ts'

/** What a kill did: something promised that is gone, something half that shows, something there twice. */
export type Damage = { lost: string[]; half: string[]; doubled: string[] }

type Kept = { eventIds: ReadonlySet<string>; version: number }

/** Opens everything as the next start would, goes on where the kill came, and compares with what was promised. */
export async function lookForDamage(places: Places, { eventIds, version }: Kept): Promise<Damage> {
  const damage: Damage = { lost: [], half: [], doubled: [] }
  checkDayFolders(places.share, version, damage)
  const [teacher, office] = [openWorkingSchool(places.teacher), openWorkingSchool(places.office)]
  try {
    const [mine, theirs] = [teacher.context.session.store(), office.context.session.store()]
    const log = listEvents(mine, places.lessonId)
    const known = new Set(log.map(({ id }) => id))
    for (const id of eventIds) if (!known.has(id)) damage.lost.push(`event ${id}`)
    const identity = listOfficeIdentities(theirs)[0]?.identity ?? ''
    await checkBundles(places.share, identity, damage)

    // A lesson that was cut off while it was open again is not exported before somebody signs it.
    const last = log.findLast((event) => event.kind === 'moved')
    const isSigned = last?.kind === 'moved' && last.value.to !== 'ended'
    if (isSigned) {
      await teacher.ask('export.day', { date: DATE })
      const again = await teacher.ask('export.day', { date: DATE })
      if (!again.unchanged) damage.doubled.push(`day v${again.version} after nothing changed`)
      checkDayFolders(places.share, again.version, damage)
      await checkBundles(places.share, identity, damage)
    }
    const outcomes = existsSync(join(places.share, 'incoming')) ? await takeInAll(office, places.share) : []
    for (const is of outcomes) if (is !== 'taken-in' && is !== 'known') damage.half.push(`merge: ${is}`)
    if (isSigned) {
      const arrived = listOfficeEvents(theirs, places.lessonId).map(({ id }) => id)
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

/** Every day's folder that can be seen is whole, by the sums of its own manifest; none says what the one before said. */
function checkDayFolders(share: string, promised: number, damage: Damage): void {
  const folders = readdirSync(share).filter((name) => name.startsWith(DATE))
  const versions = folders
    .map((name) => ({ name, version: numberIn(name, / v(\d+)$/) }))
    .toSorted((a, b) => a.version - b.version)
  if ((versions.at(-1)?.version ?? 0) < promised) damage.lost.push(`day v${promised}`)
  const hashes = versions.map(({ name }) => wholeHash(join(share, name)))
  for (const [index, hash] of hashes.entries()) {
    const name = versions[index]?.name ?? ''
    if (hash === null) damage.half.push(name)
    else if (hash === hashes[index - 1]) damage.doubled.push(name)
  }
}

/** The manifest's own hash of what the day says, where everything it lists is there as it says; else null. */
function wholeHash(folder: string): string | null {
  try {
    // Judged by the documented format alone, not by the code that wrote it.
    const { files, contentHash } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: { name: string; sha256: string }[]
      contentHash: string
    }
    const isWhole = files.every(({ name, sha256 }) => {
      const content = readFileSync(join(folder, name))
      return createHash('sha256').update(content).digest('hex') === sha256
    })
    return isWhole && files.length > 0 ? contentHash : null
  } catch {
    return null
  }
}

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
