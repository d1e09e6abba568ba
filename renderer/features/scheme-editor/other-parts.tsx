import { MOST_LEVEL_POINTS, MOST_MINUTES } from '../../../shared/domain/behaviours.ts'
import { ownId } from '../../../shared/domain/own-id.ts'
import { EntryList } from './entry-list.tsx'
import { NumberField } from './number-field.tsx'
import type { PartProps } from './part.ts'

/** What points add up to over a term (staff.rewards). */
export function RewardLevelsPart({ scheme, problems, onChanged }: PartProps) {
  const levels = scheme.rewardLevels
  return (
    <EntryList
      list="rewardLevels"
      title="Reward levels"
      hint="Reached by the points of a term, fewest first. A level reached is shown to the teacher only; its certificate is prepared at signing off."
      one="level"
      entries={levels}
      problems={problems}
      nameOf={({ name }) => name}
      renamed={(level, name) => ({ ...level, name })}
      added={() => ({
        id: ownId(
          'level',
          levels.map(({ id }) => id),
        ),
        name: '',
        points: (levels.at(-1)?.points ?? 0) + 25,
      })}
      renderFields={(level, keep, problem) => (
        <NumberField
          label={`Points for ${level.name || 'this level'}`}
          unit="points"
          value={level.points}
          most={MOST_LEVEL_POINTS}
          problem={problem('points')}
          onChanged={(points) => keep({ ...level, points })}
        />
      )}
      onChanged={(rewardLevels) => onChanged({ rewardLevels })}
    />
  )
}

/** The scale on which attitude to learning is marked at signing off (pupil.tasks). */
export const AttitudesPart = ({ scheme, problems, onChanged }: PartProps) => (
  <EntryList<string>
    list="attitudes"
    title="Attitude to learning"
    hint="The scale at signing off, best first."
    one="attitude"
    entries={scheme.attitudes}
    problems={problems}
    nameOf={(attitude) => attitude}
    renamed={(_attitude, name) => name}
    added={() => ''}
    onChanged={(attitudes) => onChanged({ attitudes })}
  />
)

/** The parts a lesson usually has, for the timer. */
export const PhasesPart = ({ scheme, problems, onChanged }: PartProps) => (
  <EntryList
    list="phases"
    title="Phases of a lesson"
    hint="What the timer offers, in their order."
    one="phase"
    entries={scheme.phases}
    problems={problems}
    nameOf={({ name }) => name}
    renamed={(phase, name) => ({ ...phase, name })}
    added={() => ({ name: '', minutes: 5 })}
    renderFields={(phase, keep, problem) => (
      <NumberField
        label={`Minutes of ${phase.name || 'this phase'}`}
        unit="minutes"
        value={phase.minutes}
        most={MOST_MINUTES}
        problem={problem('minutes')}
        onChanged={(minutes) => keep({ ...phase, minutes })}
      />
    )}
    onChanged={(phases) => onChanged({ phases })}
  />
)
