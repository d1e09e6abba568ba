import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { findGroups, type LiveClass, membersIn } from '../../../shared/domain/live-choosing.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { GroupEdit, SaveAsGroup } from './group-forms.tsx'
import classes from './groups-menu.module.css'
import type { GroupActions } from './live-groups.ts'
import { count, describeMembers } from './live-words.ts'
import { PanelButton } from './panel-button.tsx'
import { PanelPopover } from './panel-popover.tsx'

type Props = {
  group: LiveClass
  chosen: readonly string[]
  /** Letters of a group's name. */
  typed: string
  actions: GroupActions
  /** A group by its place, 1 the first; 0 is the one made on the spot. */
  onChoose: (place: number) => void
  onExcept: () => void
  onClose: () => void
}

/** Groups to choose from, and what can be made of those chosen. */
export function GroupsMenu({ group, chosen, typed, actions, onChoose, onExcept, onClose }: Props) {
  const [editedId, setEditedId] = useState<string | null>(null)
  const found = new Set(findGroups(typed, group))
  const shown = group.groups.flatMap((one, index) =>
    found.has(index + 1) ? [{ one, place: index + 1 }] : [],
  )
  return (
    <PanelPopover
      title="Groups"
      aside={typed === '' ? 'a number, or letters' : <output>{typed}</output>}
      onClose={onClose}
    >
      {group.groupNow.length > 0 && (
        <GroupRow
          name="This group now"
          pupilIds={group.groupNow}
          place={0}
          group={group}
          onChoose={onChoose}
        />
      )}
      {shown.map(({ one, place }) =>
        one.id === editedId ? (
          <GroupEdit key={one.id} one={one} actions={actions} onDone={() => setEditedId(null)} />
        ) : (
          <GroupRow
            key={one.id}
            {...one}
            place={place}
            group={group}
            onChoose={onChoose}
            onEdit={setEditedId}
          />
        ),
      )}
      {shown.length === 0 && <p className={classes.words}>{emptyWords(typed, chosen)}</p>}
      {chosen.length > 0 && (
        <ChosenPart group={group} chosen={chosen} actions={actions} onChoose={onChoose} onExcept={onExcept} />
      )}
    </PanelPopover>
  )
}

function emptyWords(typed: string, chosen: readonly string[]): string {
  if (typed !== '') return 'No group begins like that. Backspace takes a letter back.'
  return chosen.length > 0
    ? 'No groups saved yet.'
    : 'No groups saved yet. Choose pupils first, by their tiles, then open this again to save them.'
}

type RowProps = {
  id?: string
  name: string
  pupilIds: readonly string[]
  place: number
  group: LiveClass
  onChoose: (place: number) => void
  onEdit?: (groupId: string) => void
}

function GroupRow({ id = '', name, pupilIds, place, group, onChoose, onEdit }: RowProps) {
  return (
    <div className={classes.row}>
      <PanelButton
        className={classes.group}
        disabled={membersIn(pupilIds, group).length === 0}
        {...(place <= 9 && { 'aria-keyshortcuts': String(place) })}
        onClick={() => onChoose(place)}
      >
        {place <= 9 && <KeyCap>{place}</KeyCap>}
        <span className={classes.name}>{name}</span>
        <span className={classes.members}>{describeMembers(pupilIds, group)}</span>
      </PanelButton>
      {onEdit && (
        <PanelButton tone="bare" aria-label={`Rename or remove ${name}`} onClick={() => onEdit(id)}>
          <IconDots size={16} stroke={1.75} aria-hidden="true" />
        </PanelButton>
      )}
    </div>
  )
}

type ChosenProps = Pick<Props, 'group' | 'chosen' | 'actions' | 'onChoose' | 'onExcept'>

/** What those chosen can become. */
function ChosenPart({ group, chosen, actions, onChoose, onExcept }: ChosenProps) {
  return (
    <section aria-label="Those chosen" className={classes.chosen}>
      <p className={classes.words}>{count(chosen.length, 'pupil')} chosen</p>
      <div className={classes.row}>
        <PanelButton className={classes.half} aria-keyshortcuts="0" onClick={() => onChoose(0)}>
          This group now <KeyCap>0</KeyCap>
        </PanelButton>
        <PanelButton className={classes.half} aria-keyshortcuts="X" onClick={onExcept}>
          Everyone except <KeyCap>X</KeyCap>
        </PanelButton>
      </div>
      <SaveAsGroup groups={group.groups} chosen={chosen} actions={actions} />
    </section>
  )
}
