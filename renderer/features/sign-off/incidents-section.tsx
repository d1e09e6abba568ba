import type { LadderStep } from '../../../shared/domain/behaviours.ts'
import { type Incident, NOT_DESCRIBED, whyInWords } from '../../../shared/domain/incidents.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { IncidentField } from './incident-field.tsx'
import classes from './incidents-section.module.css'
import { fullName } from './sign-off-view.ts'

type Props = {
  incidents: readonly Incident[]
  ladder: readonly LadderStep[]
  pupils: readonly Pupil[]
  isReadOnly: boolean
  onDescribed: (incident: Incident, text: string) => void
  onTakenBack: (incidentId: string) => void
}

/** What reaches a senior leader (staff.escalate): raised with one tap in the lesson, told here. */
export function IncidentsSection({ incidents, pupils, ladder, isReadOnly, ...on }: Props) {
  if (incidents.length === 0) return null
  return (
    <section className={classes.incidents} aria-labelledby="incidents">
      <h2 id="incidents" className={classes.heading}>
        {isReadOnly ? 'Incidents' : 'Incidents to complete'}
      </h2>
      <p className={classes.quiet}>
        These reach a senior leader with the day’s export; the steps of the ladder alone do not. A
        safeguarding concern goes to the safeguarding lead, not here.
      </p>
      <ul className={classes.list} aria-label="Incidents of this lesson">
        {incidents.map((incident) => {
          const pupil = pupils.find(({ id }) => id === incident.pupilId)
          const name = pupil ? fullName(pupil) : 'A pupil no longer in the class'
          return (
            <li key={incident.id} className={classes.incident}>
              <p className={classes.who}>
                <strong>{name}</strong>, {clockTime(incident.at)} · {whyInWords(incident, ladder)}
              </p>
              {isReadOnly ? (
                <p className={classes.what} data-missing={incident.what === null}>
                  {incident.what ?? `${NOT_DESCRIBED}. Correct something to say what happened.`}
                </p>
              ) : (
                <>
                  <IncidentField
                    label={`What happened: ${name}, ${clockTime(incident.at)}`}
                    text={incident.what ?? ''}
                    onSaid={(text) => on.onDescribed(incident, text)}
                  />
                  <button
                    type="button"
                    className={classes.back}
                    aria-label={`Take back the incident of ${name}, ${clockTime(incident.at)}`}
                    onClick={() => on.onTakenBack(incident.id)}
                  >
                    Take back
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
