import { randomUUID } from 'node:crypto'
import type { Verdict } from '../../../shared/domain/lesson.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { termOf } from '../../../shared/domain/school-calendar.ts'
import {
  isLeader,
  mayAddStaff,
  mayChangeStaff,
  mayConfirmAccount,
  mayLead,
  mayRecordTraining,
  namedAmong,
} from '../../../shared/domain/staff.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import { trainingStanding } from '../../../shared/domain/training.ts'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import { addStaff, hasActed, listStaff, saveSettings, updateStaff } from '../../store/school-repository.ts'
import {
  acknowledgeConduct,
  addTraining,
  listAcknowledgements,
  listTraining,
} from '../../store/staff-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** The staff list: who is who, how they are trained, and what they have said. */
export function staffHandlers(
  context: Context,
): Pick<
  Handlers,
  'staff.list' | 'staff.add' | 'staff.save' | 'training.add' | 'conduct.acknowledge' | 'device.confirm'
> {
  const today = () => schoolDateOf(context.now())
  const changed = <T>(value: T): T => {
    context.windows.tell('school.changed', {})
    return value
  }
  return {
    'staff.list': () => {
      const { store, school, me } = whoIsHere(context)
      const staff = listStaff(store)
      return {
        today: today(),
        term: termOf(school.calendar, today()),
        mayLead: mayLead(me, staff),
        hasLeader: staff.some(isLeader),
        members: rowsOf(context, staff),
      }
    },
    'staff.add': ({ name, role }) => {
      const { store, me } = whoIsHere(context)
      const staff = listStaff(store)
      const known = namedAmong(staff, name)
      if (known) return known
      orRefuse(mayAddStaff(me, staff, role))
      return changed(addStaff(store, { id: randomUUID(), name, role }))
    },
    'staff.save': (change) => {
      const { store, school, me } = whoIsHere(context)
      const staff = listStaff(store)
      orRefuse(mayChangeStaff(me, staff, change, hasActed(store, change.id)))
      const { account, ...before } = staff.find(({ id }) => id === change.id) ?? me
      const { id, name, role, forgetAccount } = change
      const kept = account === undefined || forgetAccount ? {} : { account }
      store.db.transaction(() => {
        updateStaff(store, { ...before, ...kept, id, name, role })
        if (id === me.id) saveSettings(store, { ...school, teacherName: name })
      })()
      return changed({})
    },
    'training.add': (wish) => {
      const { store, school, me } = whoIsHere(context)
      orRefuse(mayRecordTraining(me, listStaff(store), school.trainingTopics, wish, today()))
      const record = { ...wish, id: randomUUID() }
      addTraining(store, record, { at: context.now(), by: me.id })
      return changed(record)
    },
    'conduct.acknowledge': () => {
      const { store, school, me } = whoIsHere(context)
      const term = termOf(school.calendar, today())
      acknowledgeConduct(store, { staffId: me.id, term: term.key, at: context.now() })
      return changed({ term })
    },
    'device.confirm': () => {
      const { store, me } = whoIsHere(context)
      const { account } = context
      orRefuse(mayConfirmAccount(me, listStaff(store), account))
      updateStaff(store, { ...me, account })
      return changed({ account })
    },
  }
}

function orRefuse(verdict: Verdict): void {
  if (!verdict.ok) throw new Refusal('not-allowed', verdict.reason)
}

/** The list as the person here may see it: the trainings themselves are for their owner and leaders. */
function rowsOf(context: Context, staff: readonly StaffMember[]): StaffRow[] {
  const { store, school, me } = whoIsHere(context)
  const today = schoolDateOf(context.now())
  const term = termOf(school.calendar, today)
  const trainings = listTraining(store)
  const acknowledgements = listAcknowledgements(store).filter((one) => one.term === term.key)
  return staff.map((one): StaffRow => {
    const training = trainings.filter(({ staffId }) => staffId === one.id)
    return {
      id: one.id,
      name: one.name,
      role: one.role,
      hasAccount: one.account !== undefined,
      standing: trainingStanding(school.trainingTopics, training, today).map(({ topic, state, record }) => ({
        topic: topic.id,
        title: topic.title,
        state,
        expires: record?.expires ?? null,
      })),
      training:
        one.id === me.id || isLeader(me) ? training.toSorted((a, b) => b.date.localeCompare(a.date)) : [],
      acknowledgedAt: acknowledgements.find(({ staffId }) => staffId === one.id)?.at ?? null,
    }
  })
}
