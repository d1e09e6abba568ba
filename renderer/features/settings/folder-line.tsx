import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'
import type { FolderChoice } from '../../lib/use-kept-folder.ts'
import classes from './settings-page.module.css'

type Props = {
  choice: FolderChoice
  /** What it says of the folder it has, or has not. */
  words: string
  button: string
  /** What the button says that leaves it again; without it, one that was chosen is only ever changed. */
  leave?: string
  /** Somebody else decides it. */
  isReadOnly?: boolean
}

/** A folder of the settings: which it is, and the button to choose it. */
export function FolderLine({ choice, words, button, leave, isReadOnly = false }: Props) {
  const { folder, failure } = choice
  const isFirst = folder === null && leave === undefined
  return (
    <>
      <div className={classes.line}>
        <output className={classes.path}>{words}</output>
        {!isReadOnly && (
          <span className={classes.button}>
            {leave !== undefined && folder !== null && (
              <Button variant="subtle" onClick={() => void choice.leave()}>
                {leave}
              </Button>
            )}
            <Button variant={isFirst ? 'filled' : 'default'} onClick={() => void choice.choose()}>
              {button}
            </Button>
          </span>
        )}
      </div>
      {failure !== null && <Message tone="bad" title={failure} />}
    </>
  )
}
