import type { Output, Reply } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { count } from './live-words.ts'

export type GroupActions = {
  /**
   * These pupils are a group of the class from now on; under a name that is there they take the place of its own.
   * Resolves to whether they are.
   */
  groupSaved(name: string, pupilIds: readonly string[]): Promise<boolean>
  groupRenamed(groupId: string, name: string): void
  groupRemoved(groupId: string): void
}

/** What is done to a class's saved groups; `say` tells the person what became of it. */
export function createGroupActions(
  api: Api,
  lesson: LessonStore,
  say: (words: string) => void,
): GroupActions {
  const take = (reply: Reply<Output<'groups.save'>>, words: string) => {
    if (!reply.ok) {
      say(reply.error.message)
      return false
    }
    const { groups } = reply.value
    lesson.setState(({ record }) => ({ record: record && { ...record, groups } }))
    say(words)
    return true
  }
  return {
    groupSaved: (name, pupilIds) => {
      const lessonId = lesson.getState().record?.lesson.id ?? ''
      const words = `${name}: ${count(pupilIds.length, 'pupil')}, saved`
      return api
        .invoke('groups.save', { lessonId, name, pupilIds: [...pupilIds] })
        .then((reply) => take(reply, words))
    },
    groupRenamed: (groupId, name) =>
      void api.invoke('groups.rename', { groupId, name }).then((reply) => take(reply, `Renamed: ${name}`)),
    groupRemoved: (groupId) =>
      void api.invoke('groups.remove', { groupId }).then((reply) => take(reply, 'Group removed')),
  }
}
