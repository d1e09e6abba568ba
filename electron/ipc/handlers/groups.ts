import { randomUUID } from 'node:crypto'
import { groupNamed, MOST_GROUPS } from '../../../shared/domain/pupil-groups.ts'
import { listPupilIdsOfLesson } from '../../store/classes-repository.ts'
import { findGroup, listGroups, removeGroup, saveGroup } from '../../store/groups-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** Groups of pupils that a class keeps, saved from the live panel. */
export function groupHandlers(
  context: Context,
): Pick<Handlers, 'groups.save' | 'groups.rename' | 'groups.remove'> {
  return {
    'groups.save': ({ lessonId, name, pupilIds }) => {
      const { store } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      const known = listPupilIdsOfLesson(store, lesson)
      if (pupilIds.some((one) => !known.includes(one))) {
        throw new Refusal(
          'not-in-class',
          'That pupil is not in the class of this lesson. Nothing was changed.',
        )
      }
      const groups = listGroups(store, lesson.classId)
      const before = groupNamed(name, groups)
      if (!before && groups.length >= MOST_GROUPS) {
        throw new Refusal('too-many', `A class keeps ${String(MOST_GROUPS)} groups. Remove one first.`)
      }
      saveGroup(store, lesson.classId, { id: before?.id ?? randomUUID(), name, pupilIds })
      return { groups: listGroups(store, lesson.classId) }
    },
    'groups.rename': ({ groupId, name }) => {
      const { store } = whoIsHere(context)
      const { group, classId } = groupOrRefuse(store, groupId)
      const other = groupNamed(name, listGroups(store, classId))
      if (other && other.id !== groupId) {
        throw new Refusal('name-taken', 'Another group has that name. Choose a different one.')
      }
      saveGroup(store, classId, { ...group, name })
      return { groups: listGroups(store, classId) }
    },
    'groups.remove': ({ groupId }) => {
      const { store } = whoIsHere(context)
      const { classId } = groupOrRefuse(store, groupId)
      removeGroup(store, groupId)
      return { groups: listGroups(store, classId) }
    },
  }
}

function groupOrRefuse(store: Store, groupId: string) {
  const found = findGroup(store, groupId)
  if (!found) throw new Refusal('no-such-group', 'That group is not here any more.')
  return found
}
