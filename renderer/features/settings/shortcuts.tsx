import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import {
  acceleratorOf,
  type ShortcutAction,
  shortcutActions,
  shortcutWords,
} from '../../../shared/domain/shortcuts.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

/** Keys that reach the panel while the meeting has the keyboard; each off until it is given keys here. */
export function Shortcuts() {
  const computer = useApp((state) => state.computer)
  const save = useApp((state) => state.preferencesSaved)
  const [listening, setListening] = useState<ShortcutAction | null>(null)
  if (!computer) return null
  const give = (action: ShortcutAction, keys: string | null) => {
    setListening(null)
    void save({ shortcuts: { [action]: keys } })
  }
  return (
    <SettingsSection
      title="Shortcuts from any program"
      hint="For this computer, while a lesson’s panel is open. All are off until you choose keys, because they are taken from every other program."
      isSaved={false}
    >
      {computer.mayShortcutsFail && (
        <p className={classes.wrong}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          This system (Wayland) may keep these keys to itself without saying so. The panel’s buttons always
          work.
        </p>
      )}
      <ul className={classes.shortcuts}>
        {shortcutActions.map((action) => (
          <Shortcut
            key={action}
            action={action}
            keys={computer.preferences.shortcuts[action]}
            problem={computer.shortcutProblems[action] ?? null}
            isListening={listening === action}
            onListen={(isOn) => setListening(isOn ? action : null)}
            onGive={(keys) => give(action, keys)}
          />
        ))}
      </ul>
    </SettingsSection>
  )
}

type Props = {
  action: ShortcutAction
  keys: string | null
  problem: string | null
  isListening: boolean
  onListen: (isOn: boolean) => void
  onGive: (keys: string | null) => void
}

function Shortcut({ action, keys, problem, isListening, onListen, onGive }: Props) {
  const words = shortcutWords[action]
  const hear = (event: KeyboardEvent) => {
    if (!isListening) return
    if (event.key === 'Tab' || event.key === 'Escape') {
      onListen(false)
      return
    }
    event.preventDefault()
    const heard = acceleratorOf(event)
    if (heard) onGive(heard)
  }
  return (
    <li className={classes.shortcut}>
      <span className={classes.line}>
        <span>
          {words}
          <span className={classes.keys}>{keys ? describeKeys(keys) : 'Off'}</span>
        </span>
        <span className={classes.act}>
          {keys && (
            <Button variant="subtle" aria-label={`Switch off: ${words}`} onClick={() => onGive(null)}>
              Switch off
            </Button>
          )}
          <Button
            variant="default"
            aria-label={`Choose keys: ${words}`}
            onClick={() => onListen(!isListening)}
            onKeyDown={hear}
            onBlur={() => onListen(false)}
          >
            {isListening ? 'Press keys with Ctrl or Alt…' : 'Choose keys'}
          </Button>
        </span>
      </span>
      {problem && (
        <span role="alert" className={classes.wrong}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {problem}
        </span>
      )}
    </li>
  )
}

const describeKeys = (keys: string): string => keys.replace('Control', 'Ctrl').replaceAll('+', ' + ')
