import { useState } from 'react'
import type { StaffList, StaffState } from './staff-store.ts'
import { StaffPanel } from './staff-panel.tsx'
import { StaffRowButton } from './staff-row-button.tsx'
import classes from './staff.module.css'

type Props = { list: StaffList; meId: string; isOwnLeader: boolean; onChange: StaffState['changed'] }

/** Everyone on the list, each the way to their training. One is open at a time. */
export function StaffRows({ list, meId, isOwnLeader, onChange }: Props) {
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <ul className={classes.rows} aria-label="Staff">
      {list.members.map((row) => (
        <li key={row.id} className={classes.row}>
          <StaffRowButton
            row={row}
            isMe={row.id === meId}
            isOpen={row.id === openId}
            onToggle={() => setOpenId(row.id === openId ? null : row.id)}
          />
          {row.id === openId && (
            <StaffPanel
              row={row}
              list={list}
              mayRecord={row.id === meId || isOwnLeader}
              mayRename={row.id === meId || list.mayLead}
              mayLead={list.mayLead}
              onChange={onChange}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
