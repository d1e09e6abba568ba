import { mayPlan } from '../../../shared/domain/lesson.ts'
import { tally } from '../../../shared/domain/tally.ts'
import { listPupilIdsOfLesson } from '../../store/classes-repository.ts'
import { listEvents } from '../../store/event-log.ts'
import { planLesson } from '../../store/lessons-repository.ts'
import { listStaffIds } from '../../store/school-repository.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { refuseJoined } from '../lesson-terms.ts'

/** What a lesson is to be, until it is live (staff.needs). */
export function planHandlers(context: Context): Pick<Handlers, 'lesson.plan'> {
  return {
    'lesson.plan': ({ lessonId, subject, learningIntention, adaptations, secondAdultId }) => {
      const { store, me } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      refuseJoined(store, lessonId)
      const verdict = mayPlan(tally(listEvents(store, lessonId)).state)
      if (!verdict.ok) throw new Refusal('not-now', verdict.reason)
      const known = listPupilIdsOfLesson(store, lesson)
      if (adaptations?.some(({ pupilIds }) => pupilIds.some((one) => !known.includes(one)))) {
        throw new Refusal(
          'not-in-class',
          'That pupil is not in the class of this lesson. Nothing was changed.',
        )
      }
      const isElse = secondAdultId === me.id || !listStaffIds(store).includes(secondAdultId ?? me.id)
      if (secondAdultId !== null && isElse) {
        throw new Refusal('not-on-staff', 'The second adult is somebody else on the staff list.')
      }
      planLesson(store, lessonId, {
        subject,
        learningIntention,
        adaptations: adaptations ?? undefined,
        secondAdultId: secondAdultId ?? undefined,
      })
      context.windows.tell('lesson.planned', { lesson: lessonOrRefuse(store, lessonId) })
      return {}
    },
  }
}
