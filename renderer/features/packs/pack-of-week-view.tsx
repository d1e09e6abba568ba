import { useState } from 'react'
import { Message } from '../../components/message.tsx'
import type { SchoolDate } from '../../../shared/domain/times.ts'
import { PackCard } from './pack-card.tsx'
import { PackForm } from './pack-form.tsx'
import type { PackOfWeek, PacksStore } from './packs-store.ts'
import classes from './packs-page.module.css'
import { ReceiptList } from './receipt-list.tsx'
import { RingList } from './ring-list.tsx'

type Props = { className: string; week: SchoolDate; shown: PackOfWeek; store: PacksStore }

/** One class's week: its pack, or the way to one, and who has it. */
export function PackOfWeekView({ className, week, shown, store }: Props) {
  const [isChanging, setIsChanging] = useState(false)
  const { saved, approved, marked } = store.getState()
  const { pack, pupils } = shown
  const save = async (contents: string, availableFrom: SchoolDate) => {
    if (await saved(contents, availableFrom)) setIsChanging(false)
  }
  if (!pack || isChanging) {
    return (
      <>
        {!pack && (
          <Message tone="quiet" title={`No pack for ${className} in this week yet`}>
            Say what is in it and from when it can be collected. Then mark who has it, and see whom to ring
            about the others.
          </Message>
        )}
        <PackForm
          pack={pack}
          week={week}
          onSave={(contents, availableFrom) => void save(contents, availableFrom)}
          onCancel={pack ? () => setIsChanging(false) : null}
        />
      </>
    )
  }
  return (
    <>
      <PackCard
        shown={shown}
        pack={pack}
        onChange={() => setIsChanging(true)}
        onApprove={() => void approved()}
      />
      {pupils.length === 0 ? (
        <Message tone="quiet" title={`Nobody is in ${className} yet`}>
          Import its class list under Classes, then mark who has the pack.
        </Message>
      ) : (
        <div className={classes.columns}>
          <ReceiptList pupils={pupils} onMark={(pupilIds, how) => void marked(pupilIds, how)} />
          <RingList pupils={pupils} />
        </div>
      )}
    </>
  )
}
