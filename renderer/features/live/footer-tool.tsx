import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { PanelButton } from './panel-button.tsx'
import classes from './panel-footer.module.css'

type Props = Omit<ComponentProps<typeof PanelButton>, 'children' | 'tone' | 'title'> & {
  icon: TablerIcon
  label: string
  /** Its key as a screen reader says it. */
  keys: string
  /** Its key as it stands beside the icon, where there is room. */
  shown?: string
}

/** One tool of the footer: an icon with its key. */
export function FooterTool({ icon: Icon, label, keys, shown, ...button }: Props) {
  return (
    <PanelButton
      tone="bare"
      className={classes.tool}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      {...button}
    >
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      {shown !== undefined && (
        <kbd className={classes.key} aria-hidden="true">
          {shown}
        </kbd>
      )}
    </PanelButton>
  )
}
