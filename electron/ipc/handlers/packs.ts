import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import {
  approvalAfter,
  contactToRing,
  type Pack,
  type ReceiptKind,
  SENT_CONTENTS,
  weekOf,
} from '../../../shared/domain/packs.ts'
import { mayLead } from '../../../shared/domain/staff.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import {
  findClass,
  knownPupilsOf,
  listPupilIds,
  listPupilIdsOfLesson,
  onScreen,
} from '../../store/classes-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { addReceipts, findPack, findPackById, readReceipts, savePack } from '../../store/packs-repository.ts'
import { listStaff } from '../../store/school-repository.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

type PackHandlers = Pick<
  Handlers,
  'packs.week' | 'packs.save' | 'packs.approve' | 'packs.mark' | 'resources.sent'
>

/** Packs of a week, who found them appropriate, and who has them (head.packs, head.pack-receipt). */
export function packHandlers(context: Context): PackHandlers {
  const changed = () => {
    context.windows.tell('school.changed', {})
    return {}
  }
  return {
    'packs.week': ({ classId, week }) => packOfWeek(context, classId, week),
    'packs.save': ({ classId, week, contents, availableFrom }) => {
      const { store } = whoIsHere(context)
      classOrRefuse(store, classId)
      const before = findPack(store, classId, weekOf(week))
      savePack(store, {
        id: before?.id ?? randomUUID(),
        classId,
        week: weekOf(week),
        contents,
        availableFrom,
        approval: approvalAfter(before, contents),
      })
      return changed()
    },
    'packs.approve': ({ packId }) => {
      const { store, me } = whoIsHere(context)
      const pack = packOrRefuse(store, packId)
      if (!mayLead(me, listStaff(store))) {
        throw new Refusal('leader-only', 'A leader finds packs appropriate. Nothing was changed.')
      }
      if (pack.approval === null) {
        savePack(store, { ...pack, approval: { staffId: me.id, at: context.now() } })
      }
      return changed()
    },
    'packs.mark': ({ packId, pupilIds, how }) => {
      const { store } = whoIsHere(context)
      const pack = packOrRefuse(store, packId)
      mark(context, pack, { pupilIds, how, known: listPupilIds(store, pack.classId) })
      return changed()
    },
    'resources.sent': ({ lessonId, pupilIds }) => {
      const { store } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      const known = listPupilIdsOfLesson(store, lesson)
      store.db.transaction(() => {
        const week = weekOf(schoolDateOf(lesson.startsAt))
        const pack = findPack(store, lesson.classId, week) ?? sentRecord(context, lesson.classId, week)
        mark(context, pack, { pupilIds, how: 'sent', known })
      })()
      return changed()
    },
  }
}

function packOfWeek(context: Context, classId: string, date: string) {
  const { store, me } = whoIsHere(context)
  classOrRefuse(store, classId)
  const known = knownPupilsOf(store, classId)
  const ringing = new Map(known.map(({ id, identity }) => [id, contactToRing(identity)]))
  const staff = listStaff(store)
  const pack = findPack(store, classId, weekOf(date))
  const receipts = pack ? readReceipts(store, pack.id) : {}
  return {
    pack,
    approvedBy: staff.find(({ id }) => id === pack?.approval?.staffId)?.name ?? null,
    mayApprove: mayLead(me, staff),
    pupils: onScreen(known).map((pupil) => {
      const how = receipts[pupil.id] ?? null
      return { ...pupil, how, ring: how === null ? (ringing.get(pupil.id) ?? null) : null }
    }),
  }
}

/** The week's record where resources are sent and there is no pack. */
function sentRecord(context: Context, classId: string, week: string): Pack {
  const { store } = whoIsHere(context)
  const availableFrom = schoolDateOf(context.now())
  const pack: Pack = {
    id: randomUUID(),
    classId,
    week,
    contents: SENT_CONTENTS,
    availableFrom,
    approval: null,
  }
  savePack(store, pack)
  return pack
}

type Marks = { pupilIds: readonly string[]; how: ReceiptKind; known: readonly string[] }

/** Marks pupils of the class, each once; a pupil of another class is refused, and with them all. */
function mark(context: Context, pack: Pack, { pupilIds, how, known }: Marks): void {
  const { store, me } = whoIsHere(context)
  if (pupilIds.some((pupilId) => !known.includes(pupilId))) {
    throw new Refusal('not-in-class', 'That pupil is not in this class. Nothing was changed.')
  }
  const stamp = { packId: pack.id, how, at: context.now(), byId: me.id }
  addReceipts(
    store,
    [...new Set(pupilIds)].map((pupilId) => ({ ...stamp, id: uuidv7(), pupilId })),
  )
}

function classOrRefuse(store: Store, classId: string): void {
  if (!findClass(store, classId)) throw new Refusal('no-such-class', 'That class is not here any more.')
}

function packOrRefuse(store: Store, packId: string): Pack {
  const pack = findPackById(store, packId)
  if (!pack) throw new Refusal('no-such-pack', 'That pack is not here any more. Nothing was changed.')
  return pack
}
