import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import type { Joining } from '../../../shared/domain/joining.ts'
import type { FormText } from '../../lib/read-form.ts'
import { JoiningForm } from './joining-form.tsx'

type Props = {
  difficulty: Joining['difficulty']
  onSave: (difficulty: Joining['difficulty']) => Promise<boolean>
}

/** What makes joining hard and what is done about it (parent.difficulty); empty once it is solved. */
export function DifficultyForm({ difficulty, onSave }: Props) {
  const save = (text: FormText) => {
    const what = text('what')
    return onSave(what === '' ? null : { what, doing: text('doing') })
  }
  return (
    <JoiningForm title="Difficulty in joining" save="Save difficulty" onSave={save}>
      <TextInput
        name="what"
        label="What makes joining hard"
        description="A device, the connection, help at home; leave it empty when nothing does, or no more"
        maxLength={300}
        defaultValue={difficulty?.what ?? ''}
      />
      <TextInput
        name="doing"
        label="What is being done"
        maxLength={300}
        defaultValue={difficulty?.doing ?? ''}
      />
    </JoiningForm>
  )
}
