import type { LadderStep } from '../../../shared/domain/behaviours.ts'
import { EntryList } from './entry-list.tsx'
import type { PartProps } from './part.ts'
import classes from './scheme-editor.module.css'

/** The school's own steps, mildest first (staff.escalate). */
export function LadderPart({ scheme, problems, onChanged }: PartProps) {
  return (
    <EntryList<LadderStep>
      list="ladder"
      title="Ladder"
      hint="Mildest first; steps clear when the lesson ends. One that reaches a leader opens an incident."
      one="step"
      entries={scheme.ladder}
      problems={problems}
      nameOf={({ name }) => name}
      renamed={(step, name) => ({ ...step, name })}
      added={() => ({ name: '', reachesLeader: false })}
      renderFields={(step, keep) => (
        <label className={classes.tick}>
          <input
            type="checkbox"
            className={classes.box}
            checked={step.reachesLeader}
            onChange={(event) => keep({ ...step, reachesLeader: event.currentTarget.checked })}
          />
          reaches a leader
        </label>
      )}
      onChanged={(ladder) => onChanged({ ladder })}
    />
  )
}
