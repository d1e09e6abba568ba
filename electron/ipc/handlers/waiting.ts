import {
  hasNickname,
  isTellingName,
  type Joining,
  nothingKnown,
  withName,
} from '../../../shared/domain/joining.ts'
import { matchInSteps, type PupilNames } from '../../../shared/domain/names/match-names.ts'
import { readWaitingNames } from '../../../shared/domain/names/waiting-names.ts'
import { createPauses } from '../../exchange/import/pauses.ts'
import { findClass, findKnownPupil, listPupils } from '../../store/classes-repository.ts'
import { listJoining, readJoining, saveJoining } from '../../store/joining-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { readPupilNames } from '../../store/pupil-names.ts'
import { type Context, lessonOrRefuse, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** Names waiting are matched here, as legal names are sealed and not on screen. */
export function waitingHandlers(
  context: Context,
): Pick<Handlers, 'waiting.match' | 'waiting.remember' | 'joining.get' | 'joining.save'> {
  const save = (store: Store, pupilId: string, before: Joining, known: Joining) => {
    refuseTakenNickname(store, pupilId, before, known)
    saveJoining(store, pupilId, known)
    context.windows.tell('school.changed', {})
    return {}
  }
  return {
    'waiting.match': async ({ lessonId, pasted }) => {
      const { store } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      const reading = readWaitingNames(pasted)
      if (!reading.ok) throw new Refusal(reading.problem.code, reading.problem.message)
      const matches = await matchWithPauses(reading.names, readPupilNames(store, lesson))
      return { matches, leftOut: reading.leftOut.length }
    },
    'waiting.remember': ({ pupilId, name, as }) => {
      const { store } = whoIsHere(context)
      pupilOrRefuse(store, pupilId)
      if (!isTellingName(name)) {
        throw new Refusal('no-name', `“${name}” has no letters to know it by. Nothing was remembered.`)
      }
      const before = readJoining(store, pupilId)
      const known = withName(before, name, as)
      return known === before ? {} : save(store, pupilId, before, known)
    },
    'joining.get': ({ pupilId }) => {
      const store = storeOf(context)
      const { classId } = pupilOrRefuse(store, pupilId)
      const pupil = listPupils(store, classId).find(({ id }) => id === pupilId)
      const summary = findClass(store, classId)
      if (!pupil || !summary) throw noSuchPupil()
      return { pupil, classId, className: summary.name, joining: readJoining(store, pupilId) }
    },
    'joining.save': ({ pupilId, joining }) => {
      const { store } = whoIsHere(context)
      pupilOrRefuse(store, pupilId)
      return save(store, pupilId, readJoining(store, pupilId), joining)
    },
  }
}

/** The window stays lively meanwhile, however long the list. */
async function matchWithPauses(names: readonly string[], pupils: readonly PupilNames[]) {
  const pause = createPauses()
  const steps = matchInSteps(names, pupils)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}

const noSuchPupil = () => new Refusal('no-such-pupil', 'That pupil is not here any more.')

function pupilOrRefuse(store: Store, pupilId: string) {
  const known = findKnownPupil(store, pupilId)
  if (!known) throw noSuchPupil()
  return known
}

/** A nickname tells one pupil of a class: a second one under it would make both uncertain. */
function refuseTakenNickname(store: Store, pupilId: string, before: Joining, known: Joining): void {
  const fresh = known.nicknames.filter((name) => !hasNickname(before, name))
  if (fresh.length === 0) return
  const others = listPupils(store, pupilOrRefuse(store, pupilId).classId).filter(({ id }) => id !== pupilId)
  const joinings = listJoining(
    store,
    others.map(({ id }) => id),
  )
  for (const name of fresh) {
    const owner = others.find(({ id }) => hasNickname(joinings.get(id) ?? nothingKnown, name))
    if (owner) {
      throw new Refusal(
        'nickname-taken',
        `“${name}” is remembered for ${owner.label} already. Nothing was changed; take it away there first.`,
      )
    }
  }
}
