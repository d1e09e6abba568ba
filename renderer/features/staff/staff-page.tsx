import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { useApp } from '../../lib/use-app.ts'
import { AddMember } from './add-member.tsx'
import { OverdueList } from './overdue-list.tsx'
import { OwnConduct } from './own-conduct.tsx'
import { StaffRows } from './staff-rows.tsx'
import { createStaffStore } from './staff-store.ts'
import { peopleInWords } from './staff-words.ts'

/** Who works here: roles, training, and who keeps to the code of conduct (head.training, staff.conduct). */
export function StaffPage() {
  const api = useApi()
  const [store] = useState(() => createStaffStore(api))
  useEffect(() => store.getState().opened(), [store])
  const list = useStore(store, (state) => state.list)
  const failure = useStore(store, (state) => state.failure)
  const me = useApp((state) => state.status?.me ?? null)
  const isOwnLeader = me?.role === 'leader'
  const { changed } = store.getState()
  return (
    <Page title="Staff" subtitle={list && `${peopleInWords(list.members.length)} · ${list.term.name}`}>
      {failure && (
        <Message tone="bad" title={failure.message}>
          Everything recorded before is kept.
        </Message>
      )}
      {!list && !failure && <Waiting>Opening the staff list</Waiting>}
      {list && me && (
        <>
          {!list.hasLeader && (
            <Message tone="quiet" title="No leader is named yet">
              A leader sees the checks that were passed over, and decides devices, training and the code of
              conduct. Until then everyone here can. Open the head teacher below, or add them, and make them a
              leader.
            </Message>
          )}
          {list.mayLead && <OverdueList members={list.members} />}
          <OwnConduct list={list} meId={me.id} onChange={changed} />
          <StaffRows list={list} meId={me.id} isOwnLeader={isOwnLeader} onChange={changed} />
          <AddMember members={list.members} mayLead={list.mayLead} onChange={changed} />
        </>
      )}
    </Page>
  )
}
