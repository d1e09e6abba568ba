import { type FormEvent, useState } from 'react'
import { groupNamed, LONGEST_GROUP_NAME, type PupilGroup } from '../../../shared/domain/pupil-groups.ts'
import classes from './groups-menu.module.css'
import type { GroupActions } from './live-groups.ts'
import { PanelButton } from './panel-button.tsx'
import field from './panel-field.module.css'

type SaveProps = { groups: readonly PupilGroup[]; chosen: readonly string[]; actions: GroupActions }

/** Those chosen are kept as a group of the class, for every lesson of it. */
export function SaveAsGroup({ groups, chosen, actions }: SaveProps) {
  const [name, setName] = useState('')
  const before = groupNamed(name, groups)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void actions.groupSaved(name.trim(), chosen).then((isSaved) => {
      if (isSaved) setName('')
    })
  }
  return (
    <form className={classes.form} data-own-keys onSubmit={save}>
      <NameField label="Save as a group" name={name} onName={setName} />
      <PanelButton type="submit" disabled={name.trim() === ''}>
        {before ? `Replace ${before.name}` : 'Save'}
      </PanelButton>
    </form>
  )
}

type EditProps = { one: PupilGroup; actions: GroupActions; onDone: () => void }

/** A group gets another name, or goes. */
export function GroupEdit({ one, actions, onDone }: EditProps) {
  const [name, setName] = useState(one.name)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    actions.groupRenamed(one.id, name.trim())
    onDone()
  }
  return (
    <form className={classes.form} data-own-keys onSubmit={rename}>
      <NameField label={`New name of ${one.name}`} name={name} onName={setName} hasFocus />
      <PanelButton type="submit" disabled={name.trim() === ''}>
        Rename
      </PanelButton>
      <PanelButton
        onClick={() => {
          actions.groupRemoved(one.id)
          onDone()
        }}
      >
        Remove
      </PanelButton>
    </form>
  )
}

type FieldProps = { label: string; name: string; onName: (name: string) => void; hasFocus?: boolean }

function NameField({ label, name, onName, hasFocus = false }: FieldProps) {
  return (
    <label className={classes.field}>
      {label}
      <input
        className={field.input}
        ref={(input) => {
          if (hasFocus) input?.focus()
        }}
        value={name}
        maxLength={LONGEST_GROUP_NAME}
        autoComplete="off"
        onChange={(event) => onName(event.currentTarget.value)}
      />
    </label>
  )
}
